import * as p from '@subsquid/evm-codec'
import { event, fun, viewFun, indexed, ContractBase } from '@subsquid/evm-abi'
import type { EventParams as EParams, FunctionArguments, FunctionReturn } from '@subsquid/evm-abi'

export const events = {
    AddedToDenyList: event("0x02dd2f2ab1d45714c6f178e8ff8c5594023ec5d134bb99bbb230adabdb718c05", "AddedToDenyList(address[])", {"accounts": p.array(p.address)}),
    Approval: event("0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925", "Approval(address,address,uint256)", {"owner": indexed(p.address), "spender": indexed(p.address), "value": p.uint256}),
    FlashMinted: event("0xd7037d58b24fddb3e3a420689f6912fc6868abea1d6b5ebe4da91f06167b264d", "FlashMinted(address,uint256)", {"to": p.address, "amount": p.uint256}),
    Initialized: event("0xc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2", "Initialized(uint64)", {"version": p.uint64}),
    Paused: event("0x62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258", "Paused(address)", {"account": p.address}),
    PaymentReferenced: event("0x70244b9e7adc158fd01874794b3aad3bc208001dacb0f27930e7977de0954640", "PaymentReferenced(address,address,bytes32,uint256)", {"from": indexed(p.address), "to": indexed(p.address), "ref": indexed(p.bytes32), "amount": p.uint256}),
    RemovedFromDenyList: event("0xfe849628f690f8527fe506998b4ddf44a5b11ecb3ec64257db0951b62d9a4f38", "RemovedFromDenyList(address[])", {"accounts": p.array(p.address)}),
    RoleAdminChanged: event("0xbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff", "RoleAdminChanged(bytes32,bytes32,bytes32)", {"role": indexed(p.bytes32), "previousAdminRole": indexed(p.bytes32), "newAdminRole": indexed(p.bytes32)}),
    RoleGranted: event("0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d", "RoleGranted(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    RoleRevoked: event("0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b", "RoleRevoked(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    Transfer: event("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef", "Transfer(address,address,uint256)", {"from": indexed(p.address), "to": indexed(p.address), "value": p.uint256}),
    Unpaused: event("0x5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa", "Unpaused(address)", {"account": p.address}),
    Upgraded: event("0xbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b", "Upgraded(address)", {"implementation": indexed(p.address)}),
}

export const functions = {
    BRIDGE_MINTER_ROLE: viewFun("0xc07c49bb", "BRIDGE_MINTER_ROLE()", {}, p.bytes32),
    DEFAULT_ADMIN_ROLE: viewFun("0xa217fddf", "DEFAULT_ADMIN_ROLE()", {}, p.bytes32),
    DENIED_ADDRESS_ROLE: viewFun("0x499ad2f2", "DENIED_ADDRESS_ROLE()", {}, p.bytes32),
    DENY_LIST_GUARD_ROLE: viewFun("0x6f12474a", "DENY_LIST_GUARD_ROLE()", {}, p.bytes32),
    FLASH_FEE_BPS: viewFun("0x050fedb8", "FLASH_FEE_BPS()", {}, p.uint256),
    MINTER_ROLE: viewFun("0xd5391393", "MINTER_ROLE()", {}, p.bytes32),
    UPGRADE_INTERFACE_VERSION: viewFun("0xad3cb1cc", "UPGRADE_INTERFACE_VERSION()", {}, p.string),
    acceptTerms: fun("0x90a492e5", "acceptTerms(bytes32)", {"termsHash": p.bytes32}, ),
    addToDenyList: fun("0x826bec45", "addToDenyList(address[])", {"accounts": p.array(p.address)}, ),
    allowance: viewFun("0xdd62ed3e", "allowance(address,address)", {"owner": p.address, "spender": p.address}, p.uint256),
    approve: fun("0x095ea7b3", "approve(address,uint256)", {"spender": p.address, "value": p.uint256}, p.bool),
    balanceOf: viewFun("0x70a08231", "balanceOf(address)", {"account": p.address}, p.uint256),
    bridgeBurn: fun("0x74f4f547", "bridgeBurn(address,uint256)", {"from": p.address, "amount": p.uint256}, ),
    bridgeMint: fun("0x8c2a993e", "bridgeMint(address,uint256)", {"to": p.address, "amount": p.uint256}, ),
    burn: fun("0x9dc29fac", "burn(address,uint256)", {"from": p.address, "amount": p.uint256}, ),
    decimals: viewFun("0x313ce567", "decimals()", {}, p.uint8),
    flashMint: fun("0x19ffd7ce", "flashMint(uint256)", {"amount": p.uint256}, ),
    getRoleAdmin: viewFun("0x248a9ca3", "getRoleAdmin(bytes32)", {"role": p.bytes32}, p.bytes32),
    grantRole: fun("0x2f2ff15d", "grantRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    hasRole: viewFun("0x91d14854", "hasRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, p.bool),
    initialize: fun("0xc4d66de8", "initialize(address)", {"admin": p.address}, ),
    isDenied: viewFun("0xe838dfbb", "isDenied(address)", {"account": p.address}, p.bool),
    mint: fun("0x40c10f19", "mint(address,uint256)", {"to": p.address, "amount": p.uint256}, ),
    name: viewFun("0x06fdde03", "name()", {}, p.string),
    pause: fun("0x8456cb59", "pause()", {}, ),
    paused: viewFun("0x5c975abb", "paused()", {}, p.bool),
    proxiableUUID: viewFun("0x52d1902d", "proxiableUUID()", {}, p.bytes32),
    removeFromDenyList: fun("0xac346e89", "removeFromDenyList(address[])", {"accounts": p.array(p.address)}, ),
    renounceRole: fun("0x36568abe", "renounceRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    revokeRole: fun("0xd547741f", "revokeRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    supportsInterface: viewFun("0x01ffc9a7", "supportsInterface(bytes4)", {"interfaceId": p.bytes4}, p.bool),
    symbol: viewFun("0x95d89b41", "symbol()", {}, p.string),
    termsOf: viewFun("0x0369ac91", "termsOf(address)", {"account": p.address}, p.bytes32),
    totalSupply: viewFun("0x18160ddd", "totalSupply()", {}, p.uint256),
    transfer: fun("0xa9059cbb", "transfer(address,uint256)", {"to": p.address, "value": p.uint256}, p.bool),
    transferFrom: fun("0x23b872dd", "transferFrom(address,address,uint256)", {"from": p.address, "to": p.address, "value": p.uint256}, p.bool),
    transferWithReference: fun("0xe2233eb8", "transferWithReference(address,uint256,bytes32)", {"to": p.address, "amount": p.uint256, "ref": p.bytes32}, ),
    unpause: fun("0x3f4ba83a", "unpause()", {}, ),
    upgradeToAndCall: fun("0x4f1ef286", "upgradeToAndCall(address,bytes)", {"newImplementation": p.address, "data": p.bytes}, ),
}

export class Contract extends ContractBase {

    BRIDGE_MINTER_ROLE() {
        return this.eth_call(functions.BRIDGE_MINTER_ROLE, {})
    }

    DEFAULT_ADMIN_ROLE() {
        return this.eth_call(functions.DEFAULT_ADMIN_ROLE, {})
    }

    DENIED_ADDRESS_ROLE() {
        return this.eth_call(functions.DENIED_ADDRESS_ROLE, {})
    }

    DENY_LIST_GUARD_ROLE() {
        return this.eth_call(functions.DENY_LIST_GUARD_ROLE, {})
    }

    FLASH_FEE_BPS() {
        return this.eth_call(functions.FLASH_FEE_BPS, {})
    }

    MINTER_ROLE() {
        return this.eth_call(functions.MINTER_ROLE, {})
    }

    UPGRADE_INTERFACE_VERSION() {
        return this.eth_call(functions.UPGRADE_INTERFACE_VERSION, {})
    }

    allowance(owner: AllowanceParams["owner"], spender: AllowanceParams["spender"]) {
        return this.eth_call(functions.allowance, {owner, spender})
    }

    balanceOf(account: BalanceOfParams["account"]) {
        return this.eth_call(functions.balanceOf, {account})
    }

    decimals() {
        return this.eth_call(functions.decimals, {})
    }

    getRoleAdmin(role: GetRoleAdminParams["role"]) {
        return this.eth_call(functions.getRoleAdmin, {role})
    }

    hasRole(role: HasRoleParams["role"], account: HasRoleParams["account"]) {
        return this.eth_call(functions.hasRole, {role, account})
    }

    isDenied(account: IsDeniedParams["account"]) {
        return this.eth_call(functions.isDenied, {account})
    }

    name() {
        return this.eth_call(functions.name, {})
    }

    paused() {
        return this.eth_call(functions.paused, {})
    }

    proxiableUUID() {
        return this.eth_call(functions.proxiableUUID, {})
    }

    supportsInterface(interfaceId: SupportsInterfaceParams["interfaceId"]) {
        return this.eth_call(functions.supportsInterface, {interfaceId})
    }

    symbol() {
        return this.eth_call(functions.symbol, {})
    }

    termsOf(account: TermsOfParams["account"]) {
        return this.eth_call(functions.termsOf, {account})
    }

    totalSupply() {
        return this.eth_call(functions.totalSupply, {})
    }
}

/// Event types
export type AddedToDenyListEventArgs = EParams<typeof events.AddedToDenyList>
export type ApprovalEventArgs = EParams<typeof events.Approval>
export type FlashMintedEventArgs = EParams<typeof events.FlashMinted>
export type InitializedEventArgs = EParams<typeof events.Initialized>
export type PausedEventArgs = EParams<typeof events.Paused>
export type PaymentReferencedEventArgs = EParams<typeof events.PaymentReferenced>
export type RemovedFromDenyListEventArgs = EParams<typeof events.RemovedFromDenyList>
export type RoleAdminChangedEventArgs = EParams<typeof events.RoleAdminChanged>
export type RoleGrantedEventArgs = EParams<typeof events.RoleGranted>
export type RoleRevokedEventArgs = EParams<typeof events.RoleRevoked>
export type TransferEventArgs = EParams<typeof events.Transfer>
export type UnpausedEventArgs = EParams<typeof events.Unpaused>
export type UpgradedEventArgs = EParams<typeof events.Upgraded>

/// Function types
export type BRIDGE_MINTER_ROLEParams = FunctionArguments<typeof functions.BRIDGE_MINTER_ROLE>
export type BRIDGE_MINTER_ROLEReturn = FunctionReturn<typeof functions.BRIDGE_MINTER_ROLE>

export type DEFAULT_ADMIN_ROLEParams = FunctionArguments<typeof functions.DEFAULT_ADMIN_ROLE>
export type DEFAULT_ADMIN_ROLEReturn = FunctionReturn<typeof functions.DEFAULT_ADMIN_ROLE>

export type DENIED_ADDRESS_ROLEParams = FunctionArguments<typeof functions.DENIED_ADDRESS_ROLE>
export type DENIED_ADDRESS_ROLEReturn = FunctionReturn<typeof functions.DENIED_ADDRESS_ROLE>

export type DENY_LIST_GUARD_ROLEParams = FunctionArguments<typeof functions.DENY_LIST_GUARD_ROLE>
export type DENY_LIST_GUARD_ROLEReturn = FunctionReturn<typeof functions.DENY_LIST_GUARD_ROLE>

export type FLASH_FEE_BPSParams = FunctionArguments<typeof functions.FLASH_FEE_BPS>
export type FLASH_FEE_BPSReturn = FunctionReturn<typeof functions.FLASH_FEE_BPS>

export type MINTER_ROLEParams = FunctionArguments<typeof functions.MINTER_ROLE>
export type MINTER_ROLEReturn = FunctionReturn<typeof functions.MINTER_ROLE>

export type UPGRADE_INTERFACE_VERSIONParams = FunctionArguments<typeof functions.UPGRADE_INTERFACE_VERSION>
export type UPGRADE_INTERFACE_VERSIONReturn = FunctionReturn<typeof functions.UPGRADE_INTERFACE_VERSION>

export type AcceptTermsParams = FunctionArguments<typeof functions.acceptTerms>
export type AcceptTermsReturn = FunctionReturn<typeof functions.acceptTerms>

export type AddToDenyListParams = FunctionArguments<typeof functions.addToDenyList>
export type AddToDenyListReturn = FunctionReturn<typeof functions.addToDenyList>

export type AllowanceParams = FunctionArguments<typeof functions.allowance>
export type AllowanceReturn = FunctionReturn<typeof functions.allowance>

export type ApproveParams = FunctionArguments<typeof functions.approve>
export type ApproveReturn = FunctionReturn<typeof functions.approve>

export type BalanceOfParams = FunctionArguments<typeof functions.balanceOf>
export type BalanceOfReturn = FunctionReturn<typeof functions.balanceOf>

export type BridgeBurnParams = FunctionArguments<typeof functions.bridgeBurn>
export type BridgeBurnReturn = FunctionReturn<typeof functions.bridgeBurn>

export type BridgeMintParams = FunctionArguments<typeof functions.bridgeMint>
export type BridgeMintReturn = FunctionReturn<typeof functions.bridgeMint>

export type BurnParams = FunctionArguments<typeof functions.burn>
export type BurnReturn = FunctionReturn<typeof functions.burn>

export type DecimalsParams = FunctionArguments<typeof functions.decimals>
export type DecimalsReturn = FunctionReturn<typeof functions.decimals>

export type FlashMintParams = FunctionArguments<typeof functions.flashMint>
export type FlashMintReturn = FunctionReturn<typeof functions.flashMint>

export type GetRoleAdminParams = FunctionArguments<typeof functions.getRoleAdmin>
export type GetRoleAdminReturn = FunctionReturn<typeof functions.getRoleAdmin>

export type GrantRoleParams = FunctionArguments<typeof functions.grantRole>
export type GrantRoleReturn = FunctionReturn<typeof functions.grantRole>

export type HasRoleParams = FunctionArguments<typeof functions.hasRole>
export type HasRoleReturn = FunctionReturn<typeof functions.hasRole>

export type InitializeParams = FunctionArguments<typeof functions.initialize>
export type InitializeReturn = FunctionReturn<typeof functions.initialize>

export type IsDeniedParams = FunctionArguments<typeof functions.isDenied>
export type IsDeniedReturn = FunctionReturn<typeof functions.isDenied>

export type MintParams = FunctionArguments<typeof functions.mint>
export type MintReturn = FunctionReturn<typeof functions.mint>

export type NameParams = FunctionArguments<typeof functions.name>
export type NameReturn = FunctionReturn<typeof functions.name>

export type PauseParams = FunctionArguments<typeof functions.pause>
export type PauseReturn = FunctionReturn<typeof functions.pause>

export type PausedParams = FunctionArguments<typeof functions.paused>
export type PausedReturn = FunctionReturn<typeof functions.paused>

export type ProxiableUUIDParams = FunctionArguments<typeof functions.proxiableUUID>
export type ProxiableUUIDReturn = FunctionReturn<typeof functions.proxiableUUID>

export type RemoveFromDenyListParams = FunctionArguments<typeof functions.removeFromDenyList>
export type RemoveFromDenyListReturn = FunctionReturn<typeof functions.removeFromDenyList>

export type RenounceRoleParams = FunctionArguments<typeof functions.renounceRole>
export type RenounceRoleReturn = FunctionReturn<typeof functions.renounceRole>

export type RevokeRoleParams = FunctionArguments<typeof functions.revokeRole>
export type RevokeRoleReturn = FunctionReturn<typeof functions.revokeRole>

export type SupportsInterfaceParams = FunctionArguments<typeof functions.supportsInterface>
export type SupportsInterfaceReturn = FunctionReturn<typeof functions.supportsInterface>

export type SymbolParams = FunctionArguments<typeof functions.symbol>
export type SymbolReturn = FunctionReturn<typeof functions.symbol>

export type TermsOfParams = FunctionArguments<typeof functions.termsOf>
export type TermsOfReturn = FunctionReturn<typeof functions.termsOf>

export type TotalSupplyParams = FunctionArguments<typeof functions.totalSupply>
export type TotalSupplyReturn = FunctionReturn<typeof functions.totalSupply>

export type TransferParams = FunctionArguments<typeof functions.transfer>
export type TransferReturn = FunctionReturn<typeof functions.transfer>

export type TransferFromParams = FunctionArguments<typeof functions.transferFrom>
export type TransferFromReturn = FunctionReturn<typeof functions.transferFrom>

export type TransferWithReferenceParams = FunctionArguments<typeof functions.transferWithReference>
export type TransferWithReferenceReturn = FunctionReturn<typeof functions.transferWithReference>

export type UnpauseParams = FunctionArguments<typeof functions.unpause>
export type UnpauseReturn = FunctionReturn<typeof functions.unpause>

export type UpgradeToAndCallParams = FunctionArguments<typeof functions.upgradeToAndCall>
export type UpgradeToAndCallReturn = FunctionReturn<typeof functions.upgradeToAndCall>

