import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, Index as Index_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * An ERC-20, a vault's share, or one id of the ERC-1155 of asset tokens
 */
@Entity_()
export class Token {
    constructor(props?: Partial<Token>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    role!: string

    @Index_()
    @StringColumn_({nullable: false})
    address!: string

    /**
     * Id within an ERC-1155; null for an ERC-20
     */
    @BigIntColumn_({nullable: true})
    tokenId!: bigint | undefined | null

    @StringColumn_({nullable: false})
    name!: string

    @IntColumn_({nullable: true})
    decimals!: number | undefined | null

    /**
     * Minted less burned, in the smallest unit
     */
    @BigIntColumn_({nullable: false})
    totalSupply!: bigint

    /**
     * Transfers from the zero address, in the smallest unit
     */
    @BigIntColumn_({nullable: false})
    cumulativeMinted!: bigint

    /**
     * Transfers to the zero address, in the smallest unit
     */
    @BigIntColumn_({nullable: false})
    cumulativeBurned!: bigint

    /**
     * Moved between accounts: neither minted, nor burned, nor sent to oneself
     */
    @BigIntColumn_({nullable: false})
    cumulativeTransferred!: bigint

    /**
     * The part of it that moved between two contracts of the protocol
     */
    @BigIntColumn_({nullable: false})
    cumulativeInternal!: bigint

    /**
     * Sum over all accounts of the square of the balance
     */
    @BigIntColumn_({nullable: false})
    sumOfSquares!: bigint

    /**
     * Sum of supply times seconds until updatedAt
     */
    @BigIntColumn_({nullable: false})
    supplySeconds!: bigint

    /**
     * Distinct senders and receivers in the UTC hour, day, week and month of updatedAt
     */
    @IntColumn_({nullable: false})
    hourAccounts!: number

    /**
     * The same for the day
     */
    @IntColumn_({nullable: false})
    dayAccounts!: number

    /**
     * The same for the week
     */
    @IntColumn_({nullable: false})
    weekAccounts!: number

    /**
     * The same for the month
     */
    @IntColumn_({nullable: false})
    monthAccounts!: number

    /**
     * Accounts with a balance above 0
     */
    @IntColumn_({nullable: false})
    holderCount!: number

    /**
     * Transfers, mints and burns among them
     */
    @IntColumn_({nullable: false})
    transferCount!: number

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
