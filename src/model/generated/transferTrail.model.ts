import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, JSONColumn as JSONColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * The AID transfers of a chain's newest transaction, with what later logs of it said they were for
 */
@Entity_()
export class TransferTrail {
    constructor(props?: Partial<TransferTrail>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    txHash!: string

    /**
     * [{id (of the Transfer), from, to, amount, cause, causeRecord, asset, principal}], amounts as text
     */
    @JSONColumn_({nullable: false})
    steps!: unknown

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
