import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * What one address of custody holds of a stablecoin of the reserves
 */
@Index_(["component", "holder"], {unique: false})
@Entity_()
export class CustodyBalance {
    constructor(props?: Partial<CustodyBalance>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Id of the ReserveComponent
     */
    @StringColumn_({nullable: false})
    component!: string

    @StringColumn_({nullable: false})
    holder!: string

    /**
     * In the stablecoin's smallest unit
     */
    @BigIntColumn_({nullable: false})
    amount!: bigint

    /**
     * USD WAD, at par
     */
    @BigIntColumn_({nullable: false})
    valueUsd!: bigint

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
