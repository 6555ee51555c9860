import {DAY_SECONDS} from '../domain/rates';
import {compatParts, windowParts} from './windowParts';
import type {WindowPrices} from './windowPrices';

const WAD = 10n ** 18n;
const AT = Date.UTC(2026, 5, 1) / 1000;
const evaluated = (height: number, at: number, percent: bigint | null) => ({
  height,
  at,
  nav: percent === null ? null : (WAD * percent) / 100n,
});

const PRICES: WindowPrices = {
  end: evaluated(100, AT, 110n),
  endReason: null,
  starts: new Map([
    ['1d', evaluated(99, AT - DAY_SECONDS, 110n)],
    ['7d', evaluated(93, AT - 8 * DAY_SECONDS, 112n)],
    ['30d', evaluated(70, AT - 30 * DAY_SECONDS, null)],
  ]),
};

const TERMS = {basis: '365', isStale: false, fees: []} as const;

const part = (name: string, prices = PRICES) => windowParts(prices, TERMS).find(({window}) => window === name);

test('flat is 0, a loss is negative, and no price is missing', () => {
  expect(part('1d')).toMatchObject({apr: '0', apy: '0', reason: null, block0: 99, block1: 100, dtSeconds: DAY_SECONDS});
  expect(part('7d')?.apr?.startsWith('-0.81')).toBe(true);
  expect(part('7d')?.dtSeconds).toBe(8 * DAY_SECONDS);
  expect(part('30d')).toMatchObject({apr: null, reason: 'INSUFFICIENT_HISTORY', block0: null});
  expect(part('90d')).toMatchObject({apr: null, reason: 'INSUFFICIENT_HISTORY', block0: null});
});

test('every null of a window has its reason', () => {
  expect(part('90d')?.reasons).toEqual(
    ['apr', 'apy', 'grossApr', 'feesPerShare', 'block0', 'dtSeconds'].map((field) => ({
      field,
      reason: 'INSUFFICIENT_HISTORY',
    })),
  );
  expect(part('1d')?.reasons).toEqual([]);
});

test('without a price at the block asked about there is no rate, for the reason the price is missing', () => {
  const reverted: WindowPrices = {...PRICES, end: evaluated(100, AT, null), endReason: 'REVERTED'};
  expect(windowParts(reverted, TERMS).map(({reason}) => reason)).toEqual(Array(7).fill('REVERTED'));
  expect(compatParts(reverted, []).map(({reason}) => reason)).toEqual(Array(11).fill('REVERTED'));
});

test('gross is net plus the fees paid after the first block and up to the last, each over the shares of its moment', () => {
  const fee = (height: number) => ({height, fees: WAD, totalShares: 1000n * WAD});
  const paid = {...TERMS, fees: [fee(93), fee(94), fee(100), fee(101)]};
  const week = windowParts(PRICES, paid).find(({window}) => window === '7d');
  expect(week?.feesPerShare).toBe('0.002');
  expect(Number(week?.grossApr) - Number(week?.apr)).toBeCloseTo((0.002 / 1.12) * (365 / 8), 12);
  expect(part('7d')).toMatchObject({feesPerShare: '0', grossApr: part('7d')?.apr});
});

test('T5: a rate far from the 30-day one is flagged and kept; a late mark is flagged STALE', () => {
  const month: WindowPrices = {
    ...PRICES,
    starts: new Map([
      ...PRICES.starts,
      ['30d', evaluated(70, AT - 30 * DAY_SECONDS, 110n)],
      ['1d', evaluated(99, AT - DAY_SECONDS, 109n)],
    ]),
  };
  const day = windowParts(month, {...TERMS, isStale: true}).find(({window}) => window === '1d');
  expect(day?.flags).toEqual(['SPIKE', 'DIVERGENT', 'STALE']);
  expect(Number(day?.apy)).toBeCloseTo((110 / 109) ** 365 - 1, 8);
});
