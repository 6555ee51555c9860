import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_, JSONColumn as JSONColumn_} from "@subsquid/typeorm-store"

/**
 * Append-only: the reports handed in by gaib-squid attest. Its chain folds a report with the next block it indexes whose
 * time is at or after the publication
 */
@Index_(["chainId", "publishedAt"], {unique: false})
@Entity_()
export class AttestationInbox {
    constructor(props?: Partial<AttestationInbox>) {
        Object.assign(this, props)
    }

    /**
     * The report's id: 0x and the sha256 of document
     */
    @PrimaryColumn_()
    id!: string

    /**
     * Order in which reports were handed in, from 1
     */
    @Index_({unique: true})
    @IntColumn_({nullable: false})
    sequence!: number

    /**
     * The report's home chain
     */
    @IntColumn_({nullable: false})
    chainId!: number

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

    @StringColumn_({nullable: false})
    assurance!: string

    @StringColumn_({nullable: false})
    issuer!: string

    @StringColumn_({nullable: false})
    uri!: string

    @StringColumn_({nullable: false})
    documentHash!: string

    /**
     * Id of the report it corrects; a report is corrected once at most
     */
    @Index_({unique: true})
    @StringColumn_({nullable: true})
    corrects!: string | undefined | null

    @StringColumn_({nullable: true})
    reason!: string | undefined | null

    /**
     * As docs/attestations.md describes it
     */
    @JSONColumn_({nullable: false})
    body!: unknown

    /**
     * The report as canonical JSON: keys sorted, no spaces
     */
    @StringColumn_({nullable: false})
    document!: string
}
