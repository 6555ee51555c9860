import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, BooleanColumn as BooleanColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * A redeemer: its terms, and what was handed in on its last day. AID wei
 */
@Entity_()
export class RedeemerState {
    constructor(props?: Partial<RedeemerState>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    address!: string

    @StringColumn_({nullable: false})
    name!: string

    /**
     * The stablecoin it pays; null before its terms or a redemption are seen
     */
    @StringColumn_({nullable: true})
    collateral!: string | undefined | null

    /**
     * Whether its collateral is enabled; null before its terms are seen
     */
    @BooleanColumn_({nullable: true})
    isEnabled!: boolean | undefined | null

    /**
     * Fee of a redemption, basis points; null before its terms are seen
     */
    @IntColumn_({nullable: true})
    feeBps!: number | undefined | null

    /**
     * AID that may be redeemed per UTC day; null where no limit was ever seen
     */
    @BigIntColumn_({nullable: true})
    dailyLimit!: bigint | undefined | null

    /**
     * UTC day of the last redemption, in days since 1970
     */
    @IntColumn_({nullable: true})
    lastDay!: number | undefined | null

    /**
     * AID wei handed in on that day
     */
    @BigIntColumn_({nullable: false})
    redeemedOnLastDay!: bigint

    /**
     * AID wei handed in since the first block
     */
    @BigIntColumn_({nullable: false})
    cumulativeRedeemed!: bigint

    /**
     * Redemptions
     */
    @IntColumn_({nullable: false})
    redemptionCount!: number

    /**
     * Whether it was ever seen to permit an account
     */
    @BooleanColumn_({nullable: false})
    hasWhitelist!: boolean

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
