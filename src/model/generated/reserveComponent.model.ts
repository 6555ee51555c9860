import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_, JSONColumn as JSONColumn_} from "@subsquid/typeorm-store"

/**
 * One source of AID's backing: a stablecoin in custody, or the T-bill leg of a reserve feed
 */
@Entity_()
export class ReserveComponent {
    constructor(props?: Partial<ReserveComponent>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * STABLECOIN or TBILL
     */
    @StringColumn_({nullable: false})
    kind!: string

    @StringColumn_({nullable: false})
    address!: string

    @StringColumn_({nullable: false})
    name!: string

    @IntColumn_({nullable: false})
    decimals!: number

    /**
     * Stablecoin held in custody, in its smallest unit; null for the T-bill leg
     */
    @BigIntColumn_({nullable: true})
    amount!: bigint | undefined | null

    /**
     * Newest published valuation, USD WAD; null for a stablecoin or before the first report
     */
    @BigIntColumn_({nullable: true})
    reportedUsd!: bigint | undefined | null

    @DateTimeColumn_({nullable: true})
    valuationAt!: Date | undefined | null

    @DateTimeColumn_({nullable: true})
    publishedAt!: Date | undefined | null

    /**
     * Moves to (+) and from (-) the T-bill custodian since the valuation: [{at, amount}], USD WAD as text
     */
    @JSONColumn_({nullable: false})
    pendingMoves!: unknown

    /**
     * USD WAD; null when nothing was reported yet
     */
    @BigIntColumn_({nullable: true})
    valueUsd!: bigint | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
