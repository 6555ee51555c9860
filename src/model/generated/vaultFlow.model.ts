import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * What moves the vault's book, shares or cash, one row per event (two where capital comes back with income); AID wei
 */
@Index_(["chainId", "height"], {unique: false})
@Index_(["chainId", "kind", "at"], {unique: false})
@Index_(["vault", "requestId"], {unique: false})
@Entity_()
export class VaultFlow {
    constructor(props?: Partial<VaultFlow>) {
        Object.assign(this, props)
    }

    /**
     * Record and kind: text order is chain order
     */
    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Null where the distributor speaks, which pays the vault of its chain
     */
    @StringColumn_({nullable: true})
    vault!: string | undefined | null

    /**
     * STAKE UNSTAKE FILL WITHDRAW DEPLOY PRINCIPAL INCOME REVENUE COVER LOSS, MARK (the whole book) or LOSS_MARK (realised losses alone)
     */
    @StringColumn_({nullable: false})
    kind!: string

    /**
     * bytes32 of the asset that the flow names; null where it names none
     */
    @StringColumn_({nullable: true})
    assetId!: string | undefined | null

    /**
     * Whose stake or request it is; null for other flows
     */
    @StringColumn_({nullable: true})
    owner!: string | undefined | null

    /**
     * Number of the unstake request; null for other flows
     */
    @BigIntColumn_({nullable: true})
    requestId!: bigint | undefined | null

    /**
     * AID that came, went, was fixed or was lost; of a mark the change of the book that no flow explains, signed
     */
    @BigIntColumn_({nullable: false})
    amount!: bigint

    /**
     * Of REVENUE the fees paid on the vault's part; 0 otherwise
     */
    @BigIntColumn_({nullable: false})
    fees!: bigint

    /**
     * Of LOSS the part that the reserve fund covers; 0 otherwise
     */
    @BigIntColumn_({nullable: false})
    covered!: bigint

    /**
     * Shares minted or burned
     */
    @BigIntColumn_({nullable: false})
    shares!: bigint

    /**
     * Of a fill what is still owed to its request: 0 where it is settled
     */
    @BigIntColumn_({nullable: true})
    remaining!: bigint | undefined | null

    /**
     * Of shares that left: what they had cost, and their mean entry; null where nobody knows
     */
    @BigIntColumn_({nullable: true})
    cost!: bigint | undefined | null

    /**
     * Mean entry of those shares; null where nobody knows
     */
    @DateTimeColumn_({nullable: true})
    entryAt!: Date | undefined | null

    /**
     * Of a mark: what had waited for it
     */
    @BigIntColumn_({nullable: true})
    absorbed!: bigint | undefined | null

    /**
     * The vault after the flow; null where the distributor speaks
     */
    @BigIntColumn_({nullable: true})
    totalAssets!: bigint | undefined | null

    @BigIntColumn_({nullable: true})
    totalShares!: bigint | undefined | null

    @BigIntColumn_({nullable: true})
    stakingNav!: bigint | undefined | null

    @BigIntColumn_({nullable: true})
    unstakingNav!: bigint | undefined | null

    /**
     * Block and time of the flow; of a mark found later, those at which the book changed
     */
    @IntColumn_({nullable: false})
    effectiveHeight!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @IntColumn_({nullable: false})
    height!: number

    @StringColumn_({nullable: true})
    txHash!: string | undefined | null

    @StringColumn_({nullable: false})
    record!: string
}
