import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_, JSONColumn as JSONColumn_} from "@subsquid/typeorm-store"

/**
 * A chain this database indexes; head and its time are the supervisor's heartbeat
 */
@Entity_()
export class Chain {
    constructor(props?: Partial<Chain>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Name of the network file
     */
    @StringColumn_({nullable: false})
    network!: string

    /**
     * First block indexed
     */
    @IntColumn_({nullable: false})
    startBlock!: number

    /**
     * Blocks after which a block counts as final
     */
    @IntColumn_({nullable: false})
    finalityConfirmation!: number

    /**
     * Blocks between two readings of the views; null where they are not read on a schedule
     */
    @IntColumn_({nullable: true})
    readEvery!: number | undefined | null

    /**
     * Newest block known to exist
     */
    @IntColumn_({nullable: true})
    headHeight!: number | undefined | null

    /**
     * Time of that block
     */
    @DateTimeColumn_({nullable: true})
    headAt!: Date | undefined | null

    /**
     * The network file's contracts: role, name, address, fromBlock, decimals, maxAgeSeconds, heartbeatSeconds
     */
    @JSONColumn_({nullable: false})
    contracts!: unknown

    /**
     * The network file's further addresses whose stablecoins are reserves
     */
    @StringColumn_({array: true, nullable: false})
    custody!: (string)[]

    /**
     * How numbers are judged: haircuts, settlement days, margins, bands, policies; each list by fromBlock
     */
    @JSONColumn_({nullable: false})
    parameters!: unknown

    /**
     * What known addresses are, by address: class and name
     */
    @JSONColumn_({nullable: false})
    labels!: unknown
}
