import {contractRowId} from '../../domain/ids';
import type {EventMeta} from '../../domain/event';
import {requestKey} from '../../domain/unstakeRequest';
import {CYCLE_EVENTS, cycleKeys} from '../../domain/withdrawalCycle';
import {unstakeRequest, withdrawalCycle, withdrawalQueue} from '../queue';
import {stakingVault} from '../staking';
import {invariant, moved} from './invariant';

const vaultOf = ({meta}: {readonly meta: EventMeta}): string => contractRowId(meta.chainId, meta.address);

export const requests = invariant({
  name: 'requests',
  law: 'requested = paid + remaining, over all requests (domain.md 7.11.6)',
  unit: 'AID wei',
  handles: ['UnstakeRequested', 'UnstakeFilled'],
  subjects: (event) => [vaultOf(event)],
  reads: (event) => [{projection: unstakeRequest, id: requestKey(event)}],
  residual: (before, event, _subject, read) =>
    before +
    moved(read, unstakeRequest, requestKey(event), (row) => row.assetsQuoted - row.assetsPaid - row.assetsRemaining),
});

export const pending = invariant({
  name: 'pending',
  law: 'pending of the vault = sum of what the requests remain to be paid',
  unit: 'AID wei',
  handles: ['UnstakeRequested', 'UnstakeFilled'],
  subjects: (event) => [vaultOf(event)],
  reads: (event) => [
    {projection: unstakeRequest, id: requestKey(event)},
    {projection: stakingVault, id: vaultOf(event)},
  ],
  residual: (before, event, subject, read) =>
    before +
    moved(read, stakingVault, subject, ({pendingAssets}) => pendingAssets) -
    moved(read, unstakeRequest, requestKey(event), ({assetsRemaining}) => assetsRemaining),
});

export const queueBook = invariant({
  name: 'queueBook',
  law: 'pending of the queue = pending of the vault',
  unit: 'AID wei',
  handles: ['UnstakeRequested', 'UnstakeFilled'],
  subjects: (event) => [vaultOf(event)],
  reads: (event) => [
    {projection: withdrawalQueue, id: vaultOf(event)},
    {projection: stakingVault, id: vaultOf(event)},
  ],
  residual: (_before, _event, subject, read) =>
    (read(withdrawalQueue, subject)?.pendingAssets ?? 0n) - (read(stakingVault, subject)?.pendingAssets ?? 0n),
});

export const cycles = invariant({
  name: 'cycles',
  law: 'the account of every settled cycle balances',
  unit: 'AID wei',
  handles: CYCLE_EVENTS,
  subjects: (event) => [vaultOf(event)],
  reads: (event) => cycleKeys(event).map((id) => ({projection: withdrawalCycle, id})),
  residual: (before, event, _subject, read) =>
    cycleKeys(event).reduce((sum, id) => sum + moved(read, withdrawalCycle, id, ({residual}) => residual), before),
});
