import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

@Index_(["token", "balance"], {unique: false})
@Entity_()
export class TokenBalance {
    constructor(props?: Partial<TokenBalance>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Id of the Token
     */
    @StringColumn_({nullable: false})
    token!: string

    @BigIntColumn_({nullable: true})
    tokenId!: bigint | undefined | null

    @Index_()
    @StringColumn_({nullable: false})
    account!: string

    /**
     * In the smallest unit of the token
     */
    @BigIntColumn_({nullable: false})
    balance!: bigint

    /**
     * Sum of transfers to the account
     */
    @BigIntColumn_({nullable: false})
    cumulativeReceived!: bigint

    /**
     * Sum of transfers from the account
     */
    @BigIntColumn_({nullable: false})
    cumulativeSent!: bigint

    /**
     * The newest movement of more than nothing, and the one before it
     */
    @DateTimeColumn_({nullable: true})
    movedAt!: Date | undefined | null

    /**
     * The movement of more than nothing before that of movedAt; null where there was none
     */
    @DateTimeColumn_({nullable: true})
    movedBeforeAt!: Date | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
