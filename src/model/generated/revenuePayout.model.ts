import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

@Index_(["asset", "epoch"], {unique: false})
@Entity_()
export class RevenuePayout {
    constructor(props?: Partial<RevenuePayout>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    asset!: string

    @BigIntColumn_({nullable: false})
    epoch!: bigint

    @Index_()
    @StringColumn_({nullable: false})
    holder!: string

    /**
     * AID wei
     */
    @BigIntColumn_({nullable: false})
    amount!: bigint

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
