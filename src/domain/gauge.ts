import {bucketOf, INTERVALS, type Interval} from './bucket';

/** A level in the UTC bucket that begins at `start`: at its first instant, and among the values that ended in it; as text. */
export interface Bounds {
  readonly start: number;
  readonly open: string | null;
  readonly high: string | null;
  readonly low: string | null;
}

/**
 * A level followed through time, so that any bucket's open, high, low, close and time-weighted mean are look-ups of the
 * versions at its two ends: lifetime sums are kept, a bucket is a subtraction.
 */
export interface GaugeRow {
  readonly id: string;
  readonly chainId: number;
  readonly series: string;
  /** What the level is of where a series has many: the id of an asset's row; empty otherwise */
  readonly subject: string;
  /** In the smallest unit of what is measured; null while it cannot be read */
  readonly value: bigint | null;
  readonly changedAt: number;
  /** Sum of value x seconds up to changedAt, and the seconds in which there was a value */
  readonly integral: bigint;
  readonly knownSeconds: number;
  readonly changeCount: number;
  /** Of the bucket of each length that holds changedAt; the present value is not yet among its high and low */
  readonly bounds: Readonly<Record<Interval, Bounds>>;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

type Identity = Pick<GaugeRow, 'id' | 'chainId' | 'series' | 'subject'>;

/**
 * The gauge after its level became `value` in a block. What a block leaves behind counts and nothing in between: a value
 * that lasts no second (a flash mint) is in no bound and no mean.
 * @param when the block's height and time, unix seconds
 */
export function turn(
  row: GaugeRow | undefined,
  identity: Identity,
  value: bigint | null,
  when: {height: number; at: number},
): GaugeRow | undefined {
  if (row === undefined) return value === null ? undefined : first(identity, value, when);
  if (row.value === value) return row;
  const lasted = row.value === null ? 0 : when.at - row.changedAt;
  return {
    ...row,
    value,
    changedAt: when.at,
    integral: row.integral + (row.value ?? 0n) * BigInt(lasted),
    knownSeconds: row.knownSeconds + lasted,
    changeCount: row.changeCount + (when.at === row.changedAt ? 0 : 1),
    bounds: perInterval((interval) => boundsAt(row, interval, value, when.at)),
    updatedHeight: when.height,
    updatedAt: when.at,
  };
}

function first(identity: Identity, value: bigint, {height, at}: {height: number; at: number}): GaugeRow {
  const bounds = perInterval((interval) => {
    const {start} = bucketOf(at, interval);
    return {start, open: start === at ? value.toString() : null, high: null, low: null};
  });
  const sums = {integral: 0n, knownSeconds: 0, changeCount: 1};
  return {...identity, value, changedAt: at, ...sums, bounds, updatedHeight: height, updatedAt: at};
}

/** The row's value ends at `at`, in the bucket of which it held unless it began or ended at that very second. */
function boundsAt(row: GaugeRow, interval: Interval, next: bigint | null, at: number): Bounds {
  const {start} = bucketOf(at, interval);
  const held = row.bounds[interval];
  const opening = at === start ? next : row.value;
  const before =
    held.start === start && at !== start ? held : {start, open: opening?.toString() ?? null, high: null, low: null};
  if (row.value === null || at === start || at === row.changedAt) return before;
  return {...before, high: further(before.high, row.value, 1n), low: further(before.low, row.value, -1n)};
}

/** The bound of a level that lies further up (sign 1) or down (sign -1). */
export const further = (bound: string | null, value: bigint, sign: 1n | -1n): string =>
  bound === null || (value - BigInt(bound)) * sign > 0n ? value.toString() : bound;

const perInterval = (compute: (interval: Interval) => Bounds): GaugeRow['bounds'] =>
  Object.fromEntries(INTERVALS.map((interval) => [interval, compute(interval)])) as Record<Interval, Bounds>;
