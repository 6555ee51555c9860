import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_, JSONColumn as JSONColumn_} from "@subsquid/typeorm-store"

/**
 * A report attested off chain, as its chain learned of it; a correction is a row of its own, and what it corrects stays
 */
@Index_(["kind", "subject", "height"], {unique: false})
@Index_(["chainId", "height"], {unique: false})
@Entity_()
export class AttestedReport {
    constructor(props?: Partial<AttestedReport>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * 0x and the sha256 of the report's canonical JSON
     */
    @Index_()
    @StringColumn_({nullable: false})
    reportId!: string

    /**
     * ASSET_SCHEDULE, ASSET_FINANCIALS, ASSET_PARTIES or RESERVE_STATEMENT
     */
    @StringColumn_({nullable: false})
    kind!: string

    /**
     * Asset id, or AID for its reserves
     */
    @StringColumn_({nullable: false})
    subject!: string

    /**
     * Instant the statement holds for
     */
    @DateTimeColumn_({nullable: false})
    asOf!: Date

    @DateTimeColumn_({nullable: false})
    publishedAt!: Date

    /**
     * SELF_REPORTED, AGREED_UPON, LIMITED or REASONABLE
     */
    @StringColumn_({nullable: false})
    assurance!: string

    @StringColumn_({nullable: false})
    issuer!: string

    @StringColumn_({nullable: false})
    uri!: string

    /**
     * 0x and the sha256 of the document behind uri
     */
    @StringColumn_({nullable: false})
    documentHash!: string

    /**
     * Id of the report it corrects
     */
    @StringColumn_({nullable: true})
    corrects!: string | undefined | null

    /**
     * Why it corrects it
     */
    @StringColumn_({nullable: true})
    reason!: string | undefined | null

    /**
     * As docs/attestations.md describes it: amounts as text, instants ISO 8601
     */
    @JSONColumn_({nullable: false})
    body!: unknown

    /**
     * Block with which the chain learned of it, and its time
     */
    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    record!: string
}
