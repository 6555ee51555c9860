import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, DateTimeColumn as DateTimeColumn_, StringColumn as StringColumn_} from "@subsquid/typeorm-store"

/**
 * A UTC day whose closes were computed, once for each set of versions; append-only
 */
@Index_(["chainId", "day", "revision"], {unique: true})
@Index_(["chainId", "height"], {unique: false})
@Entity_()
export class PublishedDay {
    constructor(props?: Partial<PublishedDay>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * First instant of the day
     */
    @DateTimeColumn_({nullable: false})
    day!: Date

    /**
     * 0 for the first publication; one more each time the day was computed under other versions
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
     * Block time from which on it is known: of the block that made the close final, or for a revision of the finalized head
     */
    @DateTimeColumn_({nullable: false})
    knownAt!: Date

    /**
     * Id of the PublishedVersions
     */
    @StringColumn_({nullable: false})
    versions!: string

    /**
     * Values that were published with it for the first time
     */
    @IntColumn_({nullable: false})
    added!: number

    /**
     * Values that it changed
     */
    @IntColumn_({nullable: false})
    restated!: number
}
