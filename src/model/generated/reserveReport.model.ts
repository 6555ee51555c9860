import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * One published valuation of a reserve feed
 */
@Index_(["component", "valuationAt"], {unique: false})
@Entity_()
export class ReserveReport {
    constructor(props?: Partial<ReserveReport>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    component!: string

    @BigIntColumn_({nullable: false})
    roundId!: bigint

    /**
     * USD WAD
     */
    @BigIntColumn_({nullable: false})
    valueUsd!: bigint

    @DateTimeColumn_({nullable: false})
    valuationAt!: Date

    /**
     * Time of the block that carries it
     */
    @DateTimeColumn_({nullable: false})
    publishedAt!: Date

    @IntColumn_({nullable: false})
    height!: number

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
