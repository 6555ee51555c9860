import type {EntityManager} from 'typeorm';
import {bucketOf, bucketsBetween, isCarried, isoTime, type Bucket, type Interval} from '../domain/bucket';
import type {HistoryArgs, RangeArgs} from './answers/history';
import {atTime, heldRange, loadHeld, pointOf, type AsOfPoint, type Held} from './asOf';
import type {Answered} from './backingAnswer';
import {BadInput, orBadInput} from './badInput';
import {blocksAt, instant, seconds} from './heldBlocks';
import {asPublished, publishedBy, type KnownClose} from './knowledge';

/** A span [from, to) of unix seconds; null where the reader left an end open. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Checks a reader's span against what is held. Its ends may reach to the bounds of the UTC buckets that hold the first
 * and the newest block, so that whole days and months can be asked for.
 * @throws BadInput when it is reversed or reaches outside
 */
export function checkSpan(held: Held, {from, to}: RangeArgs, interval: Interval): Span {
  const span = {from: ceilSeconds(from), to: ceilSeconds(to)};
  const earliest = bucketOf(held.first.at, interval).start;
  const latest = bucketOf(held.head.at, interval).end;
  if (span.from !== null && span.to !== null && span.from >= span.to) {
    throw new BadInput(`from (${isoTime(span.from)}) must lie before to (${isoTime(span.to)}).`);
  }
  if (span.from !== null && (span.from < earliest || span.from > held.head.at)) {
    throw new BadInput(`from ${isoTime(span.from)} is not indexed: ${heldRange(held)}.`);
  }
  if (span.to !== null && (span.to > latest || span.to <= held.first.at)) {
    throw new BadInput(`to ${isoTime(span.to)} is not indexed: ${heldRange(held)}.`);
  }
  return span;
}

/** The UTC buckets of a span, from the first block to the head where it is open. */
export const spanBuckets = (held: Held, {from, to}: Span, interval: Interval): Bucket[] =>
  orBadInput(() => bucketsBetween(from ?? held.first.at, to ?? held.head.at + 1, interval));

/** A bucket with the block whose state it shows. */
export interface BucketPoint extends Bucket {
  readonly point: AsOfPoint;
  /** What was published of the block, where a history is asked for as of earlier knowledge */
  readonly known?: KnownClose;
}

/**
 * The buckets of a history, one DAY each by default, each with the last held block before its end and before `to`, and
 * as of earlier knowledge with what was published of it then.
 * @param onChain by default the chain with the sAID vault
 * @throws BadInput as `checkSpan` does, for more than 10,000 buckets, and for a time of knowledge that is not held
 */
export async function resolveHistory(
  em: EntityManager,
  args: HistoryArgs,
  onChain?: number | null,
): Promise<{held: Held; buckets: BucketPoint[]}> {
  const all = await loadHeld(em, onChain);
  const {asOfKnowledge} = args;
  const held = asOfKnowledge == null ? all : {...all, head: await atTime(em, all, asOfKnowledge, 'asOfKnowledge')};
  const interval = args.interval ?? 'DAY';
  const span = checkSpan(held, args, interval);
  const buckets = spanBuckets(held, span, interval);
  const {chainId} = held.chain;
  const lasts = buckets.map(({end}) => Math.min(end, span.to ?? Infinity) - 1);
  const blocks = await blocksAt(
    em,
    [chainId],
    lasts.map((last) => Math.min(last, held.head.at)),
  );
  const found = buckets.flatMap((bucket, index): BucketPoint[] => {
    const block = blocks[index]?.get(chainId);
    return block === undefined ? [] : [{...bucket, point: pointOf(held, block)}];
  });
  if (asOfKnowledge == null) return {held, buckets: found};
  const heights = found.map(({point}) => point.height);
  const known = await publishedBy(em, chainId, heights, seconds(asOfKnowledge));
  return {
    held,
    buckets: found.map((bucket) => {
      const close = known.get(bucket.point.height);
      return close === undefined ? bucket : {...bucket, known: close};
    }),
  };
}

/**
 * Each bucket with the answer as of its block, carried where nothing that the answer rests on changed in it.
 * The answers themselves are extended: parts of them may still be waiting to be asked for. What was published otherwise
 * by the time of the knowledge asked for is answered as it was.
 */
export const asPoints = <A extends object>(
  buckets: readonly BucketPoint[],
  answered: readonly Answered<A>[],
): (A & PointFields)[] =>
  answered.flatMap(({answer, lastChangeAt}, index) => {
    const bucket = buckets[index];
    if (bucket === undefined) return [];
    const [start, end] = [instant(bucket.start), instant(bucket.end)];
    const point = Object.assign(answer, {start, end, isCarried: isCarried(bucket, lastChangeAt)});
    return [bucket.known === undefined ? point : asPublished(point, bucket.known)];
  });

interface PointFields {
  start: Date;
  end: Date;
  isCarried: boolean;
}

/** Block times are whole seconds, so that `at >= from` and `at < to` mean the same for the next whole second. */
const ceilSeconds = (date: Date | null | undefined): number | null =>
  date == null ? null : Math.ceil(date.getTime() / 1000);
