import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, BigIntColumn as BigIntColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * AID's deny list as a whole
 */
@Entity_()
export class DenyList {
    constructor(props?: Partial<DenyList>) {
        Object.assign(this, props)
    }

    @PrimaryColumn_()
    id!: string

    @IntColumn_({nullable: false})
    chainId!: number

    /**
     * Accounts that hold the role
     */
    @IntColumn_({nullable: false})
    deniedCount!: number

    /**
     * AID wei held by denied accounts
     */
    @BigIntColumn_({nullable: false})
    deniedBalance!: bigint

    /**
     * Accounts of which the role says one thing and the list's own events another
     */
    @IntColumn_({nullable: false})
    disagreementCount!: number

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
