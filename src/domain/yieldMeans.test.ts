import {DAY_SECONDS} from './rates';
import {apy, type Price} from './yield';
import {meanDailyApr, meanDailyApy} from './yieldMeans';

const WAD = 10n ** 18n;

/** A month of daily prices: a step of 1 % on day 10, one of -0.2 % on day 20. */
const MONTH: Price[] = Array.from({length: 31}, (_, day) => {
  const nav = day < 10 ? WAD : day < 20 ? (101n * WAD) / 100n : (101n * 998n * WAD) / 100_000n;
  return {nav, at: day * DAY_SECONDS};
});
const gap = (from: number, to: number): (Price | null)[] =>
  MONTH.map((price, day) => (day >= from && day < to ? null : price));

test('parity with Lido: the SMA-7 is the mean of seven daily APRs of Y (r1 - r0) / r0 / dt', () => {
  const week = [100n, 101n, 103n, 103n, 102n, 104n, 107n, 108n].map((nav, day) => ({
    nav: nav * WAD,
    at: day * DAY_SECONDS,
  }));
  const rates = [1 / 100, 2 / 101, 0, -1 / 103, 2 / 102, 3 / 104, 1 / 107].map((growth) => growth * 365);
  const {mean, days} = meanDailyApr(week, '365');
  expect(Number(mean.value)).toBeCloseTo(rates.reduce((sum, rate) => sum + rate, 0) / 7, 12);
  expect(days).toBe(7);
});

test('an SMA with a day missing is null, with the count of the days there are', () => {
  const {mean, days} = meanDailyApr([...MONTH.slice(0, 4), null, ...MONTH.slice(5, 8)], '365');
  expect([mean.reason, days]).toEqual(['INSUFFICIENT_HISTORY', 5]);
});

test('T4: ten days of rows deleted change the coverage and the mean of the rest, not the geometric rate of the month', () => {
  const [whole, holed] = [meanDailyApy(MONTH, '365'), meanDailyApy(gap(5, 14), '365')];
  expect([whole.coverage.toNumber(), holed.coverage.toNumber()]).toEqual([1, 20 / 30]);
  expect([whole.days, holed.days]).toEqual([30, 20]);
  expect(whole.mean.value?.gt(0)).toBe(true);
  expect(holed.mean.value?.lt(0)).toBe(true);
  const geometric = (prices: readonly (Price | null)[]): string | undefined => {
    const end = prices.at(-1);
    return end == null ? undefined : apy(prices[0] ?? null, end).value?.toFixed(20);
  };
  expect(geometric(gap(5, 14))).toBe(geometric(MONTH));
});

test('days are weighed by the time between their blocks, not by their number', () => {
  const prices = [
    {nav: WAD, at: 0},
    {nav: WAD, at: 2 * DAY_SECONDS},
    {nav: (11n * WAD) / 10n, at: 3 * DAY_SECONDS},
  ];
  const {mean} = meanDailyApy(prices, '365');
  expect(Number(mean.value)).toBeCloseTo((1.1 ** 365 - 1) / 3, -3);
});

test('no day at all is missing, not 0', () => {
  expect(meanDailyApy([null, null], '365').mean.reason).toBe('INSUFFICIENT_HISTORY');
  expect(meanDailyApr([], '365').mean.reason).toBe('INSUFFICIENT_HISTORY');
});
