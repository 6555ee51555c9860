import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * One cycle of the queue and its account, in AID wei: opening + new = filled + filledBetween + cancelled + rolled + open.
 * An account is struck by the settlement and null before. Cycle 0 is the account of requests made outside of every cycle,
 * which wait until one is opened whose cutoff lies after them; it is kept with every event and never settled.
 */
@Index_(["vault", "cycleId"], {unique: false})
@Entity_()
export class WithdrawalCycle {
    constructor(props?: Partial<WithdrawalCycle>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    vault!: string

    @BigIntColumn_({nullable: false})
    cycleId!: bigint

    /**
     * OUTSIDE (cycle 0), OPENED or SETTLED
     */
    @StringColumn_({nullable: false})
    status!: string

    /**
     * FIFO or PRO_RATA, as declared when it was opened; null for cycle 0, like the times
     */
    @StringColumn_({nullable: true})
    policy!: string | undefined | null

    /**
     * Block time of the opening
     */
    @DateTimeColumn_({nullable: true})
    openedAt!: Date | undefined | null

    /**
     * Requests made from here on belong to the cycle
     */
    @DateTimeColumn_({nullable: true})
    opensAt!: Date | undefined | null

    /**
     * Requests made before are due at its settlement
     */
    @DateTimeColumn_({nullable: true})
    cutoffAt!: Date | undefined | null

    /**
     * It can be settled from here on
     */
    @DateTimeColumn_({nullable: true})
    settlesAt!: Date | undefined | null

    /**
     * Block time of the settlement
     */
    @DateTimeColumn_({nullable: true})
    settledAt!: Date | undefined | null

    /**
     * Block of the settlement
     */
    @IntColumn_({nullable: true})
    settledHeight!: number | undefined | null

    /**
     * Record of the settlement
     */
    @StringColumn_({nullable: true})
    settledRecord!: string | undefined | null

    /**
     * As the settlement says, WAD
     */
    @BigIntColumn_({nullable: true})
    unstakingNav!: bigint | undefined | null

    /**
     * Requests that carry the cycle, and what they ask for
     */
    @IntColumn_({nullable: false})
    requestCount!: number

    /**
     * AID wei that those requests ask for
     */
    @BigIntColumn_({nullable: false})
    requestedAssets!: bigint

    /**
     * Payments that carry the cycle: those of its settlement, in cycle 0 those outside of settlements
     */
    @IntColumn_({nullable: false})
    fillCount!: number

    /**
     * AID wei of those payments
     */
    @BigIntColumn_({nullable: false})
    paidAssets!: bigint

    /**
     * Sum of AID paid x seconds since its request
     */
    @BigIntColumn_({nullable: false})
    paidSeconds!: bigint

    /**
     * Owed since earlier settlements, or since before the cycle was opened
     */
    @BigIntColumn_({nullable: true})
    openingAssets!: bigint | undefined | null

    /**
     * Requested in the cycle
     */
    @BigIntColumn_({nullable: true})
    newAssets!: bigint | undefined | null

    /**
     * Paid by the settlement
     */
    @BigIntColumn_({nullable: true})
    filledAssets!: bigint | undefined | null

    /**
     * Paid outside of settlements
     */
    @BigIntColumn_({nullable: true})
    filledBetweenAssets!: bigint | undefined | null

    /**
     * 0: a request cannot be taken back
     */
    @BigIntColumn_({nullable: true})
    cancelledAssets!: bigint | undefined | null

    /**
     * Left to the next settlement (due - paid, as the contract says); of cycle 0 moved into cycles
     */
    @BigIntColumn_({nullable: true})
    rolledAssets!: bigint | undefined | null

    /**
     * Waits still; 0 after a settlement
     */
    @BigIntColumn_({nullable: true})
    openAssets!: bigint | undefined | null

    /**
     * What the identity leaves: 0, or what the contract was due and the log do not agree on
     */
    @BigIntColumn_({nullable: true})
    residual!: bigint | undefined | null

    /**
     * Due at the settlement, as the contract says
     */
    @BigIntColumn_({nullable: true})
    dueAssets!: bigint | undefined | null

    /**
     * AID in the vault just before the settlement paid
     */
    @BigIntColumn_({nullable: true})
    liquidAssets!: bigint | undefined | null

    /**
     * The queue's cumulative sums at the settlement
     */
    @BigIntColumn_({nullable: true})
    cumulativeDeposited!: bigint | undefined | null

    /**
     * WithdrawalQueue's sum at the settlement
     */
    @BigIntColumn_({nullable: true})
    cumulativeReturned!: bigint | undefined | null

    /**
     * WithdrawalQueue's sum at the settlement
     */
    @BigIntColumn_({nullable: true})
    cumulativeRevenue!: bigint | undefined | null

    /**
     * WithdrawalQueue's sum at the settlement
     */
    @BigIntColumn_({nullable: true})
    cumulativeDeployed!: bigint | undefined | null

    /**
     * WithdrawalQueue's sum at the settlement
     */
    @BigIntColumn_({nullable: true})
    cumulativePaidOut!: bigint | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
