import * as p from '@subsquid/evm-codec'
import { event, fun, viewFun, indexed, ContractBase } from '@subsquid/evm-abi'
import type { EventParams as EParams, FunctionArguments, FunctionReturn } from '@subsquid/evm-abi'

export const events = {
    CooldownDurationSet: event("0x4583c35aaa295064d36dc47dc37876b19ae19501181662b130baca8791600e0c", "CooldownDurationSet(uint24)", {"duration": p.uint24}),
    MaxMintPerBlockSet: event("0xe1b368592558744bdb635eeeeddf890372561df0c1b3d0a05cd12b71ec6beba2", "MaxMintPerBlockSet(uint256)", {"maxAmount": p.uint256}),
    MaxRedeemPerBlockSet: event("0xfa382390b2287bda46a8f41bd7026a9dec0cde87279bb00c708fc8e2d68b263f", "MaxRedeemPerBlockSet(uint256)", {"maxAmount": p.uint256}),
    RedemptionCompleted: event("0xdd8aba729384beffc87b161de8db3fa3060c96b675c6c2c841628bc65c3409aa", "RedemptionCompleted(address,address,uint256)", {"user": p.address, "to": p.address, "amount": p.uint256}),
    RedemptionInitiated: event("0x2e3861211ea3fe5b1b530493baf64c2ce6d55697ef15f1390523dfd8666a476b", "RedemptionInitiated(address,address,uint256)", {"user": p.address, "to": p.address, "amount": p.uint256}),
}

export class Contract extends ContractBase {
}

/// Event types
export type CooldownDurationSetEventArgs = EParams<typeof events.CooldownDurationSet>
export type MaxMintPerBlockSetEventArgs = EParams<typeof events.MaxMintPerBlockSet>
export type MaxRedeemPerBlockSetEventArgs = EParams<typeof events.MaxRedeemPerBlockSet>
export type RedemptionCompletedEventArgs = EParams<typeof events.RedemptionCompleted>
export type RedemptionInitiatedEventArgs = EParams<typeof events.RedemptionInitiated>
