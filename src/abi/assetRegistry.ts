import * as p from '@subsquid/evm-codec'
import { event, fun, viewFun, indexed, ContractBase } from '@subsquid/evm-abi'
import type { EventParams as EParams, FunctionArguments, FunctionReturn } from '@subsquid/evm-abi'

export const events = {
    AssetAttested: event("0x23ef9a2d753a874702ed76bce9670cf0c18c3ee5129531f4a2bb4442096747dd", "AssetAttested(bytes32,address,bytes32,uint64,bytes32,string)", {"assetId": indexed(p.bytes32), "attestor": indexed(p.address), "kind": indexed(p.bytes32), "asOf": p.uint64, "dataHash": p.bytes32, "uri": p.string}),
    AssetRegistered: event("0x1d831668834a48f3876cf5d6fd30fc6f726656f30e212ab83f3eee7f2421f065", "AssetRegistered(bytes32,address,bytes32,uint8,uint8,uint256,uint32,uint64,uint64,string)", {"assetId": indexed(p.bytes32), "token": indexed(p.address), "spId": indexed(p.bytes32), "assetClass": p.uint8, "dealType": p.uint8, "principal": p.uint256, "aprBps": p.uint32, "startAt": p.uint64, "maturityAt": p.uint64, "metadataURI": p.string}),
    AssetStatusChanged: event("0x0315068bb2b77aea6ed2e6b8393f6ad3f534dd2a4f071bf22b67a6acccf3d918", "AssetStatusChanged(bytes32,uint8,uint8)", {"assetId": indexed(p.bytes32), "oldStatus": indexed(p.uint8), "newStatus": indexed(p.uint8)}),
    AssetValued: event("0xcb8a19acf234c185c888675e3c49cbefaf31d8b5044bfb4a71485d58679007a3", "AssetValued(bytes32,uint64,uint256,uint256,uint32)", {"assetId": indexed(p.bytes32), "asOf": indexed(p.uint64), "outstandingPrincipal": p.uint256, "collateralValue": p.uint256, "utilizationBps": p.uint32}),
    AttestorSet: event("0xb7ff8bf5706c18ea0e941da1de9d68e87ba174e07280646845acfe64fe1a2cb9", "AttestorSet(address,bytes32,bool)", {"attestor": indexed(p.address), "kind": indexed(p.bytes32), "allowed": p.bool}),
    RoleAdminChanged: event("0xbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff", "RoleAdminChanged(bytes32,bytes32,bytes32)", {"role": indexed(p.bytes32), "previousAdminRole": indexed(p.bytes32), "newAdminRole": indexed(p.bytes32)}),
    RoleGranted: event("0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d", "RoleGranted(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    RoleRevoked: event("0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b", "RoleRevoked(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
}

export const functions = {
    DEFAULT_ADMIN_ROLE: viewFun("0xa217fddf", "DEFAULT_ADMIN_ROLE()", {}, p.bytes32),
    attest: fun("0xda155eb1", "attest(bytes32,bytes32,uint64,bytes32,string)", {"assetId": p.bytes32, "kind": p.bytes32, "asOf": p.uint64, "dataHash": p.bytes32, "uri": p.string}, ),
    attestedHash: viewFun("0x32992a1d", "attestedHash(bytes32,bytes32,address)", {"assetId": p.bytes32, "kind": p.bytes32, "attestor": p.address}, p.bytes32),
    getRoleAdmin: viewFun("0x248a9ca3", "getRoleAdmin(bytes32)", {"role": p.bytes32}, p.bytes32),
    grantRole: fun("0x2f2ff15d", "grantRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    hasRole: viewFun("0x91d14854", "hasRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, p.bool),
    isAttestor: viewFun("0x8b4faebf", "isAttestor(address,bytes32)", {"attestor": p.address, "kind": p.bytes32}, p.bool),
    isLegal: viewFun("0xbf3a255f", "isLegal(uint8,uint8)", {"oldStatus": p.uint8, "newStatus": p.uint8}, p.bool),
    isRegistered: viewFun("0x27258b22", "isRegistered(bytes32)", {"assetId": p.bytes32}, p.bool),
    recordValuation: fun("0x9e857733", "recordValuation(bytes32,uint64,uint256,uint256,uint32)", {"assetId": p.bytes32, "asOf": p.uint64, "outstandingPrincipal": p.uint256, "collateralValue": p.uint256, "utilizationBps": p.uint32}, ),
    register: fun("0x58a16e94", "register((bytes32,address,bytes32,uint8,uint8,uint256,uint32,uint64,uint64,string))", {"r": p.struct({"assetId": p.bytes32, "token": p.address, "spId": p.bytes32, "assetClass": p.uint8, "dealType": p.uint8, "principal": p.uint256, "aprBps": p.uint32, "startAt": p.uint64, "maturityAt": p.uint64, "metadataURI": p.string})}, ),
    registrationOf: viewFun("0x1456926b", "registrationOf(bytes32)", {"assetId": p.bytes32}, p.struct({"assetId": p.bytes32, "token": p.address, "spId": p.bytes32, "assetClass": p.uint8, "dealType": p.uint8, "principal": p.uint256, "aprBps": p.uint32, "startAt": p.uint64, "maturityAt": p.uint64, "metadataURI": p.string})),
    renounceRole: fun("0x36568abe", "renounceRole(bytes32,address)", {"role": p.bytes32, "callerConfirmation": p.address}, ),
    revokeRole: fun("0xd547741f", "revokeRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    setAttestor: fun("0x65dc5b0d", "setAttestor(address,bytes32,bool)", {"attestor": p.address, "kind": p.bytes32, "allowed": p.bool}, ),
    setStatus: fun("0x8de654ba", "setStatus(bytes32,uint8)", {"assetId": p.bytes32, "newStatus": p.uint8}, ),
    statusOf: viewFun("0xc7df14e2", "statusOf(bytes32)", {"assetId": p.bytes32}, p.uint8),
    supportsInterface: viewFun("0x01ffc9a7", "supportsInterface(bytes4)", {"interfaceId": p.bytes4}, p.bool),
    valuationOf: viewFun("0xc10f8f24", "valuationOf(bytes32)", {"assetId": p.bytes32}, {"asOf": p.uint64, "outstandingPrincipal": p.uint256, "collateralValue": p.uint256, "utilizationBps": p.uint32}),
}

export class Contract extends ContractBase {

    DEFAULT_ADMIN_ROLE() {
        return this.eth_call(functions.DEFAULT_ADMIN_ROLE, {})
    }

    attestedHash(assetId: AttestedHashParams["assetId"], kind: AttestedHashParams["kind"], attestor: AttestedHashParams["attestor"]) {
        return this.eth_call(functions.attestedHash, {assetId, kind, attestor})
    }

    getRoleAdmin(role: GetRoleAdminParams["role"]) {
        return this.eth_call(functions.getRoleAdmin, {role})
    }

    hasRole(role: HasRoleParams["role"], account: HasRoleParams["account"]) {
        return this.eth_call(functions.hasRole, {role, account})
    }

    isAttestor(attestor: IsAttestorParams["attestor"], kind: IsAttestorParams["kind"]) {
        return this.eth_call(functions.isAttestor, {attestor, kind})
    }

    isLegal(oldStatus: IsLegalParams["oldStatus"], newStatus: IsLegalParams["newStatus"]) {
        return this.eth_call(functions.isLegal, {oldStatus, newStatus})
    }

    isRegistered(assetId: IsRegisteredParams["assetId"]) {
        return this.eth_call(functions.isRegistered, {assetId})
    }

    registrationOf(assetId: RegistrationOfParams["assetId"]) {
        return this.eth_call(functions.registrationOf, {assetId})
    }

    statusOf(assetId: StatusOfParams["assetId"]) {
        return this.eth_call(functions.statusOf, {assetId})
    }

    supportsInterface(interfaceId: SupportsInterfaceParams["interfaceId"]) {
        return this.eth_call(functions.supportsInterface, {interfaceId})
    }

    valuationOf(assetId: ValuationOfParams["assetId"]) {
        return this.eth_call(functions.valuationOf, {assetId})
    }
}

/// Event types
export type AssetAttestedEventArgs = EParams<typeof events.AssetAttested>
export type AssetRegisteredEventArgs = EParams<typeof events.AssetRegistered>
export type AssetStatusChangedEventArgs = EParams<typeof events.AssetStatusChanged>
export type AssetValuedEventArgs = EParams<typeof events.AssetValued>
export type AttestorSetEventArgs = EParams<typeof events.AttestorSet>
export type RoleAdminChangedEventArgs = EParams<typeof events.RoleAdminChanged>
export type RoleGrantedEventArgs = EParams<typeof events.RoleGranted>
export type RoleRevokedEventArgs = EParams<typeof events.RoleRevoked>

/// Function types
export type DEFAULT_ADMIN_ROLEParams = FunctionArguments<typeof functions.DEFAULT_ADMIN_ROLE>
export type DEFAULT_ADMIN_ROLEReturn = FunctionReturn<typeof functions.DEFAULT_ADMIN_ROLE>

export type AttestParams = FunctionArguments<typeof functions.attest>
export type AttestReturn = FunctionReturn<typeof functions.attest>

export type AttestedHashParams = FunctionArguments<typeof functions.attestedHash>
export type AttestedHashReturn = FunctionReturn<typeof functions.attestedHash>

export type GetRoleAdminParams = FunctionArguments<typeof functions.getRoleAdmin>
export type GetRoleAdminReturn = FunctionReturn<typeof functions.getRoleAdmin>

export type GrantRoleParams = FunctionArguments<typeof functions.grantRole>
export type GrantRoleReturn = FunctionReturn<typeof functions.grantRole>

export type HasRoleParams = FunctionArguments<typeof functions.hasRole>
export type HasRoleReturn = FunctionReturn<typeof functions.hasRole>

export type IsAttestorParams = FunctionArguments<typeof functions.isAttestor>
export type IsAttestorReturn = FunctionReturn<typeof functions.isAttestor>

export type IsLegalParams = FunctionArguments<typeof functions.isLegal>
export type IsLegalReturn = FunctionReturn<typeof functions.isLegal>

export type IsRegisteredParams = FunctionArguments<typeof functions.isRegistered>
export type IsRegisteredReturn = FunctionReturn<typeof functions.isRegistered>

export type RecordValuationParams = FunctionArguments<typeof functions.recordValuation>
export type RecordValuationReturn = FunctionReturn<typeof functions.recordValuation>

export type RegisterParams = FunctionArguments<typeof functions.register>
export type RegisterReturn = FunctionReturn<typeof functions.register>

export type RegistrationOfParams = FunctionArguments<typeof functions.registrationOf>
export type RegistrationOfReturn = FunctionReturn<typeof functions.registrationOf>

export type RenounceRoleParams = FunctionArguments<typeof functions.renounceRole>
export type RenounceRoleReturn = FunctionReturn<typeof functions.renounceRole>

export type RevokeRoleParams = FunctionArguments<typeof functions.revokeRole>
export type RevokeRoleReturn = FunctionReturn<typeof functions.revokeRole>

export type SetAttestorParams = FunctionArguments<typeof functions.setAttestor>
export type SetAttestorReturn = FunctionReturn<typeof functions.setAttestor>

export type SetStatusParams = FunctionArguments<typeof functions.setStatus>
export type SetStatusReturn = FunctionReturn<typeof functions.setStatus>

export type StatusOfParams = FunctionArguments<typeof functions.statusOf>
export type StatusOfReturn = FunctionReturn<typeof functions.statusOf>

export type SupportsInterfaceParams = FunctionArguments<typeof functions.supportsInterface>
export type SupportsInterfaceReturn = FunctionReturn<typeof functions.supportsInterface>

export type ValuationOfParams = FunctionArguments<typeof functions.valuationOf>
export type ValuationOfReturn = FunctionReturn<typeof functions.valuationOf>

