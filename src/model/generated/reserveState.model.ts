import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, BigIntColumn as BigIntColumn_, JSONColumn as JSONColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * Totals of one chain after its last event; staleness and the ratio's state are judged at read
 */
@Entity_()
export class ReserveState {
    constructor(props?: Partial<ReserveState>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * AID supply of the chain, WAD
     */
    @BigIntColumn_({nullable: false})
    liabilities!: bigint

    /**
     * Sum of the component values known, USD WAD
     */
    @BigIntColumn_({nullable: false})
    reservesUsd!: bigint

    /**
     * Component id -> USD WAD as text
     */
    @JSONColumn_({nullable: false})
    componentValues!: unknown

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
