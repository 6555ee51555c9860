import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * The sAID vault. NAVs are AID per share, WAD, as the contract answers convertToAssets(1e18) and convertToAssetsWithLoss(1e18)
 */
@Entity_()
export class StakingVault {
    constructor(props?: Partial<StakingVault>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    address!: string

    @BigIntColumn_({nullable: false})
    totalShares!: bigint

    /**
     * Book value; null before the first reading
     */
    @BigIntColumn_({nullable: true})
    totalAssets!: bigint | undefined | null

    @BigIntColumn_({nullable: true})
    stakingNav!: bigint | undefined | null

    @BigIntColumn_({nullable: true})
    unstakingNav!: bigint | undefined | null

    @BigIntColumn_({nullable: true})
    unrealizedLoss!: bigint | undefined | null

    /**
     * Block and time whose state the NAVs are
     */
    @IntColumn_({nullable: true})
    navHeight!: number | undefined | null

    /**
     * Time of that block
     */
    @DateTimeColumn_({nullable: true})
    navAt!: Date | undefined | null

    /**
     * totalAssets expected from the flows since the last reading
     */
    @BigIntColumn_({nullable: true})
    expectedAssets!: bigint | undefined | null

    @BigIntColumn_({nullable: false})
    cumulativeStaked!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeUnstaked!: bigint

    @BigIntColumn_({nullable: false})
    cumulativePaid!: bigint

    @BigIntColumn_({nullable: false})
    pendingAssets!: bigint

    @IntColumn_({nullable: false})
    pendingRequests!: number

    /**
     * AID wei that went out to deals
     */
    @BigIntColumn_({nullable: false})
    cumulativeDeployed!: bigint

    /**
     * AID wei of principal that came back
     */
    @BigIntColumn_({nullable: false})
    cumulativePrincipalReturned!: bigint

    /**
     * AID wei of income that came back
     */
    @BigIntColumn_({nullable: false})
    cumulativeIncomeReturned!: bigint

    /**
     * AID wei written off
     */
    @BigIntColumn_({nullable: false})
    cumulativeRealizedLoss!: bigint

    @BigIntColumn_({nullable: true})
    epoch!: bigint | undefined | null

    /**
     * NAV marks
     */
    @IntColumn_({nullable: false})
    markCount!: number

    /**
     * Time of the last mark
     */
    @DateTimeColumn_({nullable: true})
    lastMarkAt!: Date | undefined | null

    /**
     * Staking NAV of the last mark, WAD
     */
    @BigIntColumn_({nullable: true})
    lastMarkStakingNav!: bigint | undefined | null

    /**
     * Unstaking NAV of the last mark, WAD
     */
    @BigIntColumn_({nullable: true})
    lastMarkUnstakingNav!: bigint | undefined | null

    /**
     * Record that made the last mark
     */
    @StringColumn_({nullable: true})
    lastMarkRecord!: string | undefined | null

    /**
     * Block of an explicit mark or loss event, whose change of NAV no reading shall count again
     */
    @IntColumn_({nullable: true})
    markedHeight!: number | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
