import * as p from '@subsquid/evm-codec'
import { event, fun, viewFun, indexed, ContractBase } from '@subsquid/evm-abi'
import type { EventParams as EParams, FunctionArguments, FunctionReturn } from '@subsquid/evm-abi'

export const events = {
    Approval: event("0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925", "Approval(address,address,uint256)", {"owner": indexed(p.address), "spender": indexed(p.address), "value": p.uint256}),
    CapitalDeployed: event("0xa55d7fe2b8f20936bdd3f97dba8a32c1577ae20f71422495988cfbc9e9ff92bd", "CapitalDeployed(bytes32,address,uint256)", {"assetId": indexed(p.bytes32), "destination": indexed(p.address), "amount": p.uint256}),
    CapitalReturned: event("0xf1ce537c9fad0fd2deabbaa6683ddc80d028ff708a62c2110ceba8b968a5eeee", "CapitalReturned(bytes32,uint256,uint256)", {"assetId": indexed(p.bytes32), "principal": p.uint256, "income": p.uint256}),
    Deposit: event("0xdcbc1c05240f31ff3ad067ef1ee35ce4997762752e3a095284754544f4c709d7", "Deposit(address,address,uint256,uint256)", {"sender": indexed(p.address), "owner": indexed(p.address), "assets": p.uint256, "shares": p.uint256}),
    Initialized: event("0xc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2", "Initialized(uint64)", {"version": p.uint64}),
    LossRealized: event("0x01665c4f3ead987e95aecf0637919e584d39bc7b7abbeefe879a2a5b724e6da5", "LossRealized(bytes32,uint64,uint256,uint256)", {"assetId": indexed(p.bytes32), "epoch": indexed(p.uint64), "amount": p.uint256, "coveredByReserve": p.uint256}),
    NavUpdated: event("0xe293cffe6f616d43862c67bf9c5cf22ccdb1e9d93c55889833f9a4b225a691b3", "NavUpdated(uint64,uint256,uint256,uint256,uint256,uint256)", {"epoch": indexed(p.uint64), "totalAssets": p.uint256, "unrealizedLoss": p.uint256, "totalSupply": p.uint256, "stakingNav": p.uint256, "unstakingNav": p.uint256}),
    Paused: event("0x62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258", "Paused(address)", {"account": p.address}),
    RoleAdminChanged: event("0xbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff", "RoleAdminChanged(bytes32,bytes32,bytes32)", {"role": indexed(p.bytes32), "previousAdminRole": indexed(p.bytes32), "newAdminRole": indexed(p.bytes32)}),
    RoleGranted: event("0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d", "RoleGranted(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    RoleRevoked: event("0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b", "RoleRevoked(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    Transfer: event("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef", "Transfer(address,address,uint256)", {"from": indexed(p.address), "to": indexed(p.address), "value": p.uint256}),
    Unpaused: event("0x5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa", "Unpaused(address)", {"account": p.address}),
    UnrealizedLossSet: event("0x3fd326c79211772287081db8f62cf076d6eb415f54ef9b4ea3ca955875a81731", "UnrealizedLossSet(bytes32,uint64,uint256,uint256)", {"assetId": indexed(p.bytes32), "epoch": indexed(p.uint64), "oldLoss": p.uint256, "newLoss": p.uint256}),
    UnstakeFilled: event("0xa6c3b605229cf3e376d8dc885387d40b0e7e35d4d12e57524c5b388401d349f3", "UnstakeFilled(uint256,address,uint64,uint256,uint256)", {"requestId": indexed(p.uint256), "owner": indexed(p.address), "cycleId": indexed(p.uint64), "assetsPaid": p.uint256, "assetsRemaining": p.uint256}),
    UnstakeQueueProcessed: event("0x7e79c1ab3a4e0801fa6a596fd783c902e7872a1d08ee9755b956de9ed6a27925", "UnstakeQueueProcessed(address,uint256,uint256,uint256)", {"caller": indexed(p.address), "iterations": p.uint256, "assetsPaid": p.uint256, "nextRequestId": p.uint256}),
    UnstakeRequested: event("0x462cf05d0da2598f18ee7c466e3b5c5a15f1e5a4bc1a113add0ab1588e869fc2", "UnstakeRequested(uint256,address,uint64,uint256,uint256,uint256)", {"requestId": indexed(p.uint256), "owner": indexed(p.address), "cycleId": indexed(p.uint64), "shares": p.uint256, "assetsQuoted": p.uint256, "unstakingNav": p.uint256}),
    Upgraded: event("0xbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b", "Upgraded(address)", {"implementation": indexed(p.address)}),
    Withdraw: event("0xfbde797d201c681b91056529119e0b02407c7bb96a4a2c75c01fc9667232c8db", "Withdraw(address,address,address,uint256,uint256)", {"sender": indexed(p.address), "receiver": indexed(p.address), "owner": indexed(p.address), "assets": p.uint256, "shares": p.uint256}),
    WithdrawalCycleOpened: event("0xe81097a9cf1b747f54006bcba90bfe86220184b3c50f4d489adae313824b4660", "WithdrawalCycleOpened(uint64,uint64,uint64,uint64,uint8)", {"cycleId": indexed(p.uint64), "opensAt": p.uint64, "cutoffAt": p.uint64, "settlesAt": p.uint64, "fillPolicy": p.uint8}),
    WithdrawalCycleSettled: event("0xc9c524ae72d953a28d1c63615993b622f2f7e0df04fd9c93a0f57e885808a7c8", "WithdrawalCycleSettled(uint64,uint256,uint256,uint256)", {"cycleId": indexed(p.uint64), "unstakingNav": p.uint256, "assetsRequested": p.uint256, "assetsPaid": p.uint256}),
}

export const functions = {
    DEFAULT_ADMIN_ROLE: viewFun("0xa217fddf", "DEFAULT_ADMIN_ROLE()", {}, p.bytes32),
    NAV_ROLE: viewFun("0x842c8f93", "NAV_ROLE()", {}, p.bytes32),
    OPERATOR_ROLE: viewFun("0xf5b541a6", "OPERATOR_ROLE()", {}, p.bytes32),
    UPGRADE_INTERFACE_VERSION: viewFun("0xad3cb1cc", "UPGRADE_INTERFACE_VERSION()", {}, p.string),
    accruedIncome: viewFun("0xaf153476", "accruedIncome()", {}, p.uint256),
    allowance: viewFun("0xdd62ed3e", "allowance(address,address)", {"owner": p.address, "spender": p.address}, p.uint256),
    approve: fun("0x095ea7b3", "approve(address,uint256)", {"spender": p.address, "value": p.uint256}, p.bool),
    asset: viewFun("0x38d52e0f", "asset()", {}, p.address),
    assetToken: viewFun("0x1083f761", "assetToken()", {}, p.address),
    balanceOf: viewFun("0x70a08231", "balanceOf(address)", {"account": p.address}, p.uint256),
    bookAssets: viewFun("0x85361e2e", "bookAssets()", {}, p.uint256),
    convertToAssets: viewFun("0x07a2d13a", "convertToAssets(uint256)", {"shares": p.uint256}, p.uint256),
    convertToAssetsWithLoss: viewFun("0x227c27e6", "convertToAssetsWithLoss(uint256)", {"shares": p.uint256}, p.uint256),
    convertToShares: viewFun("0xc6e6f592", "convertToShares(uint256)", {"assets": p.uint256}, p.uint256),
    currentCycleId: viewFun("0xaaacdda0", "currentCycleId()", {}, p.uint64),
    cycleOf: viewFun("0x07236194", "cycleOf(uint64)", {"cycleId": p.uint64}, {"opensAt": p.uint64, "cutoffAt": p.uint64, "settlesAt": p.uint64, "policy": p.uint8, "isSettled": p.bool}),
    decimals: viewFun("0x313ce567", "decimals()", {}, p.uint8),
    deployCapital: fun("0x2fd4443f", "deployCapital(bytes32,address,uint256,address)", {"assetId": p.bytes32, "collateral": p.address, "amount": p.uint256, "destination": p.address}, ),
    deposit: fun("0x6e553f65", "deposit(uint256,address)", {"assets": p.uint256, "receiver": p.address}, p.uint256),
    epoch: viewFun("0x900cf0cf", "epoch()", {}, p.uint64),
    getRoleAdmin: viewFun("0x248a9ca3", "getRoleAdmin(bytes32)", {"role": p.bytes32}, p.bytes32),
    getUnstakeRequest: viewFun("0x64a6c194", "getUnstakeRequest(address)", {"owner": p.address}, {"requestTime": p.uint256, "pendingAssets_": p.uint256}),
    grantRole: fun("0x2f2ff15d", "grantRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    hasRole: viewFun("0x91d14854", "hasRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, p.bool),
    initialize: fun("0xc0c53b8b", "initialize(address,address,address)", {"aid": p.address, "minter_": p.address, "admin": p.address}, ),
    lastCycleId: viewFun("0x74a12a33", "lastCycleId()", {}, p.uint64),
    lastRequestId: viewFun("0xfc2a88c3", "lastRequestId()", {}, p.uint256),
    lastSettledCycleId: viewFun("0x026b0b27", "lastSettledCycleId()", {}, p.uint64),
    maxDeposit: viewFun("0x402d267d", "maxDeposit(address)", {"receiver": p.address}, p.uint256),
    maxMint: viewFun("0xc63d75b6", "maxMint(address)", {"receiver": p.address}, p.uint256),
    maxRedeem: viewFun("0xd905777e", "maxRedeem(address)", {"_0": p.address}, p.uint256),
    maxWithdraw: viewFun("0xce96cb77", "maxWithdraw(address)", {"_0": p.address}, p.uint256),
    mint: fun("0x94bf804d", "mint(uint256,address)", {"shares": p.uint256, "receiver": p.address}, p.uint256),
    minter: viewFun("0x07546172", "minter()", {}, p.address),
    name: viewFun("0x06fdde03", "name()", {}, p.string),
    nextRequestId: viewFun("0x6a84a985", "nextRequestId()", {}, p.uint256),
    onERC1155BatchReceived: fun("0xbc197c81", "onERC1155BatchReceived(address,address,uint256[],uint256[],bytes)", {"_0": p.address, "_1": p.address, "_2": p.array(p.uint256), "_3": p.array(p.uint256), "_4": p.bytes}, p.bytes4),
    onERC1155Received: fun("0xf23a6e61", "onERC1155Received(address,address,uint256,uint256,bytes)", {"_0": p.address, "_1": p.address, "_2": p.uint256, "_3": p.uint256, "_4": p.bytes}, p.bytes4),
    openCycle: fun("0x85d5b06f", "openCycle(uint64,uint64,uint64,uint8)", {"opensAt": p.uint64, "cutoffAt": p.uint64, "settlesAt": p.uint64, "policy": p.uint8}, p.uint64),
    openRequestOf: viewFun("0x30c9663d", "openRequestOf(address)", {"owner": p.address}, p.uint256),
    outstandingOf: viewFun("0x5c687d60", "outstandingOf(bytes32)", {"assetId": p.bytes32}, p.uint256),
    pause: fun("0x8456cb59", "pause()", {}, ),
    paused: viewFun("0x5c975abb", "paused()", {}, p.bool),
    pendingAssets: viewFun("0x9de4dfca", "pendingAssets()", {}, p.uint256),
    previewDeposit: viewFun("0xef8b30f7", "previewDeposit(uint256)", {"assets": p.uint256}, p.uint256),
    previewMint: viewFun("0xb3d7f6b9", "previewMint(uint256)", {"shares": p.uint256}, p.uint256),
    previewRedeem: viewFun("0x4cdad506", "previewRedeem(uint256)", {"shares": p.uint256}, p.uint256),
    previewWithdraw: viewFun("0x0a28a477", "previewWithdraw(uint256)", {"assets": p.uint256}, p.uint256),
    processUnstakeQueue: fun("0x677b0cd2", "processUnstakeQueue(uint256)", {"maxIterations": p.uint256}, ),
    proxiableUUID: viewFun("0x52d1902d", "proxiableUUID()", {}, p.bytes32),
    realizeLoss: fun("0xe3271555", "realizeLoss(bytes32,uint256,uint256)", {"assetId": p.bytes32, "amount": p.uint256, "coveredByReserve": p.uint256}, ),
    redeem: fun("0xba087652", "redeem(uint256,address,address)", {"_0": p.uint256, "_1": p.address, "_2": p.address}, p.uint256),
    renounceRole: fun("0x36568abe", "renounceRole(bytes32,address)", {"role": p.bytes32, "callerConfirmation": p.address}, ),
    returnCapital: fun("0x90844b62", "returnCapital(bytes32,address,address,uint256,uint256)", {"assetId": p.bytes32, "collateral": p.address, "payer": p.address, "principal": p.uint256, "income": p.uint256}, ),
    revokeRole: fun("0xd547741f", "revokeRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    setAssetToken: fun("0x26bde5aa", "setAssetToken(address)", {"assetToken_": p.address}, ),
    setUnrealizedLoss: fun("0x743c26f5", "setUnrealizedLoss(bytes32,uint256)", {"assetId": p.bytes32, "newLoss": p.uint256}, ),
    settleCycle: fun("0xa76bb478", "settleCycle(uint64)", {"cycleId": p.uint64}, ),
    stakingNav: viewFun("0x89ae85dc", "stakingNav()", {}, p.uint256),
    supportsInterface: viewFun("0x01ffc9a7", "supportsInterface(bytes4)", {"interfaceId": p.bytes4}, p.bool),
    symbol: viewFun("0x95d89b41", "symbol()", {}, p.string),
    syncNav: fun("0xaca5bce7", "syncNav(uint256)", {"income": p.uint256}, ),
    totalAssets: viewFun("0x01e1d114", "totalAssets()", {}, p.uint256),
    totalOutstanding: viewFun("0x16078d04", "totalOutstanding()", {}, p.uint256),
    totalSupply: viewFun("0x18160ddd", "totalSupply()", {}, p.uint256),
    transfer: fun("0xa9059cbb", "transfer(address,uint256)", {"to": p.address, "value": p.uint256}, p.bool),
    transferFrom: fun("0x23b872dd", "transferFrom(address,address,uint256)", {"from": p.address, "to": p.address, "value": p.uint256}, p.bool),
    unpause: fun("0x3f4ba83a", "unpause()", {}, ),
    unrealizedLoss: viewFun("0x0b6b6370", "unrealizedLoss()", {}, p.uint256),
    unrealizedLossOf: viewFun("0x803a6840", "unrealizedLossOf(bytes32)", {"assetId": p.bytes32}, p.uint256),
    unstake: fun("0x2e17de78", "unstake(uint256)", {"shares": p.uint256}, p.uint256),
    unstakingNav: viewFun("0x97792438", "unstakingNav()", {}, p.uint256),
    updateNav: fun("0x6a7360d8", "updateNav(uint256)", {"income": p.uint256}, ),
    upgradeToAndCall: fun("0x4f1ef286", "upgradeToAndCall(address,bytes)", {"newImplementation": p.address, "data": p.bytes}, ),
    withdraw: fun("0xb460af94", "withdraw(uint256,address,address)", {"_0": p.uint256, "_1": p.address, "_2": p.address}, p.uint256),
}

export class Contract extends ContractBase {

    DEFAULT_ADMIN_ROLE() {
        return this.eth_call(functions.DEFAULT_ADMIN_ROLE, {})
    }

    NAV_ROLE() {
        return this.eth_call(functions.NAV_ROLE, {})
    }

    OPERATOR_ROLE() {
        return this.eth_call(functions.OPERATOR_ROLE, {})
    }

    UPGRADE_INTERFACE_VERSION() {
        return this.eth_call(functions.UPGRADE_INTERFACE_VERSION, {})
    }

    accruedIncome() {
        return this.eth_call(functions.accruedIncome, {})
    }

    allowance(owner: AllowanceParams["owner"], spender: AllowanceParams["spender"]) {
        return this.eth_call(functions.allowance, {owner, spender})
    }

    asset() {
        return this.eth_call(functions.asset, {})
    }

    assetToken() {
        return this.eth_call(functions.assetToken, {})
    }

    balanceOf(account: BalanceOfParams["account"]) {
        return this.eth_call(functions.balanceOf, {account})
    }

    bookAssets() {
        return this.eth_call(functions.bookAssets, {})
    }

    convertToAssets(shares: ConvertToAssetsParams["shares"]) {
        return this.eth_call(functions.convertToAssets, {shares})
    }

    convertToAssetsWithLoss(shares: ConvertToAssetsWithLossParams["shares"]) {
        return this.eth_call(functions.convertToAssetsWithLoss, {shares})
    }

    convertToShares(assets: ConvertToSharesParams["assets"]) {
        return this.eth_call(functions.convertToShares, {assets})
    }

    currentCycleId() {
        return this.eth_call(functions.currentCycleId, {})
    }

    cycleOf(cycleId: CycleOfParams["cycleId"]) {
        return this.eth_call(functions.cycleOf, {cycleId})
    }

    decimals() {
        return this.eth_call(functions.decimals, {})
    }

    epoch() {
        return this.eth_call(functions.epoch, {})
    }

    getRoleAdmin(role: GetRoleAdminParams["role"]) {
        return this.eth_call(functions.getRoleAdmin, {role})
    }

    getUnstakeRequest(owner: GetUnstakeRequestParams["owner"]) {
        return this.eth_call(functions.getUnstakeRequest, {owner})
    }

    hasRole(role: HasRoleParams["role"], account: HasRoleParams["account"]) {
        return this.eth_call(functions.hasRole, {role, account})
    }

    lastCycleId() {
        return this.eth_call(functions.lastCycleId, {})
    }

    lastRequestId() {
        return this.eth_call(functions.lastRequestId, {})
    }

    lastSettledCycleId() {
        return this.eth_call(functions.lastSettledCycleId, {})
    }

    maxDeposit(receiver: MaxDepositParams["receiver"]) {
        return this.eth_call(functions.maxDeposit, {receiver})
    }

    maxMint(receiver: MaxMintParams["receiver"]) {
        return this.eth_call(functions.maxMint, {receiver})
    }

    maxRedeem(_0: MaxRedeemParams["_0"]) {
        return this.eth_call(functions.maxRedeem, {_0})
    }

    maxWithdraw(_0: MaxWithdrawParams["_0"]) {
        return this.eth_call(functions.maxWithdraw, {_0})
    }

    minter() {
        return this.eth_call(functions.minter, {})
    }

    name() {
        return this.eth_call(functions.name, {})
    }

    nextRequestId() {
        return this.eth_call(functions.nextRequestId, {})
    }

    openRequestOf(owner: OpenRequestOfParams["owner"]) {
        return this.eth_call(functions.openRequestOf, {owner})
    }

    outstandingOf(assetId: OutstandingOfParams["assetId"]) {
        return this.eth_call(functions.outstandingOf, {assetId})
    }

    paused() {
        return this.eth_call(functions.paused, {})
    }

    pendingAssets() {
        return this.eth_call(functions.pendingAssets, {})
    }

    previewDeposit(assets: PreviewDepositParams["assets"]) {
        return this.eth_call(functions.previewDeposit, {assets})
    }

    previewMint(shares: PreviewMintParams["shares"]) {
        return this.eth_call(functions.previewMint, {shares})
    }

    previewRedeem(shares: PreviewRedeemParams["shares"]) {
        return this.eth_call(functions.previewRedeem, {shares})
    }

    previewWithdraw(assets: PreviewWithdrawParams["assets"]) {
        return this.eth_call(functions.previewWithdraw, {assets})
    }

    proxiableUUID() {
        return this.eth_call(functions.proxiableUUID, {})
    }

    stakingNav() {
        return this.eth_call(functions.stakingNav, {})
    }

    supportsInterface(interfaceId: SupportsInterfaceParams["interfaceId"]) {
        return this.eth_call(functions.supportsInterface, {interfaceId})
    }

    symbol() {
        return this.eth_call(functions.symbol, {})
    }

    totalAssets() {
        return this.eth_call(functions.totalAssets, {})
    }

    totalOutstanding() {
        return this.eth_call(functions.totalOutstanding, {})
    }

    totalSupply() {
        return this.eth_call(functions.totalSupply, {})
    }

    unrealizedLoss() {
        return this.eth_call(functions.unrealizedLoss, {})
    }

    unrealizedLossOf(assetId: UnrealizedLossOfParams["assetId"]) {
        return this.eth_call(functions.unrealizedLossOf, {assetId})
    }

    unstakingNav() {
        return this.eth_call(functions.unstakingNav, {})
    }
}

/// Event types
export type ApprovalEventArgs = EParams<typeof events.Approval>
export type CapitalDeployedEventArgs = EParams<typeof events.CapitalDeployed>
export type CapitalReturnedEventArgs = EParams<typeof events.CapitalReturned>
export type DepositEventArgs = EParams<typeof events.Deposit>
export type InitializedEventArgs = EParams<typeof events.Initialized>
export type LossRealizedEventArgs = EParams<typeof events.LossRealized>
export type NavUpdatedEventArgs = EParams<typeof events.NavUpdated>
export type PausedEventArgs = EParams<typeof events.Paused>
export type RoleAdminChangedEventArgs = EParams<typeof events.RoleAdminChanged>
export type RoleGrantedEventArgs = EParams<typeof events.RoleGranted>
export type RoleRevokedEventArgs = EParams<typeof events.RoleRevoked>
export type TransferEventArgs = EParams<typeof events.Transfer>
export type UnpausedEventArgs = EParams<typeof events.Unpaused>
export type UnrealizedLossSetEventArgs = EParams<typeof events.UnrealizedLossSet>
export type UnstakeFilledEventArgs = EParams<typeof events.UnstakeFilled>
export type UnstakeQueueProcessedEventArgs = EParams<typeof events.UnstakeQueueProcessed>
export type UnstakeRequestedEventArgs = EParams<typeof events.UnstakeRequested>
export type UpgradedEventArgs = EParams<typeof events.Upgraded>
export type WithdrawEventArgs = EParams<typeof events.Withdraw>
export type WithdrawalCycleOpenedEventArgs = EParams<typeof events.WithdrawalCycleOpened>
export type WithdrawalCycleSettledEventArgs = EParams<typeof events.WithdrawalCycleSettled>

/// Function types
export type DEFAULT_ADMIN_ROLEParams = FunctionArguments<typeof functions.DEFAULT_ADMIN_ROLE>
export type DEFAULT_ADMIN_ROLEReturn = FunctionReturn<typeof functions.DEFAULT_ADMIN_ROLE>

export type NAV_ROLEParams = FunctionArguments<typeof functions.NAV_ROLE>
export type NAV_ROLEReturn = FunctionReturn<typeof functions.NAV_ROLE>

export type OPERATOR_ROLEParams = FunctionArguments<typeof functions.OPERATOR_ROLE>
export type OPERATOR_ROLEReturn = FunctionReturn<typeof functions.OPERATOR_ROLE>

export type UPGRADE_INTERFACE_VERSIONParams = FunctionArguments<typeof functions.UPGRADE_INTERFACE_VERSION>
export type UPGRADE_INTERFACE_VERSIONReturn = FunctionReturn<typeof functions.UPGRADE_INTERFACE_VERSION>

export type AccruedIncomeParams = FunctionArguments<typeof functions.accruedIncome>
export type AccruedIncomeReturn = FunctionReturn<typeof functions.accruedIncome>

export type AllowanceParams = FunctionArguments<typeof functions.allowance>
export type AllowanceReturn = FunctionReturn<typeof functions.allowance>

export type ApproveParams = FunctionArguments<typeof functions.approve>
export type ApproveReturn = FunctionReturn<typeof functions.approve>

export type AssetParams = FunctionArguments<typeof functions.asset>
export type AssetReturn = FunctionReturn<typeof functions.asset>

export type AssetTokenParams = FunctionArguments<typeof functions.assetToken>
export type AssetTokenReturn = FunctionReturn<typeof functions.assetToken>

export type BalanceOfParams = FunctionArguments<typeof functions.balanceOf>
export type BalanceOfReturn = FunctionReturn<typeof functions.balanceOf>

export type BookAssetsParams = FunctionArguments<typeof functions.bookAssets>
export type BookAssetsReturn = FunctionReturn<typeof functions.bookAssets>

export type ConvertToAssetsParams = FunctionArguments<typeof functions.convertToAssets>
export type ConvertToAssetsReturn = FunctionReturn<typeof functions.convertToAssets>

export type ConvertToAssetsWithLossParams = FunctionArguments<typeof functions.convertToAssetsWithLoss>
export type ConvertToAssetsWithLossReturn = FunctionReturn<typeof functions.convertToAssetsWithLoss>

export type ConvertToSharesParams = FunctionArguments<typeof functions.convertToShares>
export type ConvertToSharesReturn = FunctionReturn<typeof functions.convertToShares>

export type CurrentCycleIdParams = FunctionArguments<typeof functions.currentCycleId>
export type CurrentCycleIdReturn = FunctionReturn<typeof functions.currentCycleId>

export type CycleOfParams = FunctionArguments<typeof functions.cycleOf>
export type CycleOfReturn = FunctionReturn<typeof functions.cycleOf>

export type DecimalsParams = FunctionArguments<typeof functions.decimals>
export type DecimalsReturn = FunctionReturn<typeof functions.decimals>

export type DeployCapitalParams = FunctionArguments<typeof functions.deployCapital>
export type DeployCapitalReturn = FunctionReturn<typeof functions.deployCapital>

export type DepositParams = FunctionArguments<typeof functions.deposit>
export type DepositReturn = FunctionReturn<typeof functions.deposit>

export type EpochParams = FunctionArguments<typeof functions.epoch>
export type EpochReturn = FunctionReturn<typeof functions.epoch>

export type GetRoleAdminParams = FunctionArguments<typeof functions.getRoleAdmin>
export type GetRoleAdminReturn = FunctionReturn<typeof functions.getRoleAdmin>

export type GetUnstakeRequestParams = FunctionArguments<typeof functions.getUnstakeRequest>
export type GetUnstakeRequestReturn = FunctionReturn<typeof functions.getUnstakeRequest>

export type GrantRoleParams = FunctionArguments<typeof functions.grantRole>
export type GrantRoleReturn = FunctionReturn<typeof functions.grantRole>

export type HasRoleParams = FunctionArguments<typeof functions.hasRole>
export type HasRoleReturn = FunctionReturn<typeof functions.hasRole>

export type InitializeParams = FunctionArguments<typeof functions.initialize>
export type InitializeReturn = FunctionReturn<typeof functions.initialize>

export type LastCycleIdParams = FunctionArguments<typeof functions.lastCycleId>
export type LastCycleIdReturn = FunctionReturn<typeof functions.lastCycleId>

export type LastRequestIdParams = FunctionArguments<typeof functions.lastRequestId>
export type LastRequestIdReturn = FunctionReturn<typeof functions.lastRequestId>

export type LastSettledCycleIdParams = FunctionArguments<typeof functions.lastSettledCycleId>
export type LastSettledCycleIdReturn = FunctionReturn<typeof functions.lastSettledCycleId>

export type MaxDepositParams = FunctionArguments<typeof functions.maxDeposit>
export type MaxDepositReturn = FunctionReturn<typeof functions.maxDeposit>

export type MaxMintParams = FunctionArguments<typeof functions.maxMint>
export type MaxMintReturn = FunctionReturn<typeof functions.maxMint>

export type MaxRedeemParams = FunctionArguments<typeof functions.maxRedeem>
export type MaxRedeemReturn = FunctionReturn<typeof functions.maxRedeem>

export type MaxWithdrawParams = FunctionArguments<typeof functions.maxWithdraw>
export type MaxWithdrawReturn = FunctionReturn<typeof functions.maxWithdraw>

export type MintParams = FunctionArguments<typeof functions.mint>
export type MintReturn = FunctionReturn<typeof functions.mint>

export type MinterParams = FunctionArguments<typeof functions.minter>
export type MinterReturn = FunctionReturn<typeof functions.minter>

export type NameParams = FunctionArguments<typeof functions.name>
export type NameReturn = FunctionReturn<typeof functions.name>

export type NextRequestIdParams = FunctionArguments<typeof functions.nextRequestId>
export type NextRequestIdReturn = FunctionReturn<typeof functions.nextRequestId>

export type OnERC1155BatchReceivedParams = FunctionArguments<typeof functions.onERC1155BatchReceived>
export type OnERC1155BatchReceivedReturn = FunctionReturn<typeof functions.onERC1155BatchReceived>

export type OnERC1155ReceivedParams = FunctionArguments<typeof functions.onERC1155Received>
export type OnERC1155ReceivedReturn = FunctionReturn<typeof functions.onERC1155Received>

export type OpenCycleParams = FunctionArguments<typeof functions.openCycle>
export type OpenCycleReturn = FunctionReturn<typeof functions.openCycle>

export type OpenRequestOfParams = FunctionArguments<typeof functions.openRequestOf>
export type OpenRequestOfReturn = FunctionReturn<typeof functions.openRequestOf>

export type OutstandingOfParams = FunctionArguments<typeof functions.outstandingOf>
export type OutstandingOfReturn = FunctionReturn<typeof functions.outstandingOf>

export type PauseParams = FunctionArguments<typeof functions.pause>
export type PauseReturn = FunctionReturn<typeof functions.pause>

export type PausedParams = FunctionArguments<typeof functions.paused>
export type PausedReturn = FunctionReturn<typeof functions.paused>

export type PendingAssetsParams = FunctionArguments<typeof functions.pendingAssets>
export type PendingAssetsReturn = FunctionReturn<typeof functions.pendingAssets>

export type PreviewDepositParams = FunctionArguments<typeof functions.previewDeposit>
export type PreviewDepositReturn = FunctionReturn<typeof functions.previewDeposit>

export type PreviewMintParams = FunctionArguments<typeof functions.previewMint>
export type PreviewMintReturn = FunctionReturn<typeof functions.previewMint>

export type PreviewRedeemParams = FunctionArguments<typeof functions.previewRedeem>
export type PreviewRedeemReturn = FunctionReturn<typeof functions.previewRedeem>

export type PreviewWithdrawParams = FunctionArguments<typeof functions.previewWithdraw>
export type PreviewWithdrawReturn = FunctionReturn<typeof functions.previewWithdraw>

export type ProcessUnstakeQueueParams = FunctionArguments<typeof functions.processUnstakeQueue>
export type ProcessUnstakeQueueReturn = FunctionReturn<typeof functions.processUnstakeQueue>

export type ProxiableUUIDParams = FunctionArguments<typeof functions.proxiableUUID>
export type ProxiableUUIDReturn = FunctionReturn<typeof functions.proxiableUUID>

export type RealizeLossParams = FunctionArguments<typeof functions.realizeLoss>
export type RealizeLossReturn = FunctionReturn<typeof functions.realizeLoss>

export type RedeemParams = FunctionArguments<typeof functions.redeem>
export type RedeemReturn = FunctionReturn<typeof functions.redeem>

export type RenounceRoleParams = FunctionArguments<typeof functions.renounceRole>
export type RenounceRoleReturn = FunctionReturn<typeof functions.renounceRole>

export type ReturnCapitalParams = FunctionArguments<typeof functions.returnCapital>
export type ReturnCapitalReturn = FunctionReturn<typeof functions.returnCapital>

export type RevokeRoleParams = FunctionArguments<typeof functions.revokeRole>
export type RevokeRoleReturn = FunctionReturn<typeof functions.revokeRole>

export type SetAssetTokenParams = FunctionArguments<typeof functions.setAssetToken>
export type SetAssetTokenReturn = FunctionReturn<typeof functions.setAssetToken>

export type SetUnrealizedLossParams = FunctionArguments<typeof functions.setUnrealizedLoss>
export type SetUnrealizedLossReturn = FunctionReturn<typeof functions.setUnrealizedLoss>

export type SettleCycleParams = FunctionArguments<typeof functions.settleCycle>
export type SettleCycleReturn = FunctionReturn<typeof functions.settleCycle>

export type StakingNavParams = FunctionArguments<typeof functions.stakingNav>
export type StakingNavReturn = FunctionReturn<typeof functions.stakingNav>

export type SupportsInterfaceParams = FunctionArguments<typeof functions.supportsInterface>
export type SupportsInterfaceReturn = FunctionReturn<typeof functions.supportsInterface>

export type SymbolParams = FunctionArguments<typeof functions.symbol>
export type SymbolReturn = FunctionReturn<typeof functions.symbol>

export type SyncNavParams = FunctionArguments<typeof functions.syncNav>
export type SyncNavReturn = FunctionReturn<typeof functions.syncNav>

export type TotalAssetsParams = FunctionArguments<typeof functions.totalAssets>
export type TotalAssetsReturn = FunctionReturn<typeof functions.totalAssets>

export type TotalOutstandingParams = FunctionArguments<typeof functions.totalOutstanding>
export type TotalOutstandingReturn = FunctionReturn<typeof functions.totalOutstanding>

export type TotalSupplyParams = FunctionArguments<typeof functions.totalSupply>
export type TotalSupplyReturn = FunctionReturn<typeof functions.totalSupply>

export type TransferParams = FunctionArguments<typeof functions.transfer>
export type TransferReturn = FunctionReturn<typeof functions.transfer>

export type TransferFromParams = FunctionArguments<typeof functions.transferFrom>
export type TransferFromReturn = FunctionReturn<typeof functions.transferFrom>

export type UnpauseParams = FunctionArguments<typeof functions.unpause>
export type UnpauseReturn = FunctionReturn<typeof functions.unpause>

export type UnrealizedLossParams = FunctionArguments<typeof functions.unrealizedLoss>
export type UnrealizedLossReturn = FunctionReturn<typeof functions.unrealizedLoss>

export type UnrealizedLossOfParams = FunctionArguments<typeof functions.unrealizedLossOf>
export type UnrealizedLossOfReturn = FunctionReturn<typeof functions.unrealizedLossOf>

export type UnstakeParams = FunctionArguments<typeof functions.unstake>
export type UnstakeReturn = FunctionReturn<typeof functions.unstake>

export type UnstakingNavParams = FunctionArguments<typeof functions.unstakingNav>
export type UnstakingNavReturn = FunctionReturn<typeof functions.unstakingNav>

export type UpdateNavParams = FunctionArguments<typeof functions.updateNav>
export type UpdateNavReturn = FunctionReturn<typeof functions.updateNav>

export type UpgradeToAndCallParams = FunctionArguments<typeof functions.upgradeToAndCall>
export type UpgradeToAndCallReturn = FunctionReturn<typeof functions.upgradeToAndCall>

export type WithdrawParams = FunctionArguments<typeof functions.withdraw>
export type WithdrawReturn = FunctionReturn<typeof functions.withdraw>

