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
     * Projection
     */
    @StringColumn_({nullable: false})
    name!: string

    /**
     * Version of its fold
     */
    @IntColumn_({nullable: false})
    version!: number
}
