import type {Bucket, Interval} from './bucket';
import {further, type GaugeRow} from './gauge';
import {known, orMissing, type Measured} from './methodology';
import {divideHalfEven} from './units';

/** A level in one UTC bucket [start, end), in the unit of the series (metrics.md V8). */
export interface LevelBucket {
  /** At the bucket's first instant */
  readonly open: Measured<bigint>;
  readonly high: Measured<bigint>;
  readonly low: Measured<bigint>;
  /** At the last instant seen of the bucket */
  readonly close: Measured<bigint>;
  /** Weighted by the seconds each value held, over those in which there was one; rounded half-even to the unit */
  readonly mean: Measured<bigint>;
  /** Blocks of the bucket that changed the level */
  readonly changeCount: number;
  readonly isCarried: boolean;
}

/**
 * A bucket of a level from its gauge as of the end of the bucket before and as of the end of this one.
 * @param seenUntil unix seconds: the bucket's end, or the block asked about where that lies inside the bucket
 */
export function levelBucket(
  before: GaugeRow | undefined,
  after: GaugeRow | undefined,
  interval: Interval,
  bucket: Bucket,
  seenUntil: number,
): LevelBucket {
  const bounds = after?.bounds[interval];
  const own = bounds?.start === bucket.start ? bounds : undefined;
  return {
    open: orMissing(own === undefined ? carried(after, bucket) : integer(own.open), 'NO_OBSERVATION'),
    high: bound(after, own?.high ?? null, 1n),
    low: bound(after, own?.low ?? null, -1n),
    close: orMissing(after?.value, 'NO_OBSERVATION'),
    mean: mean(before, after, bucket, seenUntil),
    changeCount: (after?.changeCount ?? 0) - (before?.changeCount ?? 0),
    isCarried: own === undefined,
  };
}

const integer = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

/** A level that did not change in the bucket has been there since before it. */
const carried = (after: GaugeRow | undefined, {start}: Bucket): bigint | null =>
  after !== undefined && after.changedAt <= start ? after.value : null;

/** The present value is a bound itself, beside the bounds of those that ended in the bucket. */
function bound(after: GaugeRow | undefined, ended: string | null, sign: 1n | -1n): Measured<bigint> {
  if (after === undefined || after.value === null) return orMissing(integer(ended), 'NO_OBSERVATION');
  return known(BigInt(further(ended, after.value, sign)));
}

/** A bucket seen for no second yet, or one without any value, has the mean of its close. */
function mean(
  before: GaugeRow | undefined,
  after: GaugeRow | undefined,
  {start}: Bucket,
  seenUntil: number,
): Measured<bigint> {
  const [from, to] = [sumsAt(before, start), sumsAt(after, seenUntil)];
  const seconds = to.seconds - from.seconds;
  if (seconds > 0) return known(divideHalfEven(to.integral - from.integral, BigInt(seconds)));
  return orMissing(after?.value, 'NO_OBSERVATION');
}

/** Value x seconds and seconds with a value, from the first change until an instant that no later change precedes. */
function sumsAt(row: GaugeRow | undefined, at: number): {integral: bigint; seconds: number} {
  if (row === undefined) return {integral: 0n, seconds: 0};
  const since = row.value === null ? 0 : at - row.changedAt;
  return {integral: row.integral + (row.value ?? 0n) * BigInt(since), seconds: row.knownSeconds + since};
}
