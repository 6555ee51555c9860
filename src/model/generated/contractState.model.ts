import {Entity as Entity_, Column as Column_, PrimaryColumn as PrimaryColumn_, IntColumn as IntColumn_, StringColumn as StringColumn_, BooleanColumn as BooleanColumn_, DateTimeColumn as DateTimeColumn_} from "@subsquid/typeorm-store"

/**
 * What the authorities made of a contract
 */
@Entity_()
export class ContractState {
    constructor(props?: Partial<ContractState>) {
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
     * Null while no log told
     */
    @BooleanColumn_({nullable: true})
    paused!: boolean | undefined | null

    /**
     * Of the newest pause or unpause
     */
    @DateTimeColumn_({nullable: true})
    pausedAt!: Date | undefined | null

    /**
     * ERC-1967 implementation; null where no log told
     */
    @StringColumn_({nullable: true})
    implementation!: string | undefined | null

    /**
     * Of the newest implementation or beacon
     */
    @DateTimeColumn_({nullable: true})
    implementedAt!: Date | undefined | null

    /**
     * Beacon that names the implementation; null where no log told
     */
    @StringColumn_({nullable: true})
    beacon!: string | undefined | null

    /**
     * Admin of the proxy; null where no log told
     */
    @StringColumn_({nullable: true})
    proxyAdmin!: string | undefined | null

    /**
     * Implementations and beacons named so far, the first one included
     */
    @IntColumn_({nullable: false})
    implementationCount!: number

    @IntColumn_({nullable: false})
    updatedHeight!: number

    @DateTimeColumn_({nullable: false})
    updatedAt!: Date
}
