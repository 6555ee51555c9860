import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, JSONColumn as JSONColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * AID minted and burned on a chain since its first block, by cause; gross, as logged
 */
@Entity_()
export class SupplyCause {
    constructor(props?: Partial<SupplyCause>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Cause -> {minted, burned}, AID wei as text: DEPOSIT, CAPITAL_RETURN, REVENUE, REDEMPTION, DEPLOYMENT, FLASH_MINT, BRIDGE, MIGRATION, UNCLASSIFIED
     */
    @JSONColumn_({nullable: false})
    causes!: unknown

    /**
     * The newest transaction that minted or burned, and what of it no log has explained: [{direction, account, amount}]
     */
    @StringColumn_({nullable: false})
    txHash!: string

    /**
     * What of that transaction no log has explained yet: [{direction, account, amount}]
     */
    @JSONColumn_({nullable: false})
    openLegs!: unknown

    /**
     * What the newest log booked, [{cause, account, minted, burned}], and the id of that log's fact
     */
    @JSONColumn_({nullable: false})
    booked!: unknown

    /**
     * Id of that log's fact
     */
    @StringColumn_({nullable: false})
    bookedBy!: string

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
