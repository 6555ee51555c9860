import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * One end of a bridge message; both ends have the same guid
 */
@Index_(["chainId", "height"], {unique: false})
@Entity_()
export class BridgeTransfer {
    constructor(props?: Partial<BridgeTransfer>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * SENT (burned here) or RECEIVED (minted here)
     */
    @StringColumn_({nullable: false})
    direction!: string

    /**
     * Id of the message, the same at both ends
     */
    @Index_()
    @StringColumn_({nullable: false})
    guid!: string

    /**
     * The bridge's own number of the other chain
     */
    @IntColumn_({nullable: false})
    eid!: number

    /**
     * Who sent it, or received it, here
     */
    @Index_()
    @StringColumn_({nullable: false})
    account!: string

    /**
     * Minted where it arrives, AID wei
     */
    @BigIntColumn_({nullable: false})
    amount!: bigint

    /**
     * Burned where it leaves, AID wei; null for an end received
     */
    @BigIntColumn_({nullable: true})
    burned!: bigint | undefined | null

    /**
     * Address of the bridge contract
     */
    @StringColumn_({nullable: false})
    bridge!: string

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
