import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * The daily close of a metric of src/domain/published.ts, or what replaced it; append-only
 */
@Index_(["chainId", "sequence"], {unique: true})
@Index_(["chainId", "metric", "key", "day", "revision"], {unique: true})
@Index_(["chainId", "height", "metric"], {unique: false})
@Entity_()
export class PublishedValue {
    constructor(props?: Partial<PublishedValue>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Place among the chain's rows in the order in which they were appended, from 1
     */
    @IntColumn_({nullable: false})
    sequence!: number

    /**
     * Name of the metric, as backing.ratio
     */
    @StringColumn_({nullable: false})
    metric!: string

    /**
     * Asset id, AID or SAID; empty where there is one
     */
    @StringColumn_({nullable: false})
    key!: string

    /**
     * First instant of the UTC day
     */
    @DateTimeColumn_({nullable: false})
    day!: Date

    /**
     * 0 for the first publication; above 0 the row is a restatement
     */
    @IntColumn_({nullable: false})
    revision!: number

    /**
     * The day's last block
     */
    @IntColumn_({nullable: false})
    height!: number

    @StringColumn_({nullable: false})
    hash!: string

    @DateTimeColumn_({nullable: false})
    at!: Date

    /**
     * As the API answers it; null for its reason
     */
    @StringColumn_({nullable: true})
    value!: string | undefined | null

    /**
     * Why value is null
     */
    @StringColumn_({nullable: true})
    reason!: string | undefined | null

    @StringColumn_({nullable: false})
    methodologyVersion!: string

    /**
     * Id of the PublishedVersions
     */
    @StringColumn_({nullable: false})
    versions!: string

    /**
     * Block time from which on it is known
     */
    @DateTimeColumn_({nullable: false})
    knownAt!: Date

    /**
     * What stood before; null for its reason, and in a first publication
     */
    @StringColumn_({nullable: true})
    oldValue!: string | undefined | null

    /**
     * Why oldValue is null
     */
    @StringColumn_({nullable: true})
    oldReason!: string | undefined | null

    /**
     * Null in a first publication
     */
    @StringColumn_({nullable: true})
    oldMethodologyVersion!: string | undefined | null

    /**
     * Id of the PublishedVersions of what stood before; null in a first publication
     */
    @StringColumn_({nullable: true})
    oldVersions!: string | undefined | null

    /**
     * Why the value changed; null in a first publication
     */
    @StringColumn_({nullable: true})
    change!: string | undefined | null
}
