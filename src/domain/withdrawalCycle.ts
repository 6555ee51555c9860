import {InvariantError} from './errors';
import type {EventOf} from './event';
import {contractRowId, cycleRowId} from './ids';
import {evolveOutside} from './outsideCycle';
import type {UnstakeRequestRow} from './unstakeRequest';
import {emptyCycle, residualOf, withPayment, withRequest, type WithdrawalCycleRow} from './withdrawalCycleRow';
import {bookOf, lastClosed, type WithdrawalQueueRow} from './withdrawalQueue';

export type {WithdrawalCycleRow};

export const CYCLE_EVENTS = [
  'UnstakeRequested',
  'UnstakeFilled',
  'WithdrawalCycleOpened',
  'WithdrawalCycleSettled',
] as const;
export type CycleEvent = EventOf<(typeof CYCLE_EVENTS)[number]>;

/** The cycle that an event names; opening one also moves what waits in cycle 0. */
export function cycleKeys(event: CycleEvent): string[] {
  const own = cycleRowId(vaultOf(event), event.cycleId);
  return event.type === 'WithdrawalCycleOpened' ? [own, cycleRowId(vaultOf(event), 0n)] : [own];
}

/** Rows as they are after the event; the request is that of a payment. */
export interface CycleReads {
  readonly queue: WithdrawalQueueRow | undefined;
  readonly request: UnstakeRequestRow | undefined;
}

/**
 * @throws InvariantError when the queue of the cycle, or the request of a payment, is not known
 */
export function evolveCycle(
  row: WithdrawalCycleRow | undefined,
  event: CycleEvent,
  id: string,
  {queue, request}: CycleReads,
): WithdrawalCycleRow | undefined {
  if (queue === undefined) throw new InvariantError('A cycle has no queue.', {cycle: id, record: event.meta.record});
  const {height, at} = event.meta;
  const isOutside = id === cycleRowId(vaultOf(event), 0n);
  const before = row ?? emptyCycle(id, isOutside ? 0n : event.cycleId, event.meta);
  const cycle = {...before, updatedHeight: height, updatedAt: at};
  const known = withFacts(cycle, event, request);
  if (isOutside) return evolveOutside(row, known, event, bookOf(queue));
  return event.type === 'WithdrawalCycleSettled' ? settled(known, event, queue) : known;
}

/** What an event says of the cycle it names. */
function withFacts(
  cycle: WithdrawalCycleRow,
  event: CycleEvent,
  request: UnstakeRequestRow | undefined,
): WithdrawalCycleRow {
  switch (event.type) {
    case 'UnstakeRequested':
      return withRequest(cycle, event.assetsQuoted);
    case 'UnstakeFilled':
      return withPayment(cycle, event, request);
    case 'WithdrawalCycleOpened': {
      const {policy, opensAt, cutoffAt, settlesAt, meta} = event;
      return cycle.cycleId === 0n ? cycle : {...cycle, policy, opensAt, cutoffAt, settlesAt, openedAt: meta.at};
    }
    case 'WithdrawalCycleSettled':
      return cycle;
  }
}

/**
 * Strikes the account: opening, new requests and payments between settlements are those of the queue's book; what was
 * due and what rolls are the contract's own words. The difference is the residual, never forced to 0.
 */
function settled(
  cycle: WithdrawalCycleRow,
  {assetsRequested, assetsPaid, unstakingNav, meta}: EventOf<'WithdrawalCycleSettled'>,
  queue: WithdrawalQueueRow,
): WithdrawalCycleRow {
  const {opening, requested, filledBetween} = lastClosed(queue);
  const account = {
    openingAssets: opening,
    newAssets: requested,
    filledAssets: cycle.paidAssets,
    filledBetweenAssets: filledBetween,
    cancelledAssets: 0n,
    rolledAssets: assetsRequested - assetsPaid,
    openAssets: 0n,
  };
  const {cumulativeDeposited, cumulativeReturned, cumulativeRevenue, cumulativeDeployed, cumulativePaidOut} = queue;
  return {
    ...cycle,
    ...account,
    ...{cumulativeDeposited, cumulativeReturned, cumulativeRevenue, cumulativeDeployed, cumulativePaidOut},
    residual: residualOf(account),
    status: 'SETTLED',
    settledAt: meta.at,
    settledHeight: meta.height,
    settledRecord: meta.record,
    unstakingNav,
    dueAssets: assetsRequested,
    liquidAssets: queue.heldAssets + assetsPaid,
  };
}

const vaultOf = ({meta}: CycleEvent): string => contractRowId(meta.chainId, meta.address);
