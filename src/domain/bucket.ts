import {UserError} from './errors';
import {DAY_SECONDS} from './rates';

export const INTERVALS = ['HOUR', 'DAY', 'WEEK', 'MONTH'] as const;
export type Interval = (typeof INTERVALS)[number];

/** A UTC bucket [start, end), unix seconds. */
export interface Bucket {
  readonly start: number;
  readonly end: number;
}

/** Most buckets one question may ask for. */
export const MAX_BUCKETS = 10_000;

const HOUR_SECONDS = 3600;
const WEEK_SECONDS = 7 * DAY_SECONDS;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4 * DAY_SECONDS;

/** The UTC bucket an instant lies in; weeks begin on Monday. */
export function bucketOf(at: number, interval: Interval): Bucket {
  switch (interval) {
    case 'HOUR':
      return span(at, HOUR_SECONDS, 0);
    case 'DAY':
      return span(at, DAY_SECONDS, 0);
    case 'WEEK':
      return span(at, WEEK_SECONDS, FIRST_MONDAY);
    case 'MONTH': {
      const date = new Date(at * 1000);
      const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
      return {start: Date.UTC(year, month) / 1000, end: Date.UTC(year, month + 1) / 1000};
    }
  }
}

/**
 * The UTC buckets that share an instant with [from, to), in order and without a gap.
 * @throws UserError when from is not before to, or when there are more than 10,000 buckets
 */
export function bucketsBetween(from: number, to: number, interval: Interval): Bucket[] {
  if (from >= to) throw new UserError(`from (${isoTime(from)}) must lie before to (${isoTime(to)}).`);
  const shortest = {HOUR: HOUR_SECONDS, DAY: DAY_SECONDS, WEEK: WEEK_SECONDS, MONTH: 28 * DAY_SECONDS}[interval];
  const buckets: Bucket[] = [];
  if ((to - from) / shortest <= 2 * MAX_BUCKETS) {
    for (let bucket = bucketOf(from, interval); bucket.start < to; bucket = bucketOf(bucket.end, interval)) {
      buckets.push(bucket);
    }
    if (buckets.length <= MAX_BUCKETS) return buckets;
  }
  throw new UserError(
    `${isoTime(from)} to ${isoTime(to)} has more than ${MAX_BUCKETS} buckets of one ${interval}: ask for a shorter time or longer buckets.`,
  );
}

/** The first instant of the UTC month `months` after that of an instant. */
export function monthsAfter(at: number, months: number): number {
  const date = new Date(at * 1000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months) / 1000;
}

/** Whether a bucket repeats the state before it: nothing changed in it. */
export const isCarried = (bucket: Bucket, lastChangeAt: number): boolean => lastChangeAt < bucket.start;

/** Unix seconds as ISO 8601 in UTC. */
export const isoTime = (at: number): string => new Date(at * 1000).toISOString().replace('.000Z', 'Z');

function span(at: number, seconds: number, origin: number): Bucket {
  const start = at - ((((at - origin) % seconds) + seconds) % seconds);
  return {start, end: start + seconds};
}
