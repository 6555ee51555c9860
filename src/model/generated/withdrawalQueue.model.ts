import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, JSONColumn as JSONColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * The queue of a vault and the AID that the vault holds to pay it with, in AID wei; cumulative since the first block
 */
@Entity_()
export class WithdrawalQueue {
    constructor(props?: Partial<WithdrawalQueue>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    address!: string

    /**
     * Owed to open requests
     */
    @BigIntColumn_({nullable: false})
    pendingAssets!: bigint

    @IntColumn_({nullable: false})
    pendingRequests!: number

    /**
     * AID in the vault: deposited + returned + revenue - deployed - paid out
     */
    @BigIntColumn_({nullable: false})
    heldAssets!: bigint

    /**
     * AID that anybody else sent
     */
    @BigIntColumn_({nullable: false})
    cumulativeDeposited!: bigint

    /**
     * AID minted to the vault: capital and income that came back
     */
    @BigIntColumn_({nullable: false})
    cumulativeReturned!: bigint

    /**
     * AID from the revenue distributor
     */
    @BigIntColumn_({nullable: false})
    cumulativeRevenue!: bigint

    /**
     * AID burned: capital that went out
     */
    @BigIntColumn_({nullable: false})
    cumulativeDeployed!: bigint

    /**
     * AID sent to anybody else: payments to requests
     */
    @BigIntColumn_({nullable: false})
    cumulativePaidOut!: bigint

    /**
     * What is owed by the cycle that will pay it, and the account of the last settlement; integers as n:<decimal>
     */
    @JSONColumn_({nullable: false})
    book!: unknown

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
