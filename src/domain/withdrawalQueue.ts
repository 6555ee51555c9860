import {InvariantError} from './errors';
import type {EventMeta, EventOf} from './event';
import {contractRowId, ZERO_ADDRESS} from './ids';
import {closeSegment, EMPTY_BOOK, enter, fillIn, openSegment, type QueueBook} from './queueBook';
import type {Ledger, Segment} from './queueSegment';
import {decodeRow, encodeRow} from './version';

/** The queue of a vault, and the AID that the vault holds to pay it with, by where it came from and went; AID wei. */
export interface WithdrawalQueueRow {
  readonly id: string;
  readonly chainId: number;
  readonly address: string;
  readonly pendingAssets: bigint;
  readonly pendingRequests: number;
  /** AID in the vault: everything in less everything out */
  readonly heldAssets: bigint;
  readonly cumulativeDeposited: bigint;
  readonly cumulativeReturned: bigint;
  readonly cumulativeRevenue: bigint;
  readonly cumulativeDeployed: bigint;
  readonly cumulativePaidOut: bigint;
  readonly book: StoredBook;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

/** The book and the account of the last settlement, as JSON; integers as `n:<decimal>`. */
export interface StoredBook {
  readonly segments: readonly Readonly<Record<string, unknown>>[];
  readonly closed: Readonly<Record<string, unknown>> | null;
}

export const QUEUE_EVENTS = [
  'TokenTransferred',
  'UnstakeRequested',
  'UnstakeFilled',
  'WithdrawalCycleOpened',
  'WithdrawalCycleSettled',
] as const;
export type QueueEvent = EventOf<(typeof QUEUE_EVENTS)[number]>;

/** The vaults an event is about; AID counts where it enters or leaves one. */
export function queueKeys(event: QueueEvent): string[] {
  const {chainId, address, role} = event.meta;
  if (event.type !== 'TokenTransferred') return [contractRowId(chainId, address)];
  if (role !== 'aid') return [];
  const vaults = [event.fromRole === 'said' ? event.from : null, event.toRole === 'said' ? event.to : null];
  return [...new Set(vaults)].filter((vault) => vault !== null).map((vault) => contractRowId(chainId, vault));
}

/**
 * @throws InvariantError when the queue pays more than is owed, a request or cycle it does not know, or AID that the
 * vault does not hold
 */
export function evolveQueue(row: WithdrawalQueueRow | undefined, event: QueueEvent, id: string): WithdrawalQueueRow {
  const {height, at} = event.meta;
  const queue = {...(row ?? emptyQueue(id, event.meta)), updatedHeight: height, updatedAt: at};
  const segments = bookOf(queue);
  switch (event.type) {
    case 'TokenTransferred':
      return moved(queue, event);
    case 'UnstakeRequested':
      return {
        ...queue,
        pendingAssets: queue.pendingAssets + event.assetsQuoted,
        pendingRequests: queue.pendingRequests + 1,
        book: stored(queue, enter(segments, event.requestId, at, event.assetsQuoted)),
      };
    case 'UnstakeFilled':
      return filled(queue, event, fillIn(segments, event.requestId, event.assetsPaid, event.cycleId === 0n));
    case 'WithdrawalCycleOpened':
      return {...queue, book: stored(queue, openSegment(segments, event.cycleId, event.cutoffAt))};
    case 'WithdrawalCycleSettled': {
      const {book, ledger} = closeSegment(segments, event.cycleId);
      return {...queue, book: {segments: book.map(encodeRow), closed: encodeRow(ledger)}};
    }
  }
}

/** The book of a row. */
export const bookOf = ({book}: Pick<WithdrawalQueueRow, 'book'>): QueueBook =>
  book.segments.map((segment) => decodeRow<Segment>(segment));

/**
 * The account of the last settlement.
 * @throws InvariantError before the first
 */
export function lastClosed({id, book}: Pick<WithdrawalQueueRow, 'id' | 'book'>): Ledger {
  if (book.closed === null) throw new InvariantError('No settlement of the queue is known.', {vault: id});
  return decodeRow<Ledger>(book.closed);
}

const stored = ({book}: WithdrawalQueueRow, segments: QueueBook): StoredBook => ({
  segments: segments.map(encodeRow),
  closed: book.closed,
});

function filled(queue: WithdrawalQueueRow, event: EventOf<'UnstakeFilled'>, segments: QueueBook): WithdrawalQueueRow {
  const pendingAssets = queue.pendingAssets - event.assetsPaid;
  if (pendingAssets < 0n) throw refused('The unstake queue pays more than is owed.', queue, event);
  const pendingRequests = queue.pendingRequests - (event.assetsRemaining === 0n ? 1 : 0);
  return {...queue, pendingAssets, pendingRequests, book: stored(queue, segments)};
}

/** AID that is minted to a vault is capital and income that came back; AID that it burns is capital that goes out. */
function moved(queue: WithdrawalQueueRow, event: EventOf<'TokenTransferred'>): WithdrawalQueueRow {
  const {from, to, fromRole, amount} = event;
  if (from === to) return queue;
  if (to === queue.address) {
    const received = {...queue, heldAssets: queue.heldAssets + amount};
    if (from === ZERO_ADDRESS) return {...received, cumulativeReturned: queue.cumulativeReturned + amount};
    if (fromRole === 'revenueDistributor') return {...received, cumulativeRevenue: queue.cumulativeRevenue + amount};
    return {...received, cumulativeDeposited: queue.cumulativeDeposited + amount};
  }
  const sent = {...queue, heldAssets: queue.heldAssets - amount};
  if (sent.heldAssets < 0n) throw refused('A vault sends AID that it does not hold.', queue, event);
  if (to === ZERO_ADDRESS) return {...sent, cumulativeDeployed: queue.cumulativeDeployed + amount};
  return {...sent, cumulativePaidOut: queue.cumulativePaidOut + amount};
}

const refused = (sentence: string, queue: WithdrawalQueueRow, {meta}: QueueEvent): InvariantError =>
  new InvariantError(sentence, {
    vault: queue.id,
    owed: queue.pendingAssets,
    held: queue.heldAssets,
    record: meta.record,
  });

function emptyQueue(id: string, {chainId, height, at}: EventMeta): WithdrawalQueueRow {
  return {
    id,
    chainId,
    address: id.slice(`${chainId}-`.length),
    pendingAssets: 0n,
    pendingRequests: 0,
    heldAssets: 0n,
    cumulativeDeposited: 0n,
    cumulativeReturned: 0n,
    cumulativeRevenue: 0n,
    cumulativeDeployed: 0n,
    cumulativePaidOut: 0n,
    book: {segments: EMPTY_BOOK.map(encodeRow), closed: null},
    updatedHeight: height,
    updatedAt: at,
  };
}
