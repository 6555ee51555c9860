import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, BigIntColumn as BigIntColumn_, BooleanColumn as BooleanColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * How a law stands that rows must keep: one row for each thing it is a law of, changed when what it leaves over changes
 */
@Entity_()
export class InvariantCheck {
    constructor(props?: Partial<InvariantCheck>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Name of the law
     */
    @StringColumn_({nullable: false})
    name!: string

    /**
     * Id of the row it is checked for: of a token, a vault, a component of the reserves, an asset or the chain
     */
    @StringColumn_({nullable: false})
    subject!: string

    /**
     * What it leaves over, in the unit of the law; 0 where it holds
     */
    @BigIntColumn_({nullable: false})
    residual!: bigint

    /**
     * Whether it holds: residual is 0
     */
    @BooleanColumn_({nullable: false})
    ok!: boolean

    /**
     * Whether numbers are wrong while it is broken, so that the service is not ready
     */
    @BooleanColumn_({nullable: false})
    isGuard!: boolean

    /**
     * Block since which it is broken; null while it holds
     */
    @IntColumn_({nullable: true})
    brokenHeight!: number | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
