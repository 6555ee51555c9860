import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, JSONColumn as JSONColumn_} from "@subsquid/typeorm-store"

/**
 * The versions that published values were computed by: formulas, projections, terms of the networks, list of metrics
 */
@Entity_()
export class PublishedVersions {
    constructor(props?: Partial<PublishedVersions>) {
        Object.assign(this, props)
    }

    /**
     * sha256 of the canonical JSON of versions, hex
     */
    @PrimaryColumn_()
    id!: string

    /**
     * methodology by family, projections and decoders by chain, terms (sha256 of a network's contracts, custody and parameters) by chain, metrics
     */
    @JSONColumn_({nullable: false})
    versions!: unknown
}
