import {contractRowId, factId} from '../domain/ids';
import {priceFact, type NavPriceRow} from '../domain/navPrice';
import {reconciliationFact, type NavReconciliationRow} from '../domain/navReconciliation';
import {BOOK_EVENTS, bookKeys, evolveBook, type VaultBookRow} from '../domain/vaultBook';
import type {VaultFlowRow} from '../domain/vaultFlow';
import {evolveFlow, FLOW_EVENTS, flowKeys, flowPosition, flowVault} from '../domain/vaultFlowFact';
import {NavPrice, NavReconciliation, VaultBook, VaultFlow} from '../model';
import {projection} from './projection';
import {stakePosition} from './staking';

export const vaultBook = projection<VaultBookRow, (typeof BOOK_EVENTS)[number]>({
  name: 'vaultBook',
  version: 1,
  kind: 'state',
  entity: VaultBook,
  handles: BOOK_EVENTS,
  keys: bookKeys,
  evolve: evolveBook,
});

export const navPrice = projection<NavPriceRow, 'NavMarked' | 'NavObserved'>({
  name: 'navPrice',
  version: 1,
  kind: 'fact',
  entity: NavPrice,
  handles: ['NavMarked', 'NavObserved'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  reads: ({meta}) => [{projection: vaultBook, id: contractRowId(meta.chainId, meta.address)}],
  evolve: (_row, event, _id, read) =>
    priceFact(event, read(vaultBook, contractRowId(event.meta.chainId, event.meta.address))),
});

export const navReconciliation = projection<NavReconciliationRow, 'NavObserved'>({
  name: 'navReconciliation',
  version: 1,
  kind: 'fact',
  entity: NavReconciliation,
  handles: ['NavObserved'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  reads: ({meta}) => [{projection: vaultBook, id: contractRowId(meta.chainId, meta.address)}],
  evolve: (_row, event, _id, read) =>
    reconciliationFact(event, read(vaultBook, contractRowId(event.meta.chainId, event.meta.address))),
});

export const vaultFlow = projection<VaultFlowRow, (typeof FLOW_EVENTS)[number]>({
  name: 'vaultFlow',
  version: 1,
  kind: 'fact',
  entity: VaultFlow,
  handles: FLOW_EVENTS,
  keys: flowKeys,
  reads: (event) => {
    const [vault, position] = [flowVault(event), flowPosition(event)];
    return [
      ...(vault === null ? [] : [{projection: vaultBook, id: vault}]),
      ...(position === null ? [] : [{projection: stakePosition, id: position}]),
    ];
  },
  evolve: (_row, event, id, read) => {
    const [vault, position] = [flowVault(event), flowPosition(event)];
    return evolveFlow(
      event,
      id,
      vault === null ? undefined : read(vaultBook, vault),
      position === null ? undefined : read(stakePosition, position),
    );
  },
});
