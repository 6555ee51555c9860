import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, Index as Index_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * A financed deal: GPU, robotics or data center. Amounts in AID, cumulative since registration
 */
@Entity_()
export class ComputeAsset {
    constructor(props?: Partial<ComputeAsset>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * bytes32, id in the registry
     */
    @Index_()
    @StringColumn_({nullable: false})
    assetId!: string

    /**
     * Address of the ERC-1155 of asset tokens
     */
    @StringColumn_({nullable: false})
    token!: string

    /**
     * Id of the service provider, as registered
     */
    @StringColumn_({nullable: false})
    spId!: string

    /**
     * GPU, ROBOTICS or DATA_CENTER
     */
    @StringColumn_({nullable: false})
    assetClass!: string

    /**
     * DEBT, EQUITY or HYBRID
     */
    @StringColumn_({nullable: false})
    dealType!: string

    /**
     * PENDING, ACTIVE, LATE, DEFAULTED, REPAID, LIQUIDATED or WRITTEN_OFF
     */
    @StringColumn_({nullable: false})
    status!: string

    /**
     * AID wei, as registered
     */
    @BigIntColumn_({nullable: false})
    principal!: bigint

    /**
     * Basis points a year, as registered
     */
    @IntColumn_({nullable: false})
    aprBps!: number

    /**
     * As registered
     */
    @DateTimeColumn_({nullable: false})
    startAt!: Date

    /**
     * Null for a deal without an end
     */
    @DateTimeColumn_({nullable: true})
    maturityAt!: Date | undefined | null

    /**
     * As registered
     */
    @StringColumn_({nullable: false})
    metadataUri!: string

    /**
     * AID wei drawn so far
     */
    @BigIntColumn_({nullable: false})
    drawn!: bigint

    /**
     * AID wei of principal repaid so far
     */
    @BigIntColumn_({nullable: false})
    repaid!: bigint

    /**
     * AID wei of principal written off so far
     */
    @BigIntColumn_({nullable: false})
    realizedLoss!: bigint

    /**
     * drawn - repaid - realizedLoss
     */
    @BigIntColumn_({nullable: false})
    outstanding!: bigint

    @BigIntColumn_({nullable: false})
    unrealizedLoss!: bigint

    /**
     * USD WAD, attested
     */
    @BigIntColumn_({nullable: true})
    collateralValue!: bigint | undefined | null

    /**
     * Basis points, as last attested
     */
    @IntColumn_({nullable: true})
    utilizationBps!: number | undefined | null

    /**
     * Instant of the last valuation
     */
    @DateTimeColumn_({nullable: true})
    valuedAt!: Date | undefined | null

    /**
     * AID wei of revenue distributed
     */
    @BigIntColumn_({nullable: false})
    cumulativeGross!: bigint

    /**
     * AID wei of it to the service provider
     */
    @BigIntColumn_({nullable: false})
    cumulativePassThrough!: bigint

    /**
     * AID wei of it to the treasury
     */
    @BigIntColumn_({nullable: false})
    cumulativeProtocolFee!: bigint

    /**
     * AID wei of it to the treasury
     */
    @BigIntColumn_({nullable: false})
    cumulativePerformanceFee!: bigint

    /**
     * AID wei of it set aside against losses
     */
    @BigIntColumn_({nullable: false})
    cumulativeReserveContribution!: bigint

    /**
     * AID wei of it to the vault, without dust
     */
    @BigIntColumn_({nullable: false})
    cumulativeNetToVault!: bigint

    /**
     * AID wei of it to holders other than the vault
     */
    @BigIntColumn_({nullable: false})
    cumulativePaidToHolders!: bigint

    /**
     * AID wei of rounding, paid to the vault besides
     */
    @BigIntColumn_({nullable: false})
    cumulativeDust!: bigint

    /**
     * AID wei drawn from what was set aside
     */
    @BigIntColumn_({nullable: false})
    cumulativeReserveDrawn!: bigint

    /**
     * AID wei of income returned with capital
     */
    @BigIntColumn_({nullable: false})
    cumulativeIncome!: bigint

    /**
     * Distributions of revenue
     */
    @IntColumn_({nullable: false})
    distributionCount!: number

    /**
     * Payments reported missed
     */
    @IntColumn_({nullable: false})
    missedCount!: number

    /**
     * When the last payment reported missed was due
     */
    @DateTimeColumn_({nullable: true})
    lastMissedDueAt!: Date | undefined | null

    /**
     * Time of the last distribution
     */
    @DateTimeColumn_({nullable: true})
    lastDistributedAt!: Date | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
