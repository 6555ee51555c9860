import * as p from '@subsquid/evm-codec'
import { event, fun, viewFun, indexed, ContractBase } from '@subsquid/evm-abi'
import type { EventParams as EParams, FunctionArguments, FunctionReturn } from '@subsquid/evm-abi'

export const events = {
    FeeConfigSet: event("0xe54c9206e79b87b15ae3aec7dc36770f94cc58ab5e903fc1cbeadb8b0db2f0b8", "FeeConfigSet(uint16,uint16,uint16)", {"protocolFeeBps": p.uint16, "performanceFeeBps": p.uint16, "reserveBps": p.uint16}),
    PaymentMissed: event("0x296dd6c4a2d484cacc4af7ce3ec6d31d99ba73b7b5ae03e0ed9847728a9f0079", "PaymentMissed(bytes32,uint64,uint256)", {"assetId": indexed(p.bytes32), "dueAt": indexed(p.uint64), "amountDue": p.uint256}),
    ReserveFundDrawn: event("0x858d6496ec09538524bb26ed2ce7681d60ddff884d4c5b808be2c344833a9542", "ReserveFundDrawn(bytes32,address,uint256)", {"assetId": indexed(p.bytes32), "to": indexed(p.address), "amount": p.uint256}),
    RevenueDistributed: event("0x2f42b3a556708443387cc3b31f9bb94994e4eafc478a85bfc7a85f011b5f7d6d", "RevenueDistributed(bytes32,uint64,uint256,uint256,uint256,uint256,uint256,uint256,uint256,uint256)", {"assetId": indexed(p.bytes32), "epoch": indexed(p.uint64), "gross": p.uint256, "passThrough": p.uint256, "protocolFee": p.uint256, "performanceFee": p.uint256, "reserveContribution": p.uint256, "netToVault": p.uint256, "paidToHolders": p.uint256, "dust": p.uint256}),
    RevenuePaid: event("0xd026a05462aa17ce13a1e4b24a760b34f8e48c4452d714496317286a240555d8", "RevenuePaid(bytes32,uint64,address,uint256)", {"assetId": indexed(p.bytes32), "epoch": indexed(p.uint64), "holder": indexed(p.address), "amount": p.uint256}),
    RevenueReceived: event("0xb1a1ec5226f43d4be196697691f2d60457f53acd6e4da75ea7d6f83c21d72044", "RevenueReceived(bytes32,address,address,uint8,uint256,uint64,uint64)", {"assetId": indexed(p.bytes32), "payer": indexed(p.address), "currency": indexed(p.address), "kind": p.uint8, "amount": p.uint256, "periodStart": p.uint64, "periodEnd": p.uint64}),
    RoleAdminChanged: event("0xbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff", "RoleAdminChanged(bytes32,bytes32,bytes32)", {"role": indexed(p.bytes32), "previousAdminRole": indexed(p.bytes32), "newAdminRole": indexed(p.bytes32)}),
    RoleGranted: event("0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d", "RoleGranted(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    RoleRevoked: event("0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b", "RoleRevoked(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
}

export const functions = {
    COLLECTOR_ROLE: viewFun("0x9ca39ae9", "COLLECTOR_ROLE()", {}, p.bytes32),
    DEFAULT_ADMIN_ROLE: viewFun("0xa217fddf", "DEFAULT_ADMIN_ROLE()", {}, p.bytes32),
    PASS_THROUGH: viewFun("0x6c6c6e1b", "PASS_THROUGH()", {}, p.uint8),
    REVENUE: viewFun("0x0e3a7dc7", "REVENUE()", {}, p.uint8),
    aid: viewFun("0xb91cc136", "aid()", {}, p.address),
    assetToken: viewFun("0x1083f761", "assetToken()", {}, p.address),
    distribute: fun("0xea40f8fe", "distribute(bytes32)", {"assetId": p.bytes32}, ),
    drawReserveFund: fun("0xd3c08a01", "drawReserveFund(bytes32,address,uint256)", {"assetId": p.bytes32, "to": p.address, "amount": p.uint256}, ),
    epochOf: viewFun("0xd3b8fe9b", "epochOf(bytes32)", {"assetId": p.bytes32}, p.uint64),
    getRoleAdmin: viewFun("0x248a9ca3", "getRoleAdmin(bytes32)", {"role": p.bytes32}, p.bytes32),
    grantRole: fun("0x2f2ff15d", "grantRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    hasRole: viewFun("0x91d14854", "hasRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, p.bool),
    minter: viewFun("0x07546172", "minter()", {}, p.address),
    missedOf: viewFun("0x71eea264", "missedOf(bytes32,uint64)", {"assetId": p.bytes32, "dueAt": p.uint64}, p.uint256),
    pendingOf: viewFun("0x47abb845", "pendingOf(bytes32,uint8)", {"assetId": p.bytes32, "kind": p.uint8}, p.uint256),
    performanceFeeBps: viewFun("0xb9d4e879", "performanceFeeBps()", {}, p.uint16),
    protocolFeeBps: viewFun("0x35659fb8", "protocolFeeBps()", {}, p.uint16),
    receiveRevenue: fun("0x2382002b", "receiveRevenue(bytes32,address,address,uint8,uint256,uint64,uint64)", {"assetId": p.bytes32, "collateral": p.address, "payer": p.address, "kind": p.uint8, "collateralAmount": p.uint256, "periodStart": p.uint64, "periodEnd": p.uint64}, ),
    renounceRole: fun("0x36568abe", "renounceRole(bytes32,address)", {"role": p.bytes32, "callerConfirmation": p.address}, ),
    reportMissed: fun("0x06f144a4", "reportMissed(bytes32,uint64,uint256)", {"assetId": p.bytes32, "dueAt": p.uint64, "amountDue": p.uint256}, ),
    reserveBps: viewFun("0x38925449", "reserveBps()", {}, p.uint16),
    reserveFund: viewFun("0xb7f92b71", "reserveFund()", {}, p.uint256),
    revokeRole: fun("0xd547741f", "revokeRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    serviceProvider: viewFun("0x8d69e95e", "serviceProvider()", {}, p.address),
    setFeeConfig: fun("0x10cc2116", "setFeeConfig(uint16,uint16,uint16)", {"protocolFeeBps_": p.uint16, "performanceFeeBps_": p.uint16, "reserveBps_": p.uint16}, ),
    supportsInterface: viewFun("0x01ffc9a7", "supportsInterface(bytes4)", {"interfaceId": p.bytes4}, p.bool),
    treasury: viewFun("0x61d027b3", "treasury()", {}, p.address),
    vault: viewFun("0xfbfa77cf", "vault()", {}, p.address),
}

export class Contract extends ContractBase {

    COLLECTOR_ROLE() {
        return this.eth_call(functions.COLLECTOR_ROLE, {})
    }

    DEFAULT_ADMIN_ROLE() {
        return this.eth_call(functions.DEFAULT_ADMIN_ROLE, {})
    }

    PASS_THROUGH() {
        return this.eth_call(functions.PASS_THROUGH, {})
    }

    REVENUE() {
        return this.eth_call(functions.REVENUE, {})
    }

    aid() {
        return this.eth_call(functions.aid, {})
    }

    assetToken() {
        return this.eth_call(functions.assetToken, {})
    }

    epochOf(assetId: EpochOfParams["assetId"]) {
        return this.eth_call(functions.epochOf, {assetId})
    }

    getRoleAdmin(role: GetRoleAdminParams["role"]) {
        return this.eth_call(functions.getRoleAdmin, {role})
    }

    hasRole(role: HasRoleParams["role"], account: HasRoleParams["account"]) {
        return this.eth_call(functions.hasRole, {role, account})
    }

    minter() {
        return this.eth_call(functions.minter, {})
    }

    missedOf(assetId: MissedOfParams["assetId"], dueAt: MissedOfParams["dueAt"]) {
        return this.eth_call(functions.missedOf, {assetId, dueAt})
    }

    pendingOf(assetId: PendingOfParams["assetId"], kind: PendingOfParams["kind"]) {
        return this.eth_call(functions.pendingOf, {assetId, kind})
    }

    performanceFeeBps() {
        return this.eth_call(functions.performanceFeeBps, {})
    }

    protocolFeeBps() {
        return this.eth_call(functions.protocolFeeBps, {})
    }

    reserveBps() {
        return this.eth_call(functions.reserveBps, {})
    }

    reserveFund() {
        return this.eth_call(functions.reserveFund, {})
    }

    serviceProvider() {
        return this.eth_call(functions.serviceProvider, {})
    }

    supportsInterface(interfaceId: SupportsInterfaceParams["interfaceId"]) {
        return this.eth_call(functions.supportsInterface, {interfaceId})
    }

    treasury() {
        return this.eth_call(functions.treasury, {})
    }

    vault() {
        return this.eth_call(functions.vault, {})
    }
}

/// Event types
export type FeeConfigSetEventArgs = EParams<typeof events.FeeConfigSet>
export type PaymentMissedEventArgs = EParams<typeof events.PaymentMissed>
export type ReserveFundDrawnEventArgs = EParams<typeof events.ReserveFundDrawn>
export type RevenueDistributedEventArgs = EParams<typeof events.RevenueDistributed>
export type RevenuePaidEventArgs = EParams<typeof events.RevenuePaid>
export type RevenueReceivedEventArgs = EParams<typeof events.RevenueReceived>
export type RoleAdminChangedEventArgs = EParams<typeof events.RoleAdminChanged>
export type RoleGrantedEventArgs = EParams<typeof events.RoleGranted>
export type RoleRevokedEventArgs = EParams<typeof events.RoleRevoked>

/// Function types
export type COLLECTOR_ROLEParams = FunctionArguments<typeof functions.COLLECTOR_ROLE>
export type COLLECTOR_ROLEReturn = FunctionReturn<typeof functions.COLLECTOR_ROLE>

export type DEFAULT_ADMIN_ROLEParams = FunctionArguments<typeof functions.DEFAULT_ADMIN_ROLE>
export type DEFAULT_ADMIN_ROLEReturn = FunctionReturn<typeof functions.DEFAULT_ADMIN_ROLE>

export type PASS_THROUGHParams = FunctionArguments<typeof functions.PASS_THROUGH>
export type PASS_THROUGHReturn = FunctionReturn<typeof functions.PASS_THROUGH>

export type REVENUEParams = FunctionArguments<typeof functions.REVENUE>
export type REVENUEReturn = FunctionReturn<typeof functions.REVENUE>

export type AidParams = FunctionArguments<typeof functions.aid>
export type AidReturn = FunctionReturn<typeof functions.aid>

export type AssetTokenParams = FunctionArguments<typeof functions.assetToken>
export type AssetTokenReturn = FunctionReturn<typeof functions.assetToken>

export type DistributeParams = FunctionArguments<typeof functions.distribute>
export type DistributeReturn = FunctionReturn<typeof functions.distribute>

export type DrawReserveFundParams = FunctionArguments<typeof functions.drawReserveFund>
export type DrawReserveFundReturn = FunctionReturn<typeof functions.drawReserveFund>

export type EpochOfParams = FunctionArguments<typeof functions.epochOf>
export type EpochOfReturn = FunctionReturn<typeof functions.epochOf>

export type GetRoleAdminParams = FunctionArguments<typeof functions.getRoleAdmin>
export type GetRoleAdminReturn = FunctionReturn<typeof functions.getRoleAdmin>

export type GrantRoleParams = FunctionArguments<typeof functions.grantRole>
export type GrantRoleReturn = FunctionReturn<typeof functions.grantRole>

export type HasRoleParams = FunctionArguments<typeof functions.hasRole>
export type HasRoleReturn = FunctionReturn<typeof functions.hasRole>

export type MinterParams = FunctionArguments<typeof functions.minter>
export type MinterReturn = FunctionReturn<typeof functions.minter>

export type MissedOfParams = FunctionArguments<typeof functions.missedOf>
export type MissedOfReturn = FunctionReturn<typeof functions.missedOf>

export type PendingOfParams = FunctionArguments<typeof functions.pendingOf>
export type PendingOfReturn = FunctionReturn<typeof functions.pendingOf>

export type PerformanceFeeBpsParams = FunctionArguments<typeof functions.performanceFeeBps>
export type PerformanceFeeBpsReturn = FunctionReturn<typeof functions.performanceFeeBps>

export type ProtocolFeeBpsParams = FunctionArguments<typeof functions.protocolFeeBps>
export type ProtocolFeeBpsReturn = FunctionReturn<typeof functions.protocolFeeBps>

export type ReceiveRevenueParams = FunctionArguments<typeof functions.receiveRevenue>
export type ReceiveRevenueReturn = FunctionReturn<typeof functions.receiveRevenue>

export type RenounceRoleParams = FunctionArguments<typeof functions.renounceRole>
export type RenounceRoleReturn = FunctionReturn<typeof functions.renounceRole>

export type ReportMissedParams = FunctionArguments<typeof functions.reportMissed>
export type ReportMissedReturn = FunctionReturn<typeof functions.reportMissed>

export type ReserveBpsParams = FunctionArguments<typeof functions.reserveBps>
export type ReserveBpsReturn = FunctionReturn<typeof functions.reserveBps>

export type ReserveFundParams = FunctionArguments<typeof functions.reserveFund>
export type ReserveFundReturn = FunctionReturn<typeof functions.reserveFund>

export type RevokeRoleParams = FunctionArguments<typeof functions.revokeRole>
export type RevokeRoleReturn = FunctionReturn<typeof functions.revokeRole>

export type ServiceProviderParams = FunctionArguments<typeof functions.serviceProvider>
export type ServiceProviderReturn = FunctionReturn<typeof functions.serviceProvider>

export type SetFeeConfigParams = FunctionArguments<typeof functions.setFeeConfig>
export type SetFeeConfigReturn = FunctionReturn<typeof functions.setFeeConfig>

export type SupportsInterfaceParams = FunctionArguments<typeof functions.supportsInterface>
export type SupportsInterfaceReturn = FunctionReturn<typeof functions.supportsInterface>

export type TreasuryParams = FunctionArguments<typeof functions.treasury>
export type TreasuryReturn = FunctionReturn<typeof functions.treasury>

export type VaultParams = FunctionArguments<typeof functions.vault>
export type VaultReturn = FunctionReturn<typeof functions.vault>

