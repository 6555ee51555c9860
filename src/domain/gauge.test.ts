import fc from 'fast-check';
import {bucketsBetween, INTERVALS, type Bucket, type Interval} from './bucket';
import {turn, type GaugeRow} from './gauge';
import {levelBucket} from './gaugeBucket';
import {divideHalfEven} from './units';

const START = Date.UTC(2026, 0, 1) / 1000;
const IDENTITY = {id: '1-SUPPLY', chainId: 1, series: 'SUPPLY', subject: ''};

interface Change {
  readonly at: number;
  readonly value: bigint | null;
}

/** The gauge after those of the changes that happened before an instant. */
const gaugeAt = (changes: readonly Change[], before: number): GaugeRow | undefined =>
  changes
    .filter(({at}) => at < before)
    .reduce<GaugeRow | undefined>((row, {at, value}, height) => turn(row, IDENTITY, value, {height, at}), undefined);

function bucketOf(changes: readonly Change[], interval: Interval, bucket: Bucket) {
  const [before, after] = [gaugeAt(changes, bucket.start), gaugeAt(changes, bucket.end)];
  return levelBucket(before, after, interval, bucket, bucket.end);
}

const shown = (changes: readonly Change[], interval: Interval, bucket: Bucket) => {
  const {open, high, low, close, mean, changeCount, isCarried} = bucketOf(changes, interval, bucket);
  const values = [open, high, low, close].map(({value}) => value);
  return [...values, mean.value, changeCount, isCarried];
};

const [ONE, TWO, THREE] = bucketsBetween(START, START + 3 * 86_400, 'DAY') as [Bucket, Bucket, Bucket];
const HOUR = 3600;

test('a bucket shows what held in it: open, high, low, close and the mean by seconds', () => {
  const changes = [
    {at: START + 6 * HOUR, value: 100n},
    {at: START + 24 * HOUR, value: 300n},
    {at: START + 30 * HOUR, value: 50n},
    {at: START + 42 * HOUR, value: 150n},
  ];
  expect(shown(changes, 'DAY', ONE)).toEqual([null, 100n, 100n, 100n, 100n, 1, false]);
  expect(shown(changes, 'DAY', TWO)).toEqual([300n, 300n, 50n, 150n, 138n, 3, false]);
});

test('T11: a bucket without a change is there, carried and flagged', () => {
  const changes = [{at: START, value: 7n}];
  expect(shown(changes, 'DAY', ONE)).toEqual([7n, 7n, 7n, 7n, 7n, 1, false]);
  expect(shown(changes, 'DAY', THREE)).toEqual([7n, 7n, 7n, 7n, 7n, 0, true]);
});

test('before its first value a level is missing, not zero', () => {
  const {open, high, mean, close, isCarried} = bucketOf([{at: ONE.end, value: 7n}], 'DAY', ONE);
  expect([open, high, close, mean].map(({value, reason}) => [value, reason])).toEqual(
    Array.from({length: 4}, () => [null, 'NO_OBSERVATION']),
  );
  expect(isCarried).toBe(true);
});

test('a value that lasts no second is in no bound and no mean', () => {
  const changes = [
    {at: START, value: 10n},
    {at: START + HOUR, value: 1_000_000n},
    {at: START + HOUR, value: 11n},
  ];
  expect(shown(changes, 'DAY', ONE)).toEqual([10n, 11n, 10n, 11n, 11n, 2, false]);
});

test('a level that cannot be read for a while has the mean of the seconds in which it could', () => {
  const changes = [
    {at: START, value: 10n},
    {at: START + 6 * HOUR, value: null},
    {at: START + 18 * HOUR, value: 20n},
  ];
  expect(shown(changes, 'DAY', ONE)).toEqual([10n, 20n, 10n, 20n, 15n, 3, false]);
});

test('any history gives every bucket of every length what a recount second by second gives', () => {
  const change = fc.record({
    gap: fc.constantFrom(0, 1, 600, HOUR, 5 * HOUR, 24 * HOUR, 9 * 86_400),
    value: fc.option(fc.bigInt(-5n, 5n), {nil: null}),
  });
  fc.assert(
    fc.property(fc.array(change, {minLength: 1, maxLength: 25}), fc.constantFrom(...INTERVALS), (steps, interval) => {
      let at = START + 1800;
      const changes = steps.map(({gap, value}) => ({at: (at += gap), value}));
      const buckets = bucketsBetween(START, at + 1, interval);
      for (const bucket of buckets.filter((_, i) => buckets.length < 60 || i % 29 === 0)) {
        const {open, high, low, close, mean} = bucketOf(changes, interval, bucket);
        const naive = recount(changes, bucket);
        expect([open, high, low, close].map(({value}) => value)).toEqual([
          naive.open,
          naive.high,
          naive.low,
          naive.close,
        ]);
        if (naive.mean !== null) expect(mean.value).toBe(naive.mean);
      }
    }),
    {numRuns: 300},
  );
});

/** The pieces of time in a bucket in which a value held, from the list of changes alone. */
function recount(changes: readonly Change[], {start, end}: Bucket) {
  const lasting = changes.filter(({at}, i) => changes[i + 1]?.at !== at);
  const pieces = lasting
    .map(({at, value}, i) => ({from: Math.max(at, start), to: Math.min(lasting[i + 1]?.at ?? end, end), value}))
    .filter(({from, to}) => from < to);
  const known = pieces.flatMap(({from, to, value}) => (value === null ? [] : [{seconds: BigInt(to - from), value}]));
  const values = known.map(({value}) => value);
  const seconds = known.reduce((sum, piece) => sum + piece.seconds, 0n);
  const area = known.reduce((sum, piece) => sum + piece.seconds * piece.value, 0n);
  return {
    open: pieces.find(({from}) => from === start)?.value ?? null,
    close: pieces.at(-1)?.value ?? null,
    high: values.length === 0 ? null : values.reduce((a, b) => (a > b ? a : b)),
    low: values.length === 0 ? null : values.reduce((a, b) => (a < b ? a : b)),
    mean: seconds === 0n ? null : divideHalfEven(area, seconds),
  };
}
