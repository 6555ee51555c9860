import type {EventOf} from './event';
import {roleRowId} from './ids';
import {isDenial, roleName} from './roles';

/** Whether an account holds a role of a contract; who is on AID's deny list is no holder. */
export interface RoleHolderRow {
  readonly id: string;
  readonly chainId: number;
  readonly contract: string;
  /** What the contract is in the network file */
  readonly contractRole: string;
  readonly contractName: string;
  readonly role: string;
  /** Null for a role whose name is not known */
  readonly roleName: string | null;
  readonly account: string;
  readonly held: boolean;
  /** When it was granted, or taken away, last; block time */
  readonly changedAt: number;
  /** Who granted it or took it away */
  readonly changedBy: string;
  readonly record: string;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export type RoleEvent = EventOf<'RoleGranted' | 'RoleRevoked'>;

export const roleKeys = ({meta, role, account}: RoleEvent): string[] =>
  isDenial(meta.role, role) ? [] : [roleRowId(meta.chainId, meta.address, role, account)];

/** OpenZeppelin emits changes only, so that the newest event is what hasRole answers. */
export function evolveRoleHolder(row: RoleHolderRow | undefined, event: RoleEvent): RoleHolderRow {
  const held = event.type === 'RoleGranted';
  if (row?.held === held) return row;
  const {meta, role, account, sender} = event;
  return {
    id: roleRowId(meta.chainId, meta.address, role, account),
    chainId: meta.chainId,
    contract: meta.address,
    contractRole: meta.role,
    contractName: meta.name,
    role,
    roleName: roleName(role),
    account,
    held,
    changedAt: meta.at,
    changedBy: sender,
    record: meta.record,
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}
