import {contractRowId, factId} from '../domain/ids';
import {fillFact, type UnstakeFillRow} from '../domain/unstakeFill';
import {evolveRequest, requestKey, type UnstakeRequestRow} from '../domain/unstakeRequest';
import {
  CYCLE_EVENTS,
  cycleKeys,
  evolveCycle,
  type CycleEvent,
  type WithdrawalCycleRow,
} from '../domain/withdrawalCycle';
import {evolveQueue, QUEUE_EVENTS, queueKeys, type WithdrawalQueueRow} from '../domain/withdrawalQueue';
import {UnstakeFill, UnstakeRequest, WithdrawalCycle, WithdrawalQueue} from '../model';
import {projection, type Reference} from './projection';

export const unstakeRequest = projection<UnstakeRequestRow, 'UnstakeRequested' | 'UnstakeFilled'>({
  name: 'unstakeRequest',
  version: 2,
  kind: 'state',
  entity: UnstakeRequest,
  handles: ['UnstakeRequested', 'UnstakeFilled'],
  keys: (event) => [requestKey(event)],
  evolve: evolveRequest,
});

export const unstakeFill = projection<UnstakeFillRow, 'UnstakeFilled'>({
  name: 'unstakeFill',
  version: 1,
  kind: 'fact',
  entity: UnstakeFill,
  handles: ['UnstakeFilled'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  reads: (event) => [{projection: unstakeRequest, id: requestKey(event)}],
  evolve: (_row, event, _id, read) => fillFact(event, read(unstakeRequest, requestKey(event))),
});

export const withdrawalQueue = projection<WithdrawalQueueRow, (typeof QUEUE_EVENTS)[number]>({
  name: 'withdrawalQueue',
  version: 1,
  kind: 'state',
  entity: WithdrawalQueue,
  handles: QUEUE_EVENTS,
  keys: queueKeys,
  evolve: evolveQueue,
});

const queueOf = ({meta}: CycleEvent): string => contractRowId(meta.chainId, meta.address);

const requestOf = (event: CycleEvent): Reference[] =>
  event.type === 'UnstakeFilled' ? [{projection: unstakeRequest, id: requestKey(event)}] : [];

export const withdrawalCycle = projection<WithdrawalCycleRow, (typeof CYCLE_EVENTS)[number]>({
  name: 'withdrawalCycle',
  version: 1,
  kind: 'state',
  entity: WithdrawalCycle,
  handles: CYCLE_EVENTS,
  keys: cycleKeys,
  reads: (event) => [{projection: withdrawalQueue, id: queueOf(event)}, ...requestOf(event)],
  evolve: (row, event, id, read) =>
    evolveCycle(row, event, id, {
      queue: read(withdrawalQueue, queueOf(event)),
      request: event.type === 'UnstakeFilled' ? read(unstakeRequest, requestKey(event)) : undefined,
    }),
});
