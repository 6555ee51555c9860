import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_, BooleanColumn as BooleanColumn_, JSONColumn as JSONColumn_} from "@subsquid/typeorm-store"

/**
 * A version of what a deal owes, or is expected to pay; the newest published is in force, a correction in place of what it corrects
 */
@Index_(["asset", "height"], {unique: false})
@Index_(["chainId", "height"], {unique: false})
@Entity_()
export class AssetSchedule {
    constructor(props?: Partial<AssetSchedule>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Id of the asset's row
     */
    @StringColumn_({nullable: false})
    asset!: string

    /**
     * 0x and the sha256 of the report's canonical JSON
     */
    @Index_()
    @StringColumn_({nullable: false})
    reportId!: string

    /**
     * Id of the report it corrects, and why
     */
    @StringColumn_({nullable: true})
    corrects!: string | undefined | null

    @StringColumn_({nullable: true})
    reason!: string | undefined | null

    /**
     * SELF_REPORTED, AGREED_UPON, LIMITED or REASONABLE
     */
    @StringColumn_({nullable: false})
    assurance!: string

    @StringColumn_({nullable: false})
    issuer!: string

    @StringColumn_({nullable: false})
    uri!: string

    @StringColumn_({nullable: false})
    documentHash!: string

    /**
     * Instant the statement holds for
     */
    @DateTimeColumn_({nullable: false})
    asOf!: Date

    /**
     * Known from here on
     */
    @DateTimeColumn_({nullable: false})
    publishedAt!: Date

    /**
     * Owed by contract; else only expected
     */
    @BooleanColumn_({nullable: false})
    contractual!: boolean

    /**
     * [{dueAt: ISO 8601 UTC, interest, principal: AID wei as text}]
     */
    @JSONColumn_({nullable: false})
    payments!: unknown

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    record!: string
}
