import {contractRowId, factId} from '../domain/ids';
import {markFact, type NavMarkRow} from '../domain/navMark';
import {evolvePosition, positionKeys, pricedBy, type StakePositionRow} from '../domain/stakePosition';
import {evolveVault, VAULT_EVENTS, vaultKeys, type StakingVaultRow} from '../domain/stakingVault';
import {NavMark, StakePosition, StakingVault} from '../model';
import {projection} from './projection';

export const stakingVault = projection<StakingVaultRow, (typeof VAULT_EVENTS)[number]>({
  name: 'stakingVault',
  version: 1,
  kind: 'state',
  entity: StakingVault,
  handles: VAULT_EVENTS,
  keys: vaultKeys,
  evolve: evolveVault,
});

export const navMark = projection<NavMarkRow, 'NavMarked' | 'NavObserved'>({
  name: 'navMark',
  version: 1,
  kind: 'fact',
  entity: NavMark,
  handles: ['NavMarked', 'NavObserved'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  reads: ({meta}) => [{projection: stakingVault, id: contractRowId(meta.chainId, meta.address)}],
  evolve: (_row, event, _id, read) =>
    markFact(event, read(stakingVault, contractRowId(event.meta.chainId, event.meta.address))),
});

export const stakePosition = projection<
  StakePositionRow,
  'TokenTransferred' | 'Staked' | 'UnstakeRequested' | 'UnstakeFilled' | 'Withdrawn'
>({
  name: 'stakePosition',
  version: 2,
  kind: 'state',
  entity: StakePosition,
  handles: ['TokenTransferred', 'Staked', 'UnstakeRequested', 'UnstakeFilled', 'Withdrawn'],
  keys: positionKeys,
  reads: (event) => {
    const vault = pricedBy(event);
    return vault === null ? [] : [{projection: stakingVault, id: vault}];
  },
  evolve: (row, event, id, read) => {
    const vault = pricedBy(event);
    const stakingNav = vault === null ? null : (read(stakingVault, vault)?.stakingNav ?? null);
    return evolvePosition(row, event, id, stakingNav);
  },
});
