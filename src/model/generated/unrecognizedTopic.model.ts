import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_} from "@subsquid/typeorm-store"

/**
 * A topic of a tracked contract that no decoder knows; its logs are kept and counted
 */
@Entity_()
export class UnrecognizedTopic {
    constructor(props?: Partial<UnrecognizedTopic>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    role!: string

    @StringColumn_({nullable: false})
    address!: string

    /**
     * First topic; null for a log without topics
     */
    @StringColumn_({nullable: true})
    topic0!: string | undefined | null

    /**
     * Logs seen
     */
    @IntColumn_({nullable: false})
    count!: number

    /**
     * Record of the first of them
     */
    @StringColumn_({nullable: false})
    firstRecord!: string

    /**
     * Record of the newest
     */
    @StringColumn_({nullable: false})
    lastRecord!: string
}
