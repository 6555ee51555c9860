import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_} from "@subsquid/typeorm-store"

/**
 * Digest of a projection after a block that changed its rows, chained over all such blocks before it
 */
@Index_(["chainId", "projection", "height"], {unique: false})
@Entity_()
export class BlockDigest {
    constructor(props?: Partial<BlockDigest>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Projection, or eventRecord for the log itself
     */
    @StringColumn_({nullable: false})
    projection!: string

    @IntColumn_({nullable: false})
    height!: number

    /**
     * sha256 of the digest before, the height, and the rows that the block changed
     */
    @StringColumn_({nullable: false})
    digest!: string
}
