import {known, missing} from './methodology';
import {Rate} from './rates';
import {ACCRUAL_RATE, accrualRate, aprToApy, discountBps, impliedExitYield, impliedYield} from './yieldForms';
import {yieldFlags} from './yieldFlags';
import {trailingYear} from './yieldTrailing';
import {priceYield} from './priceYield';

const WAD = 10n ** 18n;
const CENT = WAD / 100n;
const DAY = 86_400;

test('Pendle’s implied rate is e^x - 1', () => {
  expect(impliedYield(new Rate('0.1')).toFixed(12)).toBe('0.105170918076');
  expect(impliedYield(new Rate('-0.1')).lt(0)).toBe(true);
});

test('an APR compounded n times a year', () => {
  expect(aprToApy(new Rate('0.12'), 1).toFixed(12)).toBe('0.120000000000');
  expect(aprToApy(new Rate('0.12'), 12).toFixed(12)).toBe('0.126825030132');
  expect(() => aprToApy(new Rate('0.12'), 0)).toThrow('whole number of times');
  expect(() => aprToApy(new Rate('0.12'), 1.5)).toThrow(RangeError);
});

test('T10: a simple rate per second carries no name but ACCRUAL_RATE, and is not compounded', () => {
  const {label, rate} = accrualRate(WAD, 315_360_000n * WAD, '365');
  expect(label).toBe(ACCRUAL_RATE);
  expect(label).not.toMatch(/apy/i);
  expect(rate.value?.toFixed()).toBe('0.1');
  expect(accrualRate(null, WAD, '365').rate.reason).toBe('NOT_APPLICABLE');
  expect(accrualRate(WAD, 0n, '365').rate.reason).toBe('NOT_APPLICABLE');
});

test('a share below its NAV trades at a discount, above it at a negative one', () => {
  expect(discountBps(104n * CENT, 106n * CENT).value?.toFixed(6)).toBe('188.679245');
  expect(discountBps(107n * CENT, 106n * CENT).value?.lt(0)).toBe(true);
  expect(discountBps(104n * CENT, 0n).reason).toBe('NOT_APPLICABLE');
});

test('buying below the NAV and leaving after a wait yields what the discount and the wait make of it', () => {
  expect(Number(impliedExitYield(104n * CENT, 106n * CENT, 62 * DAY, '365').value)).toBeCloseTo(
    (106 / 104) ** (365 / 62) - 1,
    12,
  );
  expect(impliedExitYield(0n, CENT, DAY, '365').reason).toBe('NOT_APPLICABLE');
  expect(impliedExitYield(CENT, CENT, 0, '365').reason).toBe('NOT_APPLICABLE');
});

const rate = (text: string) => known(new Rate(text));

test('flags: above 2 % and twice the base, below 70 % of it, more than twice it away', () => {
  expect(yieldFlags(rate('0.12'), rate('0.12'), false)).toEqual([]);
  expect(yieldFlags(rate('0.25'), rate('0.12'), false)).toEqual(['SPIKE']);
  expect(yieldFlags(rate('0.019'), rate('0.005'), false)).toEqual(['DIVERGENT']);
  expect(yieldFlags(rate('0.08'), rate('0.12'), false)).toEqual(['NEG_TREND']);
  expect(yieldFlags(rate('0.37'), rate('0.12'), true)).toEqual(['SPIKE', 'DIVERGENT', 'STALE']);
  expect(yieldFlags(missing('MARK_OVERDUE'), rate('0.12'), true)).toEqual(['STALE']);
  expect(yieldFlags(rate('0.12'), missing('INSUFFICIENT_HISTORY'), false)).toEqual([]);
});

test('flags of a losing base measure the same distances', () => {
  expect(yieldFlags(rate('-0.1'), rate('-0.1'), false)).toEqual([]);
  expect(yieldFlags(rate('-0.14'), rate('-0.1'), false)).toEqual(['NEG_TREND']);
  expect(yieldFlags(rate('0.12'), rate('-0.01'), false)).toEqual(['SPIKE', 'DIVERGENT']);
});

test('T5: the first gain after a quiet month is flagged and kept, not thrown away', () => {
  const step = rate('35.11');
  expect(yieldFlags(step, rate('0'), false)).toEqual(['SPIKE', 'DIVERGENT']);
  expect(step.value?.toFixed()).toBe('35.11');
});

const mark = (day: number, cents: bigint) => ({
  at: day * DAY,
  stakingNav: cents * CENT,
  totalAssets: 1n,
  totalShares: 1n,
});

test('TTM is the product of the mark returns of 365 days, from the last mark before them', () => {
  const marks = [mark(0, 100n), mark(30, 104n), mark(400, 110n), mark(420, 117n)];
  expect(trailingYear(marks, 420 * DAY).value?.toFixed()).toBe('0.125');
  expect(trailingYear(marks, 394 * DAY).reason).toBeNull();
  expect(trailingYear(marks.slice(1), 394 * DAY).reason).toBe('INSUFFICIENT_HISTORY');
  expect(trailingYear([], 0).reason).toBe('INSUFFICIENT_HISTORY');
  expect(trailingYear([mark(0, 0n), mark(1, 5n)], 365 * DAY).reason).toBe('NOT_APPLICABLE');
});

const step = (cents: bigint, totalShares = 1n) => ({stakingNav: cents * CENT, totalShares: totalShares * WAD});

test('T3: the path 1.00, 1.02, 1.01, 1.02 brought 0.02, not the 0.03 of its positive steps', () => {
  expect(priceYield([step(100n), step(102n), step(101n), step(102n)])).toBe(2n * CENT);
});

test('a price change counts on the shares there are at the step, and a fall is a loss', () => {
  expect(priceYield([step(100n, 10n), step(102n, 30n)])).toBe(60n * CENT);
  expect(priceYield([step(100n), step(98n)])).toBe(-2n * CENT);
  expect(priceYield([])).toBe(0n);
});
