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

    @StringColumn_({nullable: false})
    name!: string

    @IntColumn_({nullable: false})
    version!: number
}
