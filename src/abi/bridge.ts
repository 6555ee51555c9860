import * as p from '@subsquid/evm-codec'
import { event, fun, viewFun, indexed, ContractBase } from '@subsquid/evm-abi'
import type { EventParams as EParams, FunctionArguments, FunctionReturn } from '@subsquid/evm-abi'

export const events = {
    OFTReceived: event("0xefed6d3500546b29533b128a29e3a94d70788727f0507505ac12eaf2e578fd9c", "OFTReceived(bytes32,uint32,address,uint256)", {"guid": indexed(p.bytes32), "srcEid": p.uint32, "toAddress": indexed(p.address), "amountReceivedLD": p.uint256}),
    OFTSent: event("0x85496b760a4b7f8d66384b9df21b381f5d1b1e79f229a47aaf4c232edc2fe59a", "OFTSent(bytes32,uint32,address,uint256,uint256)", {"guid": indexed(p.bytes32), "dstEid": p.uint32, "fromAddress": indexed(p.address), "amountSentLD": p.uint256, "amountReceivedLD": p.uint256}),
    PeerSet: event("0x238399d427b947898edb290f5ff0f9109849b1c3ba196a42e35f00c50a54b98b", "PeerSet(uint32,bytes32)", {"eid": p.uint32, "peer": p.bytes32}),
    RoleAdminChanged: event("0xbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff", "RoleAdminChanged(bytes32,bytes32,bytes32)", {"role": indexed(p.bytes32), "previousAdminRole": indexed(p.bytes32), "newAdminRole": indexed(p.bytes32)}),
    RoleGranted: event("0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d", "RoleGranted(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
    RoleRevoked: event("0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b", "RoleRevoked(bytes32,address,address)", {"role": indexed(p.bytes32), "account": indexed(p.address), "sender": indexed(p.address)}),
}

export const functions = {
    DEFAULT_ADMIN_ROLE: viewFun("0xa217fddf", "DEFAULT_ADMIN_ROLE()", {}, p.bytes32),
    ENDPOINT_ROLE: viewFun("0x94e34da4", "ENDPOINT_ROLE()", {}, p.bytes32),
    aid: viewFun("0xb91cc136", "aid()", {}, p.address),
    eid: viewFun("0x416ecebf", "eid()", {}, p.uint32),
    getRoleAdmin: viewFun("0x248a9ca3", "getRoleAdmin(bytes32)", {"role": p.bytes32}, p.bytes32),
    grantRole: fun("0x2f2ff15d", "grantRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    hasRole: viewFun("0x91d14854", "hasRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, p.bool),
    isReceived: viewFun("0xaac38a0e", "isReceived(bytes32)", {"guid": p.bytes32}, p.bool),
    peers: viewFun("0xbb0b6a53", "peers(uint32)", {"eid": p.uint32}, p.bytes32),
    receiveMessage: fun("0x0d62ac01", "receiveMessage(bytes32,uint32,address,uint256)", {"guid": p.bytes32, "srcEid": p.uint32, "to": p.address, "amount": p.uint256}, ),
    renounceRole: fun("0x36568abe", "renounceRole(bytes32,address)", {"role": p.bytes32, "callerConfirmation": p.address}, ),
    revokeRole: fun("0xd547741f", "revokeRole(bytes32,address)", {"role": p.bytes32, "account": p.address}, ),
    send: fun("0x4dc62645", "send(uint32,uint256)", {"dstEid": p.uint32, "amount": p.uint256}, p.bytes32),
    setPeer: fun("0x3400288b", "setPeer(uint32,bytes32)", {"eid_": p.uint32, "peer": p.bytes32}, ),
    supportsInterface: viewFun("0x01ffc9a7", "supportsInterface(bytes4)", {"interfaceId": p.bytes4}, p.bool),
}

export class Contract extends ContractBase {

    DEFAULT_ADMIN_ROLE() {
        return this.eth_call(functions.DEFAULT_ADMIN_ROLE, {})
    }

    ENDPOINT_ROLE() {
        return this.eth_call(functions.ENDPOINT_ROLE, {})
    }

    aid() {
        return this.eth_call(functions.aid, {})
    }

    eid() {
        return this.eth_call(functions.eid, {})
    }

    getRoleAdmin(role: GetRoleAdminParams["role"]) {
        return this.eth_call(functions.getRoleAdmin, {role})
    }

    hasRole(role: HasRoleParams["role"], account: HasRoleParams["account"]) {
        return this.eth_call(functions.hasRole, {role, account})
    }

    isReceived(guid: IsReceivedParams["guid"]) {
        return this.eth_call(functions.isReceived, {guid})
    }

    peers(eid: PeersParams["eid"]) {
        return this.eth_call(functions.peers, {eid})
    }

    supportsInterface(interfaceId: SupportsInterfaceParams["interfaceId"]) {
        return this.eth_call(functions.supportsInterface, {interfaceId})
    }
}

/// Event types
export type OFTReceivedEventArgs = EParams<typeof events.OFTReceived>
export type OFTSentEventArgs = EParams<typeof events.OFTSent>
export type PeerSetEventArgs = EParams<typeof events.PeerSet>
export type RoleAdminChangedEventArgs = EParams<typeof events.RoleAdminChanged>
export type RoleGrantedEventArgs = EParams<typeof events.RoleGranted>
export type RoleRevokedEventArgs = EParams<typeof events.RoleRevoked>

/// Function types
export type DEFAULT_ADMIN_ROLEParams = FunctionArguments<typeof functions.DEFAULT_ADMIN_ROLE>
export type DEFAULT_ADMIN_ROLEReturn = FunctionReturn<typeof functions.DEFAULT_ADMIN_ROLE>

export type ENDPOINT_ROLEParams = FunctionArguments<typeof functions.ENDPOINT_ROLE>
export type ENDPOINT_ROLEReturn = FunctionReturn<typeof functions.ENDPOINT_ROLE>

export type AidParams = FunctionArguments<typeof functions.aid>
export type AidReturn = FunctionReturn<typeof functions.aid>

export type EidParams = FunctionArguments<typeof functions.eid>
export type EidReturn = FunctionReturn<typeof functions.eid>

export type GetRoleAdminParams = FunctionArguments<typeof functions.getRoleAdmin>
export type GetRoleAdminReturn = FunctionReturn<typeof functions.getRoleAdmin>

export type GrantRoleParams = FunctionArguments<typeof functions.grantRole>
export type GrantRoleReturn = FunctionReturn<typeof functions.grantRole>

export type HasRoleParams = FunctionArguments<typeof functions.hasRole>
export type HasRoleReturn = FunctionReturn<typeof functions.hasRole>

export type IsReceivedParams = FunctionArguments<typeof functions.isReceived>
export type IsReceivedReturn = FunctionReturn<typeof functions.isReceived>

export type PeersParams = FunctionArguments<typeof functions.peers>
export type PeersReturn = FunctionReturn<typeof functions.peers>

export type ReceiveMessageParams = FunctionArguments<typeof functions.receiveMessage>
export type ReceiveMessageReturn = FunctionReturn<typeof functions.receiveMessage>

export type RenounceRoleParams = FunctionArguments<typeof functions.renounceRole>
export type RenounceRoleReturn = FunctionReturn<typeof functions.renounceRole>

export type RevokeRoleParams = FunctionArguments<typeof functions.revokeRole>
export type RevokeRoleReturn = FunctionReturn<typeof functions.revokeRole>

export type SendParams = FunctionArguments<typeof functions.send>
export type SendReturn = FunctionReturn<typeof functions.send>

export type SetPeerParams = FunctionArguments<typeof functions.setPeer>
export type SetPeerReturn = FunctionReturn<typeof functions.setPeer>

export type SupportsInterfaceParams = FunctionArguments<typeof functions.supportsInterface>
export type SupportsInterfaceReturn = FunctionReturn<typeof functions.supportsInterface>

