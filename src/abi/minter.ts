import * as p from '@subsquid/evm-codec'
import { event, fun, viewFun, indexed, ContractBase } from '@subsquid/evm-abi'
import type { EventParams as EParams, FunctionArguments, FunctionReturn } from '@subsquid/evm-abi'

export const events = {
    CollateralConfigured: event("0x219dbf9c8b7693e66e248b44d770e9ec623503b099c06b1ebd02dd34a5b44a6c", "CollateralConfigured(address,bool,uint16,uint16)", {"collateral": indexed(p.address), "enabled": p.bool, "mintFeeBps": p.uint16, "redeemFeeBps": p.uint16}),
    Minted: event("0x3b90f0b1565b6e9dac462a873af5d46d5d6177d0096ddc2ddcf38de8ddb5d8fa", "Minted(address,address,address,uint256,uint256,uint256)", {"caller": indexed(p.address), "recipient": indexed(p.address), "collateral": indexed(p.address), "collateralIn": p.uint256, "aidOut": p.uint256, "fee": p.uint256}),
    ReserveMoved: event("0xb2734197647f8f683131484c39ee9c7bab48892181b32a4883ddac0df778b8cb", "ReserveMoved(address,address,bytes32,uint256)", {"asset": indexed(p.address), "destination": indexed(p.address), "purpose": indexed(p.bytes32), "amount": p.uint256}),
    RoleAdminChanged: event("0xbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff", "RoleAdminChanged(bytes32,bytes32,bytes32)", {"role": indexed(p.bytes32), "previousAdminRole": indexed(p.bytes32), "newAdminRole": indexed(p.bytes32)}),
    RoleGranted: event("0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d", "RoleGranted(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    RoleRevoked: event("0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b", "RoleRevoked(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    WhitelistUpdated: event("0xf93f9a76c1bf3444d22400a00cb9fe990e6abe9dbb333fda48859cfee864543d", "WhitelistUpdated(address,bool)", {"account": indexed(p.address), "allowed": p.bool}),
}

export const functions = {
    DEFAULT_ADMIN_ROLE: viewFun("0xa217fddf", "DEFAULT_ADMIN_ROLE()", {}, p.bytes32),
    RETURN_ROLE: viewFun("0xcef77384", "RETURN_ROLE()", {}, p.bytes32),
    TREASURER_ROLE: viewFun("0xf0a3a97c", "TREASURER_ROLE()", {}, p.bytes32),
    VAULT_ROLE: viewFun("0x98c4f1ac", "VAULT_ROLE()", {}, p.bytes32),
    aid: viewFun("0xb91cc136", "aid()", {}, p.address),
    buyTbills: fun("0xb18d0e60", "buyTbills(address,uint256)", {"collateral": p.address, "amount": p.uint256}, ),
    collateralOf: viewFun("0x1aefb107", "collateralOf(address)", {"collateral": p.address}, {"enabled": p.bool, "mintFeeBps": p.uint16, "redeemFeeBps": p.uint16}),
    configureCollateral: fun("0x6eeeaa93", "configureCollateral(address,bool,uint16,uint16)", {"collateral": p.address, "enabled": p.bool, "mintFeeBps": p.uint16, "redeemFeeBps": p.uint16}, ),
    fundRedeemer: fun("0x0fbcb726", "fundRedeemer(address,address,uint256)", {"collateral": p.address, "redeemer": p.address, "amount": p.uint256}, ),
    getRoleAdmin: viewFun("0x248a9ca3", "getRoleAdmin(bytes32)", {"role": p.bytes32}, p.bytes32),
    grantRole: fun("0x2f2ff15d", "grantRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    hasRole: viewFun("0x91d14854", "hasRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, p.bool),
    isWhitelisted: viewFun("0x3af32abf", "isWhitelisted(address)", {"account": p.address}, p.bool),
    mint: fun("0x0d4d1513", "mint(address,uint256,address)", {"collateral": p.address, "collateralIn": p.uint256, "recipient": p.address}, p.uint256),
    mintReturned: fun("0x00a6fa06", "mintReturned(address,uint256,address,address)", {"collateral": p.address, "collateralIn": p.uint256, "payer": p.address, "recipient": p.address}, p.uint256),
    releaseForDeployment: fun("0x4e37f67c", "releaseForDeployment(address,uint256,address)", {"collateral": p.address, "aidAmount": p.uint256, "destination": p.address}, ),
    renounceRole: fun("0x36568abe", "renounceRole(bytes32,address)", {"role": p.bytes32, "callerConfirmation": p.address}, ),
    revokeRole: fun("0xd547741f", "revokeRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    sellTbills: fun("0xd25fa4c8", "sellTbills(address,uint256)", {"collateral": p.address, "amount": p.uint256}, ),
    setWhitelisted: fun("0x9281aa0b", "setWhitelisted(address,bool)", {"account": p.address, "allowed": p.bool}, ),
    supportsInterface: viewFun("0x01ffc9a7", "supportsInterface(bytes4)", {"interfaceId": p.bytes4}, p.bool),
    tbillCustodian: viewFun("0x0129c292", "tbillCustodian()", {}, p.address),
}

export class Contract extends ContractBase {

    DEFAULT_ADMIN_ROLE() {
        return this.eth_call(functions.DEFAULT_ADMIN_ROLE, {})
    }

    RETURN_ROLE() {
        return this.eth_call(functions.RETURN_ROLE, {})
    }

    TREASURER_ROLE() {
        return this.eth_call(functions.TREASURER_ROLE, {})
    }

    VAULT_ROLE() {
        return this.eth_call(functions.VAULT_ROLE, {})
    }

    aid() {
        return this.eth_call(functions.aid, {})
    }

    collateralOf(collateral: CollateralOfParams["collateral"]) {
        return this.eth_call(functions.collateralOf, {collateral})
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

    supportsInterface(interfaceId: SupportsInterfaceParams["interfaceId"]) {
        return this.eth_call(functions.supportsInterface, {interfaceId})
    }

    tbillCustodian() {
        return this.eth_call(functions.tbillCustodian, {})
    }
}

/// Event types
export type CollateralConfiguredEventArgs = EParams<typeof events.CollateralConfigured>
export type MintedEventArgs = EParams<typeof events.Minted>
export type ReserveMovedEventArgs = EParams<typeof events.ReserveMoved>
export type RoleAdminChangedEventArgs = EParams<typeof events.RoleAdminChanged>
export type RoleGrantedEventArgs = EParams<typeof events.RoleGranted>
export type RoleRevokedEventArgs = EParams<typeof events.RoleRevoked>
export type WhitelistUpdatedEventArgs = EParams<typeof events.WhitelistUpdated>

/// Function types
export type DEFAULT_ADMIN_ROLEParams = FunctionArguments<typeof functions.DEFAULT_ADMIN_ROLE>
export type DEFAULT_ADMIN_ROLEReturn = FunctionReturn<typeof functions.DEFAULT_ADMIN_ROLE>

export type RETURN_ROLEParams = FunctionArguments<typeof functions.RETURN_ROLE>
export type RETURN_ROLEReturn = FunctionReturn<typeof functions.RETURN_ROLE>

export type TREASURER_ROLEParams = FunctionArguments<typeof functions.TREASURER_ROLE>
export type TREASURER_ROLEReturn = FunctionReturn<typeof functions.TREASURER_ROLE>

export type VAULT_ROLEParams = FunctionArguments<typeof functions.VAULT_ROLE>
export type VAULT_ROLEReturn = FunctionReturn<typeof functions.VAULT_ROLE>

export type AidParams = FunctionArguments<typeof functions.aid>
export type AidReturn = FunctionReturn<typeof functions.aid>

export type BuyTbillsParams = FunctionArguments<typeof functions.buyTbills>
export type BuyTbillsReturn = FunctionReturn<typeof functions.buyTbills>

export type CollateralOfParams = FunctionArguments<typeof functions.collateralOf>
export type CollateralOfReturn = FunctionReturn<typeof functions.collateralOf>

export type ConfigureCollateralParams = FunctionArguments<typeof functions.configureCollateral>
export type ConfigureCollateralReturn = FunctionReturn<typeof functions.configureCollateral>

export type FundRedeemerParams = FunctionArguments<typeof functions.fundRedeemer>
export type FundRedeemerReturn = FunctionReturn<typeof functions.fundRedeemer>

export type GetRoleAdminParams = FunctionArguments<typeof functions.getRoleAdmin>
export type GetRoleAdminReturn = FunctionReturn<typeof functions.getRoleAdmin>

export type GrantRoleParams = FunctionArguments<typeof functions.grantRole>
export type GrantRoleReturn = FunctionReturn<typeof functions.grantRole>

export type HasRoleParams = FunctionArguments<typeof functions.hasRole>
export type HasRoleReturn = FunctionReturn<typeof functions.hasRole>

export type IsWhitelistedParams = FunctionArguments<typeof functions.isWhitelisted>
export type IsWhitelistedReturn = FunctionReturn<typeof functions.isWhitelisted>

export type MintParams = FunctionArguments<typeof functions.mint>
export type MintReturn = FunctionReturn<typeof functions.mint>

export type MintReturnedParams = FunctionArguments<typeof functions.mintReturned>
export type MintReturnedReturn = FunctionReturn<typeof functions.mintReturned>

export type ReleaseForDeploymentParams = FunctionArguments<typeof functions.releaseForDeployment>
export type ReleaseForDeploymentReturn = FunctionReturn<typeof functions.releaseForDeployment>

export type RenounceRoleParams = FunctionArguments<typeof functions.renounceRole>
export type RenounceRoleReturn = FunctionReturn<typeof functions.renounceRole>

export type RevokeRoleParams = FunctionArguments<typeof functions.revokeRole>
export type RevokeRoleReturn = FunctionReturn<typeof functions.revokeRole>

export type SellTbillsParams = FunctionArguments<typeof functions.sellTbills>
export type SellTbillsReturn = FunctionReturn<typeof functions.sellTbills>

export type SetWhitelistedParams = FunctionArguments<typeof functions.setWhitelisted>
export type SetWhitelistedReturn = FunctionReturn<typeof functions.setWhitelisted>

export type SupportsInterfaceParams = FunctionArguments<typeof functions.supportsInterface>
export type SupportsInterfaceReturn = FunctionReturn<typeof functions.supportsInterface>

export type TbillCustodianParams = FunctionArguments<typeof functions.tbillCustodian>
export type TbillCustodianReturn = FunctionReturn<typeof functions.tbillCustodian>

