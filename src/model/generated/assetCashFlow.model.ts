import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * One cash flow of an asset, in AID wei and never negative. Between vault and borrower: DRAW, PRINCIPAL, INCOME. Into the
 * distributor: REVENUE_GROSS, COSTS_GROSS. Out of it: PASS_THROUGH, FEES, RESERVE, TO_VAULT (dust included), TO_HOLDERS. Not
 * cash: LOSS written off, its COVER by the reserve fund, RESERVE_DRAWN from that fund, MISSED payments
 */
@Index_(["asset", "height"], {unique: false})
@Index_(["chainId", "height"], {unique: false})
@Entity_()
export class AssetCashFlow {
    constructor(props?: Partial<AssetCashFlow>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Id of the asset's row; of the T-bill income too, which has none
     */
    @StringColumn_({nullable: false})
    asset!: string

    /**
     * DRAW, PRINCIPAL, INCOME, REVENUE_GROSS, COSTS_GROSS, PASS_THROUGH, FEES, RESERVE, TO_VAULT, TO_HOLDERS, LOSS, COVER, RESERVE_DRAWN or MISSED
     */
    @StringColumn_({nullable: false})
    kind!: string

    /**
     * AID wei, never negative: the kind says the direction
     */
    @BigIntColumn_({nullable: false})
    amount!: bigint

    /**
     * Borrower of a draw, payer of revenue, recipient of a draw on the reserve fund
     */
    @StringColumn_({nullable: true})
    counterparty!: string | undefined | null

    /**
     * When a missed payment was due
     */
    @DateTimeColumn_({nullable: true})
    dueAt!: Date | undefined | null

    /**
     * Period that revenue was paid for
     */
    @DateTimeColumn_({nullable: true})
    periodStartAt!: Date | undefined | null

    /**
     * First instant after that period
     */
    @DateTimeColumn_({nullable: true})
    periodEndAt!: Date | undefined | null

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
