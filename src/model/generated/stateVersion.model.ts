import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_, JSONColumn as JSONColumn_} from "@subsquid/typeorm-store"

/**
 * Append-only: what a state row was after a block, and the records that made it so
 */
@Index_(["projection", "key", "height"], {unique: false})
@Index_(["chainId", "projection", "height"], {unique: false})
@Entity_()
export class StateVersion {
    constructor(props?: Partial<StateVersion>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Projection of the row
     */
    @StringColumn_({nullable: false})
    projection!: string

    /**
     * Id of the state row
     */
    @StringColumn_({nullable: false})
    key!: string

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    /**
     * The row; integers as n:<decimal>, instants in unix seconds
     */
    @JSONColumn_({nullable: false})
    row!: unknown

    /**
     * Ids of the records that changed the row in this block
     */
    @StringColumn_({array: true, nullable: false})
    causes!: (string)[]
}
