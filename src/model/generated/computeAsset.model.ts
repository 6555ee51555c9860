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

    @Index_()
    @StringColumn_({nullable: false})
    assetId!: string

    @StringColumn_({nullable: false})
    token!: string

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

    @BigIntColumn_({nullable: false})
    principal!: bigint

    @IntColumn_({nullable: false})
    aprBps!: number

    @DateTimeColumn_({nullable: false})
    startAt!: Date

    /**
     * Null for a deal without an end
     */
    @DateTimeColumn_({nullable: true})
    maturityAt!: Date | undefined | null

    @StringColumn_({nullable: false})
    metadataUri!: string

    @BigIntColumn_({nullable: false})
    drawn!: bigint

    @BigIntColumn_({nullable: false})
    repaid!: bigint

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

    @IntColumn_({nullable: true})
    utilizationBps!: number | undefined | null

    @DateTimeColumn_({nullable: true})
    valuedAt!: Date | undefined | null

    @BigIntColumn_({nullable: false})
    cumulativeGross!: bigint

    @BigIntColumn_({nullable: false})
    cumulativePassThrough!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeProtocolFee!: bigint

    @BigIntColumn_({nullable: false})
    cumulativePerformanceFee!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeReserveContribution!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeNetToVault!: bigint

    @BigIntColumn_({nullable: false})
    cumulativePaidToHolders!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeDust!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeReserveDrawn!: bigint

    @BigIntColumn_({nullable: false})
    cumulativeIncome!: bigint

    @IntColumn_({nullable: false})
    distributionCount!: number

    @IntColumn_({nullable: false})
    missedCount!: number

    @DateTimeColumn_({nullable: true})
    lastMissedDueAt!: Date | undefined | null

    @DateTimeColumn_({nullable: true})
    lastDistributedAt!: Date | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
