import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, Index as Index_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

@Entity_()
export class StakePosition {
    constructor(props?: Partial<StakePosition>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    vault!: string

    @Index_()
    @StringColumn_({nullable: false})
    owner!: string

    @BigIntColumn_({nullable: false})
    shares!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeStaked!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeStakedShares!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeUnstaked!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeUnstakedShares!: bigint

    @BigIntColumn_({nullable: false})
    pendingAssets!: bigint

    @BigIntColumn_({nullable: false})
    cumulativePaid!: bigint

    /**
     * AID paid for the shares held, by average cost; shares that change hands are sold and bought at the staking NAV. Null where some of them came at no price that was told
     */
    @BigIntColumn_({nullable: true})
    costBasis!: bigint | undefined | null

    /**
     * What was got less what it cost, over all shares given up, signed; null once a part of it is unknown
     */
    @BigIntColumn_({nullable: true})
    realizedYield!: bigint | undefined | null

    /**
     * Share-weighted mean time of entry of the shares held
     */
    @DateTimeColumn_({nullable: true})
    entryAt!: Date | undefined | null

    /**
     * Cost and mean entry of the shares last given up
     */
    @BigIntColumn_({nullable: true})
    lastExitCost!: bigint | undefined | null

    /**
     * Mean entry of the shares last given up
     */
    @DateTimeColumn_({nullable: true})
    lastExitEntryAt!: Date | undefined | null

    /**
     * Shares whose cost is known, that cost, and the sum of shares x unix seconds of entry; null once lost
     */
    @BigIntColumn_({nullable: true})
    pooledShares!: bigint | undefined | null

    /**
     * AID wei paid for those shares
     */
    @BigIntColumn_({nullable: true})
    pooledCost!: bigint | undefined | null

    /**
     * Sum of those shares x unix seconds of their entry
     */
    @BigIntColumn_({nullable: true})
    pooledShareSeconds!: bigint | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
