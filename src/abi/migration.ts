import * as p from '@subsquid/evm-codec'
import { event, fun, viewFun, indexed, ContractBase } from '@subsquid/evm-abi'
import type { EventParams as EParams, FunctionArguments, FunctionReturn } from '@subsquid/evm-abi'

export const events = {
    MigrationCompleted: event("0xba5952e161b76d505884512200927bc6c8dc4876898062812f170d7e3a61a775", "MigrationCompleted(address,address,uint256)", {"user": indexed(p.address), "aidAlpha": indexed(p.address), "amount": indexed(p.uint256)}),
}

export class Contract extends ContractBase {
}

/// Event types
export type MigrationCompletedEventArgs = EParams<typeof events.MigrationCompleted>
