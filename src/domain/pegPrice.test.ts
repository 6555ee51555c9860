import {deviationBps, medianPrice, printBps} from './pegPrice';
import {Rate} from './rates';
import {WAD} from './units';

const usd = (text: string): bigint => BigInt(new Rate(text).times(WAD.toString()).toFixed(0));

test('the price is the median: the middle one, or the mean of the middle two', () => {
  const median = (...prices: string[]) => medianPrice(prices.map(usd), 2, prices.length).value?.toFixed();
  expect(median('1.01', '0.9', '0.995')).toBe('0.995');
  expect(median('1', '0.98')).toBe('0.99');
  expect(median('1', '5', '0.98', '0.97')).toBe('0.99');
});

test('fewer sources than needed make no price', () => {
  expect(medianPrice([], 2, 0).reason).toBe('NO_OBSERVATION');
  expect(medianPrice([], 2, 3).reason).toBe('STALE');
  expect(medianPrice([WAD], 2, 3).reason).toBe('PARTIAL');
  expect(medianPrice([WAD], 1, 3).value?.toFixed()).toBe('1');
});

test('a deviation is signed and rounded half-even to whole basis points', () => {
  expect(['0.99', '1.0101', '0.99995', '0.99985', '0'].map((p) => deviationBps(new Rate(p)))).toEqual([
    -100, 101, 0, -2, -10_000,
  ]);
  expect(printBps(usd('1.03'))).toBe(300);
});
