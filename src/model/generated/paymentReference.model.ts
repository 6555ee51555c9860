import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, Index as Index_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * A payment in AID that names what it pays for
 */
@Entity_()
export class PaymentReference {
    constructor(props?: Partial<PaymentReference>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    token!: string

    /**
     * Who pays
     */
    @Index_()
    @StringColumn_({nullable: false})
    from!: string

    /**
     * Who is paid
     */
    @Index_()
    @StringColumn_({nullable: false})
    to!: string

    /**
     * bytes32
     */
    @StringColumn_({nullable: false})
    reference!: string

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
