import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * The identity of the vault's book checked at a reading after a mark: totalAssets = held - owed + outstanding + accrued - waiting + residual; AID wei
 */
@Index_(["vault", "effectiveHeight"], {unique: false})
@Entity_()
export class NavReconciliation {
    constructor(props?: Partial<NavReconciliation>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    vault!: string

    /**
     * Book value as the vault answers it
     */
    @BigIntColumn_({nullable: false})
    totalAssets!: bigint

    /**
     * AID wei the vault holds
     */
    @BigIntColumn_({nullable: false})
    held!: bigint

    /**
     * AID wei owed to open requests
     */
    @BigIntColumn_({nullable: false})
    owed!: bigint

    /**
     * AID wei of principal drawn, neither repaid nor written off
     */
    @BigIntColumn_({nullable: false})
    outstanding!: bigint

    /**
     * Null where the vault does not say
     */
    @BigIntColumn_({nullable: true})
    accrued!: bigint | undefined | null

    /**
     * What came since the last mark of the whole book
     */
    @BigIntColumn_({nullable: false})
    waiting!: bigint

    /**
     * Null where the accrued income is not known
     */
    @BigIntColumn_({nullable: true})
    residual!: bigint | undefined | null

    @BigIntColumn_({nullable: false})
    totalShares!: bigint

    /**
     * Block whose state was read, and its time
     */
    @IntColumn_({nullable: false})
    effectiveHeight!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    /**
     * Block at which the reading was recorded
     */
    @IntColumn_({nullable: false})
    height!: number

    @StringColumn_({nullable: false})
    record!: string
}
