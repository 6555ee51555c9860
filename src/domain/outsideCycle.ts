import {rolledInto, waits, type QueueBook} from './queueBook';
import type {CycleEvent} from './withdrawalCycle';
import {residualOf, type WithdrawalCycleRow} from './withdrawalCycleRow';

/**
 * Cycle 0: requests made outside of every cycle wait in it until one is opened whose cutoff lies after them, and then
 * roll into that one. Its account is kept with every event.
 * @param row before the event, undefined for none
 * @param cycle the same with what the event says of it
 * @param book after the event
 */
export function evolveOutside(
  row: WithdrawalCycleRow | undefined,
  cycle: WithdrawalCycleRow,
  event: CycleEvent,
  book: QueueBook,
): WithdrawalCycleRow | undefined {
  const moved = movement(event, book);
  if (event.type === 'WithdrawalCycleOpened' && moved.rolled === 0n) return row;
  const account = {
    openingAssets: 0n,
    newAssets: (cycle.newAssets ?? 0n) + moved.requested,
    filledAssets: 0n,
    filledBetweenAssets: (cycle.filledBetweenAssets ?? 0n) + moved.paid,
    cancelledAssets: 0n,
    rolledAssets: (cycle.rolledAssets ?? 0n) + moved.rolled,
    openAssets: book.at(-1)?.rest ?? 0n,
  };
  return {...cycle, ...account, residual: residualOf(account)};
}

const NOTHING = {requested: 0n, paid: 0n, rolled: 0n};

/** What an event moves into and out of cycle 0, in AID wei. */
function movement(event: CycleEvent, book: QueueBook): typeof NOTHING {
  switch (event.type) {
    case 'UnstakeRequested':
      return waits(book, event.requestId) ? {...NOTHING, requested: event.assetsQuoted} : NOTHING;
    case 'UnstakeFilled':
      return waits(book, event.requestId) ? {...NOTHING, paid: event.assetsPaid} : NOTHING;
    case 'WithdrawalCycleOpened':
      return {...NOTHING, rolled: rolledInto(book, event.cycleId)};
    case 'WithdrawalCycleSettled':
      return NOTHING;
  }
}
