import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * A NAV mark: the vault's own NAV event, or a step of the price that no flow explains
 */
@Index_(["vault", "at"], {unique: false})
@Entity_()
export class NavMark {
    constructor(props?: Partial<NavMark>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    vault!: string

    /**
     * Number of the mark of its vault
     */
    @IntColumn_({nullable: false})
    ordinal!: number

    /**
     * NAV_UPDATED, or OBSERVED (a step without an event)
     */
    @StringColumn_({nullable: false})
    kind!: string

    /**
     * EVENT or BLOCK_READ
     */
    @StringColumn_({nullable: false})
    provenance!: string

    @BigIntColumn_({nullable: true})
    epoch!: bigint | undefined | null

    @BigIntColumn_({nullable: false})
    totalAssets!: bigint

    @BigIntColumn_({nullable: false})
    totalShares!: bigint

    @BigIntColumn_({nullable: true})
    unrealizedLoss!: bigint | undefined | null

    @BigIntColumn_({nullable: false})
    stakingNav!: bigint

    @BigIntColumn_({nullable: true})
    unstakingNav!: bigint | undefined | null

    /**
     * Block at which the price changed, and its time
     */
    @IntColumn_({nullable: false})
    effectiveHeight!: number

    /**
     * Time of that block
     */
    @DateTimeColumn_({nullable: false})
    at!: Date

    /**
     * Block at which the mark was recorded
     */
    @IntColumn_({nullable: false})
    height!: number

    @StringColumn_({nullable: true})
    txHash!: string | undefined | null

    @StringColumn_({nullable: false})
    record!: string
}
