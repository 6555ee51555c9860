import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * One entry of the ledger of AID's supply: a mint or burn is entered under UNCLASSIFIED, the log that explains it moves it to its cause by two entries. Sums over any blocks are the change by cause
 */
@Index_(["chainId", "height"], {unique: false})
@Index_(["cause", "height"], {unique: false})
@Entity_()
export class SupplyChange {
    constructor(props?: Partial<SupplyChange>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * DEPOSIT, CAPITAL_RETURN, REVENUE, REDEMPTION, DEPLOYMENT, FLASH_MINT, BRIDGE, MIGRATION or UNCLASSIFIED
     */
    @StringColumn_({nullable: false})
    cause!: string

    /**
     * AID wei; negative under UNCLASSIFIED where it is taken from there
     */
    @BigIntColumn_({nullable: false})
    minted!: bigint

    /**
     * AID wei; negative under UNCLASSIFIED where it is taken from there
     */
    @BigIntColumn_({nullable: false})
    burned!: bigint

    /**
     * Minted to or burned from, as the log names it
     */
    @Index_()
    @StringColumn_({nullable: false})
    account!: string

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
