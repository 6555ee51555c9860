import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BooleanColumn as BooleanColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * One movement of a stablecoin from or to custody
 */
@Index_(["chainId", "height"], {unique: false})
@Entity_()
export class CustodyTransfer {
    constructor(props?: Partial<CustodyTransfer>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Id of the ReserveComponent
     */
    @StringColumn_({nullable: false})
    component!: string

    /**
     * Sender; the zero address for a mint
     */
    @StringColumn_({nullable: false})
    from!: string

    /**
     * Recipient; the zero address for a burn
     */
    @StringColumn_({nullable: false})
    to!: string

    /**
     * Whether the sender is custody of the protocol
     */
    @BooleanColumn_({nullable: false})
    fromCustody!: boolean

    /**
     * Whether the recipient is
     */
    @BooleanColumn_({nullable: false})
    toCustody!: boolean

    /**
     * In the stablecoin's smallest unit
     */
    @BigIntColumn_({nullable: false})
    amount!: bigint

    /**
     * USD WAD, at par
     */
    @BigIntColumn_({nullable: false})
    amountUsd!: bigint

    /**
     * DEPOSIT, REDEMPTION, DEPLOYMENT, CAPITAL_RETURN, REVENUE, PASS_THROUGH, TBILL_BUY, TBILL_SELL, REDEEMER_FLOAT or OTHER, as a later log of the transaction says
     */
    @StringColumn_({nullable: false})
    cause!: string

    /**
     * Record of the log that says so
     */
    @StringColumn_({nullable: true})
    causeRecord!: string | undefined | null

    /**
     * Id of the ComputeAsset that it names
     */
    @StringColumn_({nullable: true})
    asset!: string | undefined | null

    /**
     * Of CAPITAL_RETURN: the part that repays principal, USD WAD
     */
    @BigIntColumn_({nullable: true})
    principal!: bigint | undefined | null

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
