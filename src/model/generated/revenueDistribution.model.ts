import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * One distribution of an asset's revenue; gross is the sum of the seven legs, in AID
 */
@Index_(["asset", "at"], {unique: false})
@Entity_()
export class RevenueDistribution {
    constructor(props?: Partial<RevenueDistribution>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    asset!: string

    @BigIntColumn_({nullable: false})
    epoch!: bigint

    @BigIntColumn_({nullable: false})
    gross!: bigint

    @BigIntColumn_({nullable: false})
    passThrough!: bigint

    @BigIntColumn_({nullable: false})
    protocolFee!: bigint

    @BigIntColumn_({nullable: false})
    performanceFee!: bigint

    @BigIntColumn_({nullable: false})
    reserveContribution!: bigint

    @BigIntColumn_({nullable: false})
    netToVault!: bigint

    @BigIntColumn_({nullable: false})
    paidToHolders!: bigint

    @BigIntColumn_({nullable: false})
    dust!: bigint

    /**
     * gross minus the sum of the legs; anything but 0 is a broken identity
     */
    @BigIntColumn_({nullable: false})
    residual!: bigint

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
