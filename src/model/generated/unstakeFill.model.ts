import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * One payment to an unstake request, in AID wei
 */
@Index_(["vault", "cycleId"], {unique: false})
@Index_(["chainId", "height"], {unique: false})
@Entity_()
export class UnstakeFill {
    constructor(props?: Partial<UnstakeFill>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    vault!: string

    /**
     * Id of the UnstakeRequest
     */
    @Index_()
    @StringColumn_({nullable: false})
    request!: string

    @BigIntColumn_({nullable: false})
    requestId!: bigint

    @Index_()
    @StringColumn_({nullable: false})
    owner!: string

    /**
     * The cycle whose settlement paid; 0 between settlements
     */
    @BigIntColumn_({nullable: false})
    cycleId!: bigint

    @BigIntColumn_({nullable: false})
    assetsPaid!: bigint

    @BigIntColumn_({nullable: false})
    assetsRemaining!: bigint

    /**
     * Seconds since the request
     */
    @IntColumn_({nullable: false})
    waitedSeconds!: number

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
