import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

@Index_(["vault", "requestId"], {unique: false})
@Entity_()
export class UnstakeRequest {
    constructor(props?: Partial<UnstakeRequest>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    vault!: string

    @BigIntColumn_({nullable: false})
    requestId!: bigint

    @Index_()
    @StringColumn_({nullable: false})
    owner!: string

    @BigIntColumn_({nullable: false})
    cycleId!: bigint

    @BigIntColumn_({nullable: false})
    shares!: bigint

    /**
     * AID fixed at the request
     */
    @BigIntColumn_({nullable: false})
    assetsQuoted!: bigint

    /**
     * AID per share at the request, WAD
     */
    @BigIntColumn_({nullable: false})
    unstakingNav!: bigint

    @BigIntColumn_({nullable: false})
    assetsPaid!: bigint

    @BigIntColumn_({nullable: false})
    assetsRemaining!: bigint

    /**
     * PENDING, PARTIALLY_FILLED or SETTLED
     */
    @StringColumn_({nullable: false})
    status!: string

    /**
     * Payments to it
     */
    @IntColumn_({nullable: false})
    fillCount!: number

    /**
     * Time of the request
     */
    @DateTimeColumn_({nullable: false})
    requestedAt!: Date

    /**
     * Block of the request
     */
    @IntColumn_({nullable: false})
    requestedHeight!: number

    /**
     * Record that made it: text order is chain order
     */
    @StringColumn_({nullable: false})
    requestedRecord!: string

    /**
     * When it was paid in full; null before
     */
    @DateTimeColumn_({nullable: true})
    settledAt!: Date | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
