import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_, JSONColumn as JSONColumn_} from "@subsquid/typeorm-store"

/**
 * A level followed through time: any UTC bucket's open, high, low, close and mean follow from its versions at the two ends
 */
@Entity_()
export class Gauge {
    constructor(props?: Partial<Gauge>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * SUPPLY, RESERVES, SHARES, TOTAL_ASSETS, STAKING_NAV, UNSTAKING_NAV, UNREALIZED_LOSS, PENDING or OUTSTANDING
     */
    @StringColumn_({nullable: false})
    series!: string

    /**
     * Id of the asset's row for OUTSTANDING; empty for a level of the whole chain
     */
    @StringColumn_({nullable: false})
    subject!: string

    /**
     * In the unit of the series; null while it cannot be read
     */
    @BigIntColumn_({nullable: true})
    value!: bigint | undefined | null

    /**
     * When the value changed last
     */
    @DateTimeColumn_({nullable: false})
    changedAt!: Date

    /**
     * Sum of value x seconds up to changedAt
     */
    @BigIntColumn_({nullable: false})
    integral!: bigint

    /**
     * Seconds up to changedAt in which there was a value
     */
    @IntColumn_({nullable: false})
    knownSeconds!: number

    /**
     * Blocks that changed the level
     */
    @IntColumn_({nullable: false})
    changeCount!: number

    /**
     * For HOUR, DAY, WEEK and MONTH the bucket of changedAt: start, open, and high and low of the values that ended in it
     */
    @JSONColumn_({nullable: false})
    bounds!: unknown

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
