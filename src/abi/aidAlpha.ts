import * as p from '@subsquid/evm-codec'
import { event, fun, viewFun, indexed, ContractBase } from '@subsquid/evm-abi'
import type { EventParams as EParams, FunctionArguments, FunctionReturn } from '@subsquid/evm-abi'

export const events = {
    Approval: event("0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925", "Approval(address,address,uint256)", {"owner": indexed(p.address), "spender": indexed(p.address), "value": p.uint256}),
    Deposit: event("0xdcbc1c05240f31ff3ad067ef1ee35ce4997762752e3a095284754544f4c709d7", "Deposit(address,address,uint256,uint256)", {"sender": indexed(p.address), "owner": indexed(p.address), "assets": p.uint256, "shares": p.uint256}),
    MaxDepositLimitSet: event("0x8d5b9d7d804d2b9a363f6bee6e610bfebf5c43464dc1c30101c12f8a2fb7c2cb", "MaxDepositLimitSet(uint256,uint256)", {"oldLimit": p.uint256, "newLimit": p.uint256}),
    ProfitClaimed: event("0xfdf9b46a645f9f6f4ca3354fd63e9f78c4780b786db68976e485cb41ffc0bb12", "ProfitClaimed(uint256)", {"amount": p.uint256}),
    Transfer: event("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef", "Transfer(address,address,uint256)", {"from": indexed(p.address), "to": indexed(p.address), "value": p.uint256}),
    Withdraw: event("0xfbde797d201c681b91056529119e0b02407c7bb96a4a2c75c01fc9667232c8db", "Withdraw(address,address,address,uint256,uint256)", {"sender": indexed(p.address), "receiver": indexed(p.address), "owner": indexed(p.address), "assets": p.uint256, "shares": p.uint256}),
    WithdrawToggled: event("0x95ed754226e39bf88b8b6e1394947c8c2e2bf26ebe4a8cf352577a9488adda45", "WithdrawToggled(bool)", {"enabled": p.bool}),
}

export class Contract extends ContractBase {
}

/// Event types
export type ApprovalEventArgs = EParams<typeof events.Approval>
export type DepositEventArgs = EParams<typeof events.Deposit>
export type MaxDepositLimitSetEventArgs = EParams<typeof events.MaxDepositLimitSet>
export type ProfitClaimedEventArgs = EParams<typeof events.ProfitClaimed>
export type TransferEventArgs = EParams<typeof events.Transfer>
export type WithdrawEventArgs = EParams<typeof events.Withdraw>
export type WithdrawToggledEventArgs = EParams<typeof events.WithdrawToggled>
