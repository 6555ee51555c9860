import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, BooleanColumn as BooleanColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * Whether an account holds a role of a contract; the deny list is no authority and not here
 */
@Index_(["contract", "role"], {unique: false})
@Entity_()
export class RoleHolder {
    constructor(props?: Partial<RoleHolder>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @StringColumn_({nullable: false})
    contract!: string

    @StringColumn_({nullable: false})
    contractRole!: string

    @StringColumn_({nullable: false})
    contractName!: string

    /**
     * bytes32
     */
    @StringColumn_({nullable: false})
    role!: string

    /**
     * Null for a role whose name is not known
     */
    @StringColumn_({nullable: true})
    roleName!: string | undefined | null

    @Index_()
    @StringColumn_({nullable: false})
    account!: string

    /**
     * Whether it holds the role now
     */
    @BooleanColumn_({nullable: false})
    held!: boolean

    /**
     * When it was granted, or taken away, last; and by whom
     */
    @DateTimeColumn_({nullable: false})
    changedAt!: Date

    /**
     * Who granted it, or took it away, last
     */
    @StringColumn_({nullable: false})
    changedBy!: string

    @StringColumn_({nullable: false})
    record!: string

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
