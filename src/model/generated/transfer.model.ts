import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * One movement of a token, with both balances after it
 */
@Index_(["token", "height"], {unique: false})
@Entity_()
export class Transfer {
    constructor(props?: Partial<Transfer>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    token!: string

    @BigIntColumn_({nullable: true})
    tokenId!: bigint | undefined | null

    /**
     * Sender; the zero address for a mint
     */
    @Index_()
    @StringColumn_({nullable: false})
    from!: string

    /**
     * Recipient; the zero address for a burn
     */
    @Index_()
    @StringColumn_({nullable: false})
    to!: string

    @BigIntColumn_({nullable: false})
    amount!: bigint

    /**
     * Null for the zero address
     */
    @BigIntColumn_({nullable: true})
    fromBalance!: bigint | undefined | null

    /**
     * Balance of the recipient after it; null for the zero address
     */
    @BigIntColumn_({nullable: true})
    toBalance!: bigint | undefined | null

    /**
     * Of AID: DEPOSIT, REDEMPTION, MIGRATION, BRIDGE, FLASH_MINT, STAKE, UNSTAKE, DEPLOYMENT, CAPITAL_RETURN, REVENUE, PASS_THROUGH, PASS_THROUGH_PAID, FEES_PAID, PAID_TO_VAULT, PAID_TO_HOLDER, RESERVE_DRAWN or OTHER, as a later log of the transaction says
     */
    @StringColumn_({nullable: true})
    cause!: string | undefined | null

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
     * Of CAPITAL_RETURN: the part that repays principal
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
