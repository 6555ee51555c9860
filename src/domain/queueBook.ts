import {InvariantError} from './errors';
import {join, ledgerOf, segmentOf, type Ledger, type Segment} from './queueSegment';

/** Everything that is owed, by the cycles that will pay it; the oldest first. */
export type QueueBook = readonly Segment[];

export const EMPTY_BOOK: QueueBook = [segmentOf(0n, null, 0n)];

/** A cycle is opened: the requests that waited roll into it, since they were all made before its cutoff. */
export function openSegment(book: QueueBook, cycleId: bigint, cutoffAt: number): QueueBook {
  const {rest, lastRequestId} = waiting(book);
  const opened = {...segmentOf(cycleId, cutoffAt, rest), lastRequestId};
  return [...book.slice(0, -1), opened, segmentOf(0n, null, 0n)];
}

/** A request made at `at` joins the first segment whose cutoff lies after it. */
export function enter(book: QueueBook, requestId: bigint, at: number, assets: bigint): QueueBook {
  const place = book.findIndex(({cutoffAt}) => cutoffAt === null || at < cutoffAt);
  return change(book, place, (segment) => ({
    lastRequestId: requestId,
    requested: segment.requested + assets,
    rest: segment.rest + assets,
  }));
}

/**
 * A payment, of a settlement or outside of any.
 * @throws InvariantError when the request is in no segment
 */
export function fillIn(book: QueueBook, requestId: bigint, assets: bigint, isBetween: boolean): QueueBook {
  const place = placeOf(book, requestId);
  if (place < 0) throw new InvariantError('The queue pays a request that it does not know.', {requestId, assets});
  return change(book, place, (segment) => ({
    filledBetween: segment.filledBetween + (isBetween ? assets : 0n),
    rest: segment.rest - assets,
  }));
}

/**
 * A cycle was settled: its account, and the book in which what is left of it and of those before it has rolled.
 * Requests of earlier cycles, settled or not, are part of its opening.
 * @throws InvariantError when the cycle was not opened
 */
export function closeSegment(book: QueueBook, cycleId: bigint): {ledger: Ledger; book: QueueBook} {
  const place = book.findIndex((segment) => segment.cutoffAt !== null && segment.cycleId === cycleId);
  const own = book[place];
  if (own === undefined) throw new InvariantError('A cycle is settled that was not opened.', {cycleId});
  const rolled = book.map((segment, i) =>
    i > place
      ? segment
      : {
          ...segment,
          opening: segment.rest,
          requested: 0n,
          filledBetween: 0n,
          isSettled: segment.isSettled || i === place,
        },
  );
  return {ledger: ledgerOf(book.slice(0, place), own), book: merged(rolled)};
}

/**
 * The account of a cycle that is not settled yet. What rolled from settlements is owed first, so it stands in the
 * account of the oldest cycle that is open. Undefined for a cycle that the book does not hold.
 */
export function openLedger(book: QueueBook, cycleId: bigint): Ledger | undefined {
  const place = book.findIndex((segment) => segment.cycleId === cycleId && !segment.isSettled);
  if (place < 0) return undefined;
  const own = book[place];
  if (own === undefined) return undefined;
  const before = book.slice(0, place);
  return ledgerOf(own.cutoffAt !== null && before.every(({isSettled}) => isSettled) ? before : [], own);
}

/** Whether a request was made outside of every cycle that was opened since. */
export const waits = (book: QueueBook, requestId: bigint): boolean => placeOf(book, requestId) === book.length - 1;

/** What rolled into a cycle when it was opened; 0 for one that the book does not hold. */
export const rolledInto = (book: QueueBook, cycleId: bigint): bigint =>
  book.find((segment) => segment.cutoffAt !== null && segment.cycleId === cycleId)?.opening ?? 0n;

/** Requests are numbered in the order in which they are made, so that a segment ends with its newest. */
const placeOf = (book: QueueBook, requestId: bigint): number =>
  book.findIndex(({lastRequestId}) => lastRequestId >= requestId);

/** Two neighbours that are settled are one: no cutoff to come lies between them. */
function merged(book: QueueBook): QueueBook {
  const segments: Segment[] = [];
  for (const segment of book) {
    const before = segments.at(-1);
    if (before === undefined || !before.isSettled || !segment.isSettled) segments.push(segment);
    else segments.splice(-1, 1, join(before, segment));
  }
  return segments;
}

const change = (book: QueueBook, place: number, changed: (segment: Segment) => Partial<Segment>): QueueBook =>
  book.map((segment, i) => (i === place ? {...segment, ...changed(segment)} : segment));

function waiting(book: QueueBook): Segment {
  const last = book.at(-1);
  if (last === undefined) throw new InvariantError('The book of the queue has lost the requests that wait.');
  return last;
}
