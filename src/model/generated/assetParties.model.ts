import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_, BigIntColumn as BigIntColumn_} from "@subsquid/typeorm-store"

/**
 * Who owes a deal, and where, attested
 */
@Index_(["asset", "height"], {unique: false})
@Index_(["chainId", "height"], {unique: false})
@Entity_()
export class AssetParties {
    constructor(props?: Partial<AssetParties>) {
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
     * Who owes it
     */
    @StringColumn_({nullable: false})
    obligor!: string

    /**
     * Where it stands
     */
    @StringColumn_({nullable: false})
    region!: string

    /**
     * Cash reserve the terms demand, AID wei
     */
    @BigIntColumn_({nullable: true})
    reserveRequired!: bigint | undefined | null

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    record!: string
}
