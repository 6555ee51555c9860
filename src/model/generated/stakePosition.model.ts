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

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
