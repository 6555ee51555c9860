import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * A block header the indexer was given
 */
@Index_(["chainId", "at"], {unique: false})
@Index_(["chainId", "height"], {unique: false})
@Entity_()
export class Block {
    constructor(props?: Partial<Block>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @IntColumn_({nullable: false})
    height!: number

    @StringColumn_({nullable: false})
    hash!: string

    /**
     * Hash of the block before
     */
    @StringColumn_({nullable: false})
    parentHash!: string

    @DateTimeColumn_({nullable: false})
    at!: Date
}
