import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_, BooleanColumn as BooleanColumn_} from "@subsquid/typeorm-store"

/**
 * One fact of the append-only log: a raw log of a tracked contract, a reading (the answer a view gave at a block), or a
 * report attested off chain. The only truth; everything else in this schema can be rebuilt from it.
 */
@Index_(["chainId", "height"], {unique: false})
@Index_(["address", "kind", "id"], {unique: false})
@Entity_()
export class EventRecord {
    constructor(props?: Partial<EventRecord>) {
        Object.assign(this, props)
    }

    /**
     * chainId-height-L<logIndex>, -R<index> (the block's own state, read after its logs), -E<index> (an earlier block's state) or -A<index> (a report, before all of them), fixed width: text order is chain order
     */
    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Block that carries the log, at which the reading was taken or discovered, or with which the chain learned of the report
     */
    @IntColumn_({nullable: false})
    height!: number

    /**
     * Of the block at height
     */
    @StringColumn_({nullable: false})
    blockHash!: string

    @DateTimeColumn_({nullable: false})
    at!: Date

    /**
     * LOG, READING or REPORT
     */
    @StringColumn_({nullable: false})
    kind!: string

    /**
     * Contract; of a report its id, the sha256 of data
     */
    @StringColumn_({nullable: false})
    address!: string

    /**
     * Topics of a log; empty for a reading and a report
     */
    @StringColumn_({array: true, nullable: false})
    topics!: (string)[]

    /**
     * Log data, the bytes the view answered, or the report as canonical JSON
     */
    @StringColumn_({nullable: false})
    data!: string

    @StringColumn_({nullable: true})
    txHash!: string | undefined | null

    /**
     * Place of the transaction in its block; null for a reading and a report
     */
    @IntColumn_({nullable: true})
    txIndex!: number | undefined | null

    /**
     * Place of the log in its block; null for a reading and a report
     */
    @IntColumn_({nullable: true})
    logIndex!: number | undefined | null

    /**
     * Calldata of a reading
     */
    @StringColumn_({nullable: true})
    input!: string | undefined | null

    /**
     * Block whose state was read; earlier than height where a bisection found a step
     */
    @IntColumn_({nullable: true})
    readHeight!: number | undefined | null

    /**
     * Hash of the block whose state was read
     */
    @StringColumn_({nullable: true})
    readHash!: string | undefined | null

    /**
     * Time of that block
     */
    @DateTimeColumn_({nullable: true})
    readAt!: Date | undefined | null

    /**
     * The view reverted; data is then empty
     */
    @BooleanColumn_({nullable: true})
    reverted!: boolean | undefined | null
}
