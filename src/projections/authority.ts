import {AUTHORITY_EVENTS, authorityFact, type AuthorityActRow} from '../domain/authorityAct';
import {CONTRACT_EVENTS, contractStateKey, evolveContractState, type ContractStateRow} from '../domain/contractState';
import {deniedKeys, evolveDenied, type DeniedAccountRow} from '../domain/deniedAccount';
import {concernedKeys, denyListId, evolveDenyList, type DenyListRow} from '../domain/denyList';
import {factId} from '../domain/ids';
import {evolveRoleHolder, roleKeys, type RoleHolderRow} from '../domain/roleHolder';
import {AuthorityAct, ContractState, DeniedAccount, DenyList, RoleHolder} from '../model';
import {projection} from './projection';
import {tokenBalance} from './token';

export const deniedAccount = projection<DeniedAccountRow, 'RoleGranted' | 'RoleRevoked' | 'DenyListChanged'>({
  name: 'deniedAccount',
  version: 1,
  kind: 'state',
  entity: DeniedAccount,
  handles: ['RoleGranted', 'RoleRevoked', 'DenyListChanged'],
  keys: deniedKeys,
  evolve: evolveDenied,
});

export const denyList = projection<DenyListRow, 'RoleGranted' | 'RoleRevoked' | 'DenyListChanged' | 'TokenTransferred'>(
  {
    name: 'denyList',
    version: 1,
    kind: 'state',
    entity: DenyList,
    handles: ['RoleGranted', 'RoleRevoked', 'DenyListChanged', 'TokenTransferred'],
    keys: (event) => (concernedKeys(event).length === 0 ? [] : [denyListId(event)]),
    reads: (event) =>
      concernedKeys(event).flatMap((id) => [
        {projection: deniedAccount, id},
        {projection: tokenBalance, id},
      ]),
    evolve: (row, event, _id, read) =>
      evolveDenyList(row, event, {
        denied: (id) => read(deniedAccount, id),
        balance: (id) => read(tokenBalance, id)?.balance ?? 0n,
      }),
  },
);

export const roleHolder = projection<RoleHolderRow, 'RoleGranted' | 'RoleRevoked'>({
  name: 'roleHolder',
  version: 1,
  kind: 'state',
  entity: RoleHolder,
  handles: ['RoleGranted', 'RoleRevoked'],
  keys: roleKeys,
  evolve: evolveRoleHolder,
});

export const contractState = projection<ContractStateRow, (typeof CONTRACT_EVENTS)[number]>({
  name: 'contractState',
  version: 1,
  kind: 'state',
  entity: ContractState,
  handles: CONTRACT_EVENTS,
  keys: (event) => [contractStateKey(event)],
  evolve: evolveContractState,
});

export const authorityAct = projection<AuthorityActRow, (typeof AUTHORITY_EVENTS)[number]>({
  name: 'authorityAct',
  version: 1,
  kind: 'fact',
  entity: AuthorityAct,
  handles: AUTHORITY_EVENTS,
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  evolve: (_row, event) => authorityFact(event),
});
