import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_} from "@subsquid/typeorm-store"

/**
 * The version of a projection whose rows this database holds
 */
@Entity_()
export class ProjectionVersion {
    constructor(props?: Partial<ProjectionVersion>) {
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
    name!: string

    /**
     * Version of its fold
     */
    @IntColumn_({nullable: false})
    version!: number

    /**
     * Version of the decoders whose events it folded
     */
    @IntColumn_({nullable: false})
    decoders!: number

    /**
     * sha256 over all its rows and the order in which they came to be: of its newest BlockDigest, or its seed before the first
     */
    @StringColumn_({nullable: false})
    digest!: string

    /**
     * Block of the newest change; null before the first
     */
    @IntColumn_({nullable: true})
    digestHeight!: number | undefined | null
}
