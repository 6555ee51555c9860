import fc from 'fast-check';
import {bucketOf, bucketsBetween, INTERVALS, isCarried, isoTime} from './bucket';
import {DAY_SECONDS} from './rates';

const utc = (...parts: [number, number, number?, number?, number?]): number =>
  Date.UTC(parts[0], parts[1] - 1, parts[2] ?? 1, parts[3] ?? 0, parts[4] ?? 0) / 1000;

test('buckets are UTC and half-open; weeks begin on Monday; months have their own length', () => {
  const at = utc(2026, 2, 18, 13, 30);
  expect(bucketOf(at, 'HOUR')).toEqual({start: utc(2026, 2, 18, 13), end: utc(2026, 2, 18, 14)});
  expect(bucketOf(at, 'DAY')).toEqual({start: utc(2026, 2, 18), end: utc(2026, 2, 19)});
  expect(bucketOf(at, 'WEEK')).toEqual({start: utc(2026, 2, 16), end: utc(2026, 2, 23)});
  expect(bucketOf(at, 'MONTH')).toEqual({start: utc(2026, 2), end: utc(2026, 3)});
  expect(bucketOf(utc(2026, 3), 'MONTH').start).toBe(utc(2026, 3));
  expect(bucketOf(utc(2025, 12, 31, 23, 59), 'MONTH')).toEqual({start: utc(2025, 12), end: utc(2026, 1)});
});

test('a bucket holds its instant, and buckets follow each other without gap or overlap', () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 4_000_000_000}), fc.constantFrom(...INTERVALS), (at, interval) => {
      const bucket = bucketOf(at, interval);
      return bucket.start <= at && at < bucket.end && bucketOf(bucket.end, interval).start === bucket.end;
    }),
    {verbose: true},
  );
});

test('a range has every bucket it shares an instant with', () => {
  expect(bucketsBetween(utc(2026, 1, 1, 12), utc(2026, 1, 4), 'DAY').map(({start}) => start)).toEqual([
    utc(2026, 1, 1),
    utc(2026, 1, 2),
    utc(2026, 1, 3),
  ]);
  expect(bucketsBetween(utc(2025, 10, 31), utc(2026, 10, 31), 'DAY')).toHaveLength(365);
});

test('a range that ends before it begins, or has too many buckets, is refused in one sentence', () => {
  expect(() => bucketsBetween(utc(2026, 2), utc(2026, 1), 'DAY')).toThrow(
    'from (2026-02-01T00:00:00Z) must lie before to (2026-01-01T00:00:00Z).',
  );
  expect(() => bucketsBetween(0, 10_000 * 3600, 'HOUR')).not.toThrow();
  expect(() => bucketsBetween(0, 10_000 * 3600 + 1, 'HOUR')).toThrow(/more than 10000 buckets of one HOUR/);
  expect(() => bucketsBetween(0, 8e12, 'MONTH')).toThrow(/more than 10000 buckets/);
});

test('a bucket is carried when nothing changed in it', () => {
  const bucket = bucketOf(utc(2026, 1, 2), 'DAY');
  expect(isCarried(bucket, bucket.start - 1)).toBe(true);
  expect(isCarried(bucket, bucket.start)).toBe(false);
  expect(isCarried(bucket, bucket.start + DAY_SECONDS / 2)).toBe(false);
});

test('instants are written in UTC', () => {
  expect(isoTime(utc(2026, 1, 2, 3, 4))).toBe('2026-01-02T03:04:00Z');
});
