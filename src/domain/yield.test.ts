import fc from 'fast-check';
import type {Measured} from './methodology';
import {DAY_SECONDS, ratio, type Rate} from './rates';
import {annualise, apr, apy, windowStart, type Price} from './yield';

const wad = (text: string): bigint => BigInt(Math.round(Number(text) * 1e6)) * 10n ** 12n;
const price = (nav: string, at: number): Price => ({nav: wad(nav), at});
const places = (measured: Measured<Rate>, count = 12): string | undefined => measured.value?.toFixed(count);

test('golden: 1.05 to 1.06 in 30 days is an APR of 0.115873015873 and an APY of 0.122237789351', () => {
  expect(places(apr(price('1.05', 0), price('1.06', 2_592_000)))).toBe('0.115873015873');
  expect(places(apy(price('1.05', 0), price('1.06', 2_592_000)))).toBe('0.122237789351');
});

test('golden: elapsed time is what the blocks say, not nominal days: 31 days give 0.118070649975', () => {
  expect(places(apy(price('1.05', 0), price('1.06', 2_678_400)))).toBe('0.118070649975');
});

test('T1: a loss is negative, not clipped to 0 (golden)', () => {
  expect(places(apy(price('1.06', 0), price('1.05', 2_592_000)))).toBe('-0.108923251837');
});

test('10 % a year of 365 days is 9.86 % at 360 and 10.007 % at 365.2425', () => {
  const [start, end] = [price('1', 0), price('1.1', 365 * DAY_SECONDS)];
  expect(places(apy(start, end, '365'), 5)).toBe('0.10000');
  expect(places(apy(start, end, '360'), 4)).toBe('0.0986');
  expect(places(apy(start, end, '365.2425'), 5)).toBe('0.10007');
});

test('T6: flat is 0, lost wholly is -1, and missing is missing, never 0', () => {
  expect(places(apy(price('1.05', 0), price('1.05', 2_592_000)))).toBe('0.000000000000');
  expect(places(apy(price('1.05', 0), price('0', 2_592_000)))).toBe('-1.000000000000');
  expect(apy(null, price('1.05', 0))).toEqual({value: null, reason: 'INSUFFICIENT_HISTORY'});
  expect(apr(price('0', 0), price('1', 2_592_000))).toEqual({value: null, reason: 'NOT_APPLICABLE'});
});

test('less than a day is not annualised', () => {
  expect(apy(price('1', 0), price('1.01', DAY_SECONDS - 1)).reason).toBe('INSUFFICIENT_HISTORY');
  expect(apy(price('1', 0), price('1.01', DAY_SECONDS)).reason).toBeNull();
});

test('a gain within a year compounds to at least its simple rate, with the same sign', () => {
  const nav = fc.bigInt({min: 10n ** 15n, max: 10n ** 21n});
  fc.assert(
    fc.property(nav, nav, fc.integer({min: DAY_SECONDS, max: 365 * DAY_SECONDS}), (nav0, nav1, dt) => {
      const simple = apr({nav: nav0, at: 0}, {nav: nav1, at: dt}).value;
      const compound = apy({nav: nav0, at: 0}, {nav: nav1, at: dt}).value;
      if (simple === null || compound === null) return false;
      const sameSign = Math.sign(simple.cmp(0)) === Math.sign(compound.cmp(0));
      return sameSign && (simple.lte(0) || compound.gte(simple.minus('1e-40')));
    }),
    {verbose: true, numRuns: 300},
  );
});

test('the formula sees the growth and the seconds between the blocks', () => {
  const seen = annualise(price('1', 100), price('2', 100 + DAY_SECONDS), ({start, end, seconds}) =>
    ratio(end * BigInt(seconds), start),
  );
  expect(places(seen, 0)).toBe('172800');
});

test('windows start a whole number of days back, with the UTC year, or with the first price', () => {
  const at = Date.UTC(2026, 4, 10, 12) / 1000;
  expect(windowStart('1d', at)).toBe(at - DAY_SECONDS);
  expect(windowStart('180d', at)).toBe(at - 180 * DAY_SECONDS);
  expect(windowStart('YTD', at)).toBe(Date.UTC(2026, 0) / 1000);
  expect(windowStart('INCEPTION', at)).toBeNull();
});
