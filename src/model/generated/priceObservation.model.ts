import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * One answer of a price feed
 */
@Index_(["chainId", "token", "height"], {unique: false})
@Entity_()
export class PriceObservation {
    constructor(props?: Partial<PriceObservation>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * AID or SAID
     */
    @StringColumn_({nullable: false})
    token!: string

    /**
     * Id of the feed's contract
     */
    @StringColumn_({nullable: false})
    source!: string

    @BigIntColumn_({nullable: false})
    roundId!: bigint

    /**
     * USD WAD per token
     */
    @BigIntColumn_({nullable: false})
    priceUsd!: bigint

    @DateTimeColumn_({nullable: false})
    pricedAt!: Date

    /**
     * Time of the block that carries the answer
     */
    @DateTimeColumn_({nullable: false})
    at!: Date

    @IntColumn_({nullable: false})
    height!: number

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
