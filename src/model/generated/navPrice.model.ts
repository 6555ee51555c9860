import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * A change of either NAV (AID per share, WAD): both hold from then until the next row of the vault
 */
@Index_(["vault", "effectiveHeight"], {unique: false})
@Entity_()
export class NavPrice {
    constructor(props?: Partial<NavPrice>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    vault!: string

    /**
     * Null where the view reverts
     */
    @BigIntColumn_({nullable: true})
    stakingNav!: bigint | undefined | null

    @BigIntColumn_({nullable: true})
    unstakingNav!: bigint | undefined | null

    @BigIntColumn_({nullable: false})
    totalShares!: bigint

    /**
     * EVENT or BLOCK_READ
     */
    @StringColumn_({nullable: false})
    provenance!: string

    /**
     * Block at which the price changed, and its time
     */
    @IntColumn_({nullable: false})
    effectiveHeight!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    /**
     * Block at which the change was recorded
     */
    @IntColumn_({nullable: false})
    height!: number

    @StringColumn_({nullable: true})
    txHash!: string | undefined | null

    @StringColumn_({nullable: false})
    record!: string
}
