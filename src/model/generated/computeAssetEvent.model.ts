import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * Something that happened to an asset: registration, status, attestation, valuation, draw, repayment, loss, missed payment, reserve draw
 */
@Index_(["asset", "height"], {unique: false})
@Entity_()
export class ComputeAssetEvent {
    constructor(props?: Partial<ComputeAssetEvent>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    asset!: string

    /**
     * Type of the domain event
     */
    @StringColumn_({nullable: false})
    type!: string

    /**
     * Status before a change of status
     */
    @StringColumn_({nullable: true})
    statusBefore!: string | undefined | null

    /**
     * Status after a change of status
     */
    @StringColumn_({nullable: true})
    statusAfter!: string | undefined | null

    /**
     * Of the event, where it has one; AID wei
     */
    @BigIntColumn_({nullable: true})
    amount!: bigint | undefined | null

    /**
     * Kind, account or document the event names
     */
    @StringColumn_({nullable: true})
    detail!: string | undefined | null

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
