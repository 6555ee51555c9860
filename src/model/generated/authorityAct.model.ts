import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, Index as Index_, IntColumn as IntColumn_, StringColumn as StringColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * Something an authority did: a role, code, a pause, a limit or terms
 */
@Index_(["chainId", "height"], {unique: false})
@Entity_()
export class AuthorityAct {
    constructor(props?: Partial<AuthorityAct>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    @Index_()
    @StringColumn_({nullable: false})
    contract!: string

    @StringColumn_({nullable: false})
    contractRole!: string

    @StringColumn_({nullable: false})
    contractName!: string

    /**
     * ROLE_GRANTED, ROLE_REVOKED, ROLE_ADMIN_CHANGED, ACCOUNT_DENIED, ACCOUNT_ADMITTED, ADDED_TO_DENY_LIST, REMOVED_FROM_DENY_LIST, PAUSED, UNPAUSED, UPGRADED, BEACON_UPGRADED, PROXY_ADMIN_CHANGED, REDEEM_LIMIT_SET, COLLATERAL_CONFIGURED, WHITELIST_UPDATED, FEES_CONFIGURED or BRIDGE_PEER_SET
     */
    @Index_()
    @StringColumn_({nullable: false})
    kind!: string

    /**
     * Whom it concerns: holder, new code, admin, beacon or peer, collateral, or who paused
     */
    @StringColumn_({nullable: true})
    account!: string | undefined | null

    /**
     * bytes32, for an event of a role
     */
    @StringColumn_({nullable: true})
    role!: string | undefined | null

    /**
     * Its name; null where it is not known
     */
    @StringColumn_({nullable: true})
    roleName!: string | undefined | null

    /**
     * The rest of what the log says
     */
    @StringColumn_({nullable: true})
    detail!: string | undefined | null

    @IntColumn_({nullable: false})
    height!: number

    @DateTimeColumn_({nullable: false})
    at!: Date

    @StringColumn_({nullable: false})
    txHash!: string

    @StringColumn_({nullable: false})
    record!: string
}
