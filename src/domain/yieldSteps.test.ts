import {Rate} from './rates';
import {apy, type Price} from './yield';
import {compatYields} from './yieldCompat';
import {markApy, mergeMarks, type Mark} from './yieldMarks';

/**
 * The vault of metrics.md section 0: its NAV moves once a month by 0.9875 %, which is 12.52 % a year. Every day of 2027 the
 * rate anchored to three marks is compared with the formulas that look back a fixed number of days.
 */
const DAY = 86_400;
const TRUTH = new Rate('1.009875').pow(12).minus(1).toNumber();
const FIRST_DAY = Date.UTC(2027, 0) / 1000;

const MARKS: Mark[] = Array.from({length: 18}, (_, month) => {
  const growth = new Rate('1.009875').pow(month).times('1e18');
  const stakingNav = BigInt(growth.toFixed(0));
  return {at: Date.UTC(2026, 6 + month) / 1000, stakingNav, totalAssets: stakingNav, totalShares: 10n ** 18n};
});

const priceAt = (at: number): Price | null => {
  const mark = MARKS.findLast((one) => one.at <= at);
  return mark === undefined ? null : {nav: mark.stakingNav, at};
};

/** Noon of every day of the year. */
const DAYS = Array.from({length: 365}, (_, day) => FIRST_DAY + day * DAY + DAY / 2);

const windowOf = (days: number): number[] =>
  DAYS.map((at) => {
    const end = priceAt(at);
    if (end === null) throw new Error('no price yet');
    return apy(priceAt(at - days * DAY), end).value?.toNumber() ?? NaN;
  });

const anchored = (k: number): number[] =>
  DAYS.map(
    (at) => markApy(mergeMarks(MARKS.filter((mark) => mark.at <= at)), k, at, '365').apy.value?.toNumber() ?? NaN,
  );

const zeros = (rates: readonly number[]): number => rates.filter((rate) => rate === 0).length / rates.length;

test('T2: anchored to three marks the APY is within half a point of the truth on every day of a year', () => {
  expect(TRUTH).toBeCloseTo(0.1252, 4);
  const rates = anchored(3);
  expect(Math.max(...rates.map((rate) => Math.abs(rate - TRUTH)))).toBeLessThan(0.005);
  expect([Math.min(...rates), Math.max(...rates)].map((rate) => (rate * 100).toFixed(1))).toEqual(['12.4', '12.9']);
});

test('T2: beside it the 30-day formula is 0 % on seven days and double on two', () => {
  const rates = DAYS.map((at) => {
    const end = priceAt(at);
    if (end === null) throw new Error('no price yet');
    const prices = {
      end,
      before1d: priceAt(at - DAY),
      before7d: priceAt(at - 7 * DAY),
      before30d: priceAt(at - 30 * DAY),
    };
    const found = compatYields(prices, []).find(({name}) => name === 'DEFILLAMA_GAIB');
    return found?.rate.value?.toNumber() ?? NaN;
  });
  expect(rates.filter((rate) => rate === 0)).toHaveLength(7);
  expect(rates.filter((rate) => rate > 0.25)).toHaveLength(2);
  expect((Math.max(...rates) * 100).toFixed(1)).toBe('27.0');
  expect(rates.filter((rate) => Math.abs(rate - TRUTH) > 0.005)).toHaveLength(9);
});

test('T2: shorter windows are 0 % on most days: 1 day on 96.7 %, 7 days on 77 %, with peaks of 3511 % and 66.9 %', () => {
  expect((zeros(windowOf(1)) * 100).toFixed(1)).toBe('96.7');
  expect((zeros(windowOf(7)) * 100).toFixed(0)).toBe('77');
  expect((Math.max(...windowOf(1)) * 100).toFixed(0)).toBe('3511');
  expect((Math.max(...windowOf(7)) * 100).toFixed(1)).toBe('66.9');
});

test('one mark back is wrong where months differ in length, twelve are right to a few hundredths', () => {
  expect(Math.max(...anchored(1).map((rate) => Math.abs(rate - TRUTH)))).toBeGreaterThan(0.01);
  const [last] = anchored(12).slice(-1);
  expect(last).toBeCloseTo(TRUTH, 3);
});
