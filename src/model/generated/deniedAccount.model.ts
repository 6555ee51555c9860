import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, Index as Index_, BooleanColumn as BooleanColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * An account that was ever on AID's deny list: by its role, which decides, and by the list's own events
 */
@Entity_()
export class DeniedAccount {
    constructor(props?: Partial<DeniedAccount>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Id of the Token
     */
    @StringColumn_({nullable: false})
    token!: string

    @Index_()
    @StringColumn_({nullable: false})
    account!: string

    /**
     * Whether it holds the role of the deny list
     */
    @BooleanColumn_({nullable: false})
    denied!: boolean

    /**
     * Whether the list's own events say that it is on it
     */
    @BooleanColumn_({nullable: false})
    listed!: boolean

    /**
     * When denied changed last; null before
     */
    @DateTimeColumn_({nullable: true})
    changedAt!: Date | undefined | null

    /**
     * Records that changed denied and listed last
     */
    @StringColumn_({nullable: true})
    deniedBy!: string | undefined | null

    /**
     * Record that changed listed last
     */
    @StringColumn_({nullable: true})
    listedBy!: string | undefined | null

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
