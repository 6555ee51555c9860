import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, BigIntColumn as BigIntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * The identity behind the vault's totalAssets: held - owed + outstanding + accrued - waiting; AID wei
 */
@Entity_()
export class VaultBook {
    constructor(props?: Partial<VaultBook>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * AID the vault holds
     */
    @BigIntColumn_({nullable: false})
    heldAssets!: bigint

    /**
     * AID owed to open unstake requests
     */
    @BigIntColumn_({nullable: false})
    owedAssets!: bigint

    /**
     * Principal drawn, neither repaid nor written off
     */
    @BigIntColumn_({nullable: false})
    outstandingAssets!: bigint

    /**
     * Income earned and not received, as last read; null where the vault does not say
     */
    @BigIntColumn_({nullable: true})
    accruedIncome!: bigint | undefined | null

    /**
     * totalAssets as last told, moved by the flows since
     */
    @BigIntColumn_({nullable: false})
    bookAssets!: bigint

    /**
     * What came since the last mark of the whole book, less what was written off: the next mark takes it in
     */
    @BigIntColumn_({nullable: false})
    waitingAssets!: bigint

    /**
     * Losses realised, less their cover, that the book has not been told to show
     */
    @BigIntColumn_({nullable: false})
    untoldLoss!: bigint

    @BigIntColumn_({nullable: false})
    totalShares!: bigint

    /**
     * NONE, LOSS (losses alone moved the book) or FULL
     */
    @StringColumn_({nullable: false})
    markedSinceReading!: string

    /**
     * The last move of the book that no flow explains, what of it had waited, its kind (MARK or LOSS_MARK) and its record
     */
    @BigIntColumn_({nullable: true})
    lastChange!: bigint | undefined | null

    /**
     * AID wei of that move that had waited for it
     */
    @BigIntColumn_({nullable: true})
    lastAbsorbed!: bigint | undefined | null

    /**
     * MARK or LOSS_MARK
     */
    @StringColumn_({nullable: true})
    lastKind!: string | undefined | null

    /**
     * Record that told of it
     */
    @StringColumn_({nullable: true})
    lastChangeRecord!: string | undefined | null

    /**
     * The last reading after a mark
     */
    @StringColumn_({nullable: true})
    reconciledRecord!: string | undefined | null

    /**
     * Both NAVs as last told, and the record that changed either
     */
    @BigIntColumn_({nullable: true})
    stakingNav!: bigint | undefined | null

    @BigIntColumn_({nullable: true})
    unstakingNav!: bigint | undefined | null

    /**
     * Record that changed either NAV last
     */
    @StringColumn_({nullable: true})
    priceRecord!: string | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
