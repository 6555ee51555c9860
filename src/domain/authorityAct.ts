import type {EventOf} from './event';
import {factId} from './ids';
import {isDenial, roleName} from './roles';

/** Something an authority of the protocol did: a role, code, a pause, a limit or terms. */
export interface AuthorityActRow {
  readonly id: string;
  readonly chainId: number;
  readonly contract: string;
  /** What the contract is in the network file */
  readonly contractRole: string;
  readonly contractName: string;
  readonly kind: string;
  /** Whom it concerns: the holder of a role, the new code, admin, beacon or peer, the collateral, who paused */
  readonly account: string | null;
  /** bytes32 of the role, and its name where it is known */
  readonly role: string | null;
  readonly roleName: string | null;
  /** The rest of what the log says, as `name value` pairs */
  readonly detail: string | null;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

export const AUTHORITY_EVENTS = [
  'RoleGranted',
  'RoleRevoked',
  'RoleAdminChanged',
  'PauseChanged',
  'ContractUpgraded',
  'BeaconUpgraded',
  'ProxyAdminChanged',
  'DenyListChanged',
  'RedeemLimitSet',
  'CollateralConfigured',
  'WhitelistUpdated',
  'FeesConfigured',
  'BridgePeerSet',
] as const;
export type AuthorityLog = EventOf<(typeof AUTHORITY_EVENTS)[number]>;

type Told = Partial<Pick<AuthorityActRow, 'account' | 'role' | 'detail'>> & {kind: string};

export function authorityFact(event: AuthorityLog): AuthorityActRow {
  const {chainId, address, role: contractRole, name, height, at, txHash, record, part} = event.meta;
  const {kind, account = null, role = null, detail = null} = told(event);
  return {
    id: factId(record, part),
    chainId,
    contract: address,
    contractRole,
    contractName: name,
    kind,
    account,
    role,
    roleName: role === null ? null : roleName(role),
    detail,
    height,
    at,
    txHash,
    record,
  };
}

function told(event: AuthorityLog): Told {
  switch (event.type) {
    case 'RoleGranted':
    case 'RoleRevoked':
      return {kind: roleKind(event), account: event.account, role: event.role, detail: `by ${event.sender}`};
    case 'RoleAdminChanged':
      return {kind: 'ROLE_ADMIN_CHANGED', role: event.role, detail: `from ${event.previousAdmin} to ${event.newAdmin}`};
    case 'PauseChanged':
      return {kind: event.paused ? 'PAUSED' : 'UNPAUSED', account: event.account};
    case 'ContractUpgraded':
      return {kind: 'UPGRADED', account: event.implementation};
    case 'BeaconUpgraded':
      return {kind: 'BEACON_UPGRADED', account: event.beacon};
    case 'ProxyAdminChanged':
      return {kind: 'PROXY_ADMIN_CHANGED', account: event.newAdmin, detail: `from ${event.previousAdmin}`};
    case 'DenyListChanged':
      return {
        kind: event.denied ? 'ADDED_TO_DENY_LIST' : 'REMOVED_FROM_DENY_LIST',
        detail: event.accounts.join(' '),
      };
    case 'RedeemLimitSet':
      return {kind: 'REDEEM_LIMIT_SET', detail: `from ${event.oldLimit} to ${event.newLimit}`};
    case 'CollateralConfigured':
      return {
        kind: 'COLLATERAL_CONFIGURED',
        account: event.collateral,
        detail: `enabled ${event.enabled} mintFeeBps ${event.mintFeeBps} redeemFeeBps ${event.redeemFeeBps}`,
      };
    case 'WhitelistUpdated':
      return {kind: 'WHITELIST_UPDATED', account: event.account, detail: `allowed ${event.allowed}`};
    case 'FeesConfigured': {
      const {protocolFeeBps, performanceFeeBps, reserveBps} = event;
      const detail = `protocolFeeBps ${protocolFeeBps} performanceFeeBps ${performanceFeeBps} reserveBps ${reserveBps}`;
      return {kind: 'FEES_CONFIGURED', detail};
    }
    case 'BridgePeerSet':
      return {kind: 'BRIDGE_PEER_SET', account: event.peer, detail: `eid ${event.eid}`};
  }
}

/** A change of the deny list is not a change of authority, though it is a role to the contract. */
function roleKind({type, meta, role}: EventOf<'RoleGranted' | 'RoleRevoked'>): string {
  const granted = type === 'RoleGranted';
  if (isDenial(meta.role, role)) return granted ? 'ACCOUNT_DENIED' : 'ACCOUNT_ADMITTED';
  return granted ? 'ROLE_GRANTED' : 'ROLE_REVOKED';
}
