import * as p from '@subsquid/evm-codec'
import { event, fun, viewFun, indexed, ContractBase } from '@subsquid/evm-abi'
import type { EventParams as EParams, FunctionArguments, FunctionReturn } from '@subsquid/evm-abi'

export const events = {
    CollateralConfigured: event("0x219dbf9c8b7693e66e248b44d770e9ec623503b099c06b1ebd02dd34a5b44a6c", "CollateralConfigured(address,bool,uint16,uint16)", {"collateral": indexed(p.address), "enabled": p.bool, "mintFeeBps": p.uint16, "redeemFeeBps": p.uint16}),
    DailyRedeemLimitSet: event("0x9b2cff08e3d3ac67dae505caef5f28e796a13f41f857666132de633aae752166", "DailyRedeemLimitSet(uint256,uint256)", {"oldLimit": p.uint256, "newLimit": p.uint256}),
    Redeemed: event("0xb2a916ffe81d64bce7a0d6feada0394035c6a49b04024b02f313a5e99640b154", "Redeemed(address,address,address,uint256,uint256,uint256)", {"owner": indexed(p.address), "receiver": indexed(p.address), "collateral": indexed(p.address), "aidIn": p.uint256, "collateralOut": p.uint256, "fee": p.uint256}),
    RoleAdminChanged: event("0xbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff", "RoleAdminChanged(bytes32,bytes32,bytes32)", {"role": indexed(p.bytes32), "previousAdminRole": indexed(p.bytes32), "newAdminRole": indexed(p.bytes32)}),
    RoleGranted: event("0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d", "RoleGranted(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    RoleRevoked: event("0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b", "RoleRevoked(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    WhitelistUpdated: event("0xf93f9a76c1bf3444d22400a00cb9fe990e6abe9dbb333fda48859cfee864543d", "WhitelistUpdated(address,bool)", {"account": indexed(p.address), "allowed": p.bool}),
}

export const functions = {
    DEFAULT_ADMIN_ROLE: viewFun("0xa217fddf", "DEFAULT_ADMIN_ROLE()", {}, p.bytes32),
    aid: viewFun("0xb91cc136", "aid()", {}, p.address),
    collateralOf: viewFun("0x1aefb107", "collateralOf(address)", {"collateral": p.address}, {"enabled": p.bool, "mintFeeBps": p.uint16, "redeemFeeBps": p.uint16}),
    configureCollateral: fun("0x6eeeaa93", "configureCollateral(address,bool,uint16,uint16)", {"collateral": p.address, "enabled": p.bool, "mintFeeBps": p.uint16, "redeemFeeBps": p.uint16}, ),
    dailyRedeemed: viewFun("0x9ac929fb", "dailyRedeemed(uint256)", {"day": p.uint256}, p.uint256),
    getRoleAdmin: viewFun("0x248a9ca3", "getRoleAdmin(bytes32)", {"role": p.bytes32}, p.bytes32),
    grantRole: fun("0x2f2ff15d", "grantRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    hasRole: viewFun("0x91d14854", "hasRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, p.bool),
    isWhitelisted: viewFun("0x3af32abf", "isWhitelisted(address)", {"account": p.address}, p.bool),
    redeem: fun("0x5c833bfd", "redeem(address,uint256,address)", {"collateral": p.address, "aidIn": p.uint256, "receiver": p.address}, p.uint256),
    redeemLimitPerDay: viewFun("0xd9d48e04", "redeemLimitPerDay()", {}, p.uint256),
    redemptionFeeBps: viewFun("0xd68002f3", "redemptionFeeBps()", {}, p.uint16),
    renounceRole: fun("0x36568abe", "renounceRole(bytes32,address)", {"role": p.bytes32, "callerConfirmation": p.address}, ),
    revokeRole: fun("0xd547741f", "revokeRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    setDailyRedeemLimit: fun("0x62541f95", "setDailyRedeemLimit(uint256)", {"newLimit": p.uint256}, ),
    setWhitelisted: fun("0x9281aa0b", "setWhitelisted(address,bool)", {"account": p.address, "allowed": p.bool}, ),
    stablecoin: viewFun("0xe9cbd822", "stablecoin()", {}, p.address),
    supportsInterface: viewFun("0x01ffc9a7", "supportsInterface(bytes4)", {"interfaceId": p.bytes4}, p.bool),
}

export class Contract extends ContractBase {

    DEFAULT_ADMIN_ROLE() {
        return this.eth_call(functions.DEFAULT_ADMIN_ROLE, {})
    }

    aid() {
        return this.eth_call(functions.aid, {})
    }

    collateralOf(collateral: CollateralOfParams["collateral"]) {
        return this.eth_call(functions.collateralOf, {collateral})
    }

    dailyRedeemed(day: DailyRedeemedParams["day"]) {
        return this.eth_call(functions.dailyRedeemed, {day})
    }

    getRoleAdmin(role: GetRoleAdminParams["role"]) {
        return this.eth_call(functions.getRoleAdmin, {role})
    }

    hasRole(role: HasRoleParams["role"], account: HasRoleParams["account"]) {
        return this.eth_call(functions.hasRole, {role, account})
    }

    isWhitelisted(account: IsWhitelistedParams["account"]) {
        return this.eth_call(functions.isWhitelisted, {account})
    }

    redeemLimitPerDay() {
        return this.eth_call(functions.redeemLimitPerDay, {})
    }

    redemptionFeeBps() {
        return this.eth_call(functions.redemptionFeeBps, {})
    }

    stablecoin() {
        return this.eth_call(functions.stablecoin, {})
    }

    supportsInterface(interfaceId: SupportsInterfaceParams["interfaceId"]) {
        return this.eth_call(functions.supportsInterface, {interfaceId})
    }
}

/// Event types
export type CollateralConfiguredEventArgs = EParams<typeof events.CollateralConfigured>
export type DailyRedeemLimitSetEventArgs = EParams<typeof events.DailyRedeemLimitSet>
export type RedeemedEventArgs = EParams<typeof events.Redeemed>
export type RoleAdminChangedEventArgs = EParams<typeof events.RoleAdminChanged>
export type RoleGrantedEventArgs = EParams<typeof events.RoleGranted>
export type RoleRevokedEventArgs = EParams<typeof events.RoleRevoked>
export type WhitelistUpdatedEventArgs = EParams<typeof events.WhitelistUpdated>

/// Function types
export type DEFAULT_ADMIN_ROLEParams = FunctionArguments<typeof functions.DEFAULT_ADMIN_ROLE>
export type DEFAULT_ADMIN_ROLEReturn = FunctionReturn<typeof functions.DEFAULT_ADMIN_ROLE>

export type AidParams = FunctionArguments<typeof functions.aid>
export type AidReturn = FunctionReturn<typeof functions.aid>

export type CollateralOfParams = FunctionArguments<typeof functions.collateralOf>
export type CollateralOfReturn = FunctionReturn<typeof functions.collateralOf>

export type ConfigureCollateralParams = FunctionArguments<typeof functions.configureCollateral>
export type ConfigureCollateralReturn = FunctionReturn<typeof functions.configureCollateral>

export type DailyRedeemedParams = FunctionArguments<typeof functions.dailyRedeemed>
export type DailyRedeemedReturn = FunctionReturn<typeof functions.dailyRedeemed>

export type GetRoleAdminParams = FunctionArguments<typeof functions.getRoleAdmin>
export type GetRoleAdminReturn = FunctionReturn<typeof functions.getRoleAdmin>

export type GrantRoleParams = FunctionArguments<typeof functions.grantRole>
export type GrantRoleReturn = FunctionReturn<typeof functions.grantRole>

export type HasRoleParams = FunctionArguments<typeof functions.hasRole>
export type HasRoleReturn = FunctionReturn<typeof functions.hasRole>

export type IsWhitelistedParams = FunctionArguments<typeof functions.isWhitelisted>
export type IsWhitelistedReturn = FunctionReturn<typeof functions.isWhitelisted>

export type RedeemParams = FunctionArguments<typeof functions.redeem>
export type RedeemReturn = FunctionReturn<typeof functions.redeem>

export type RedeemLimitPerDayParams = FunctionArguments<typeof functions.redeemLimitPerDay>
export type RedeemLimitPerDayReturn = FunctionReturn<typeof functions.redeemLimitPerDay>

export type RedemptionFeeBpsParams = FunctionArguments<typeof functions.redemptionFeeBps>
export type RedemptionFeeBpsReturn = FunctionReturn<typeof functions.redemptionFeeBps>

export type RenounceRoleParams = FunctionArguments<typeof functions.renounceRole>
export type RenounceRoleReturn = FunctionReturn<typeof functions.renounceRole>

export type RevokeRoleParams = FunctionArguments<typeof functions.revokeRole>
export type RevokeRoleReturn = FunctionReturn<typeof functions.revokeRole>

export type SetDailyRedeemLimitParams = FunctionArguments<typeof functions.setDailyRedeemLimit>
export type SetDailyRedeemLimitReturn = FunctionReturn<typeof functions.setDailyRedeemLimit>

export type SetWhitelistedParams = FunctionArguments<typeof functions.setWhitelisted>
export type SetWhitelistedReturn = FunctionReturn<typeof functions.setWhitelisted>

export type StablecoinParams = FunctionArguments<typeof functions.stablecoin>
export type StablecoinReturn = FunctionReturn<typeof functions.stablecoin>

export type SupportsInterfaceParams = FunctionArguments<typeof functions.supportsInterface>
export type SupportsInterfaceReturn = FunctionReturn<typeof functions.supportsInterface>

