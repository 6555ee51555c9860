import fc from 'fast-check';
import {Rate} from './rates';
import {markReturns, maxDrawdown, spreadOf} from './yieldRisk';

const CENT = 10n ** 16n;

/** numpy.std([0.0096153846, -0.0047619048, 0.0143540670, 0.0102, -0.0213], ddof=1) and its mean, NumPy 2.4 */
const NUMPY = {
  values: ['0.0096153846', '-0.0047619048', '0.0143540670', '0.0102', '-0.0213'],
  mean: '0.001621509360000',
  deviation: '0.014711850110947',
};

test('Welford gives what numpy gives: mean and sample deviation', () => {
  const {mean, deviation} = spreadOf(NUMPY.values.map((text) => new Rate(text)));
  expect(mean.value?.toFixed(15)).toBe(NUMPY.mean);
  expect(deviation.value?.toFixed(15)).toBe(NUMPY.deviation);
});

test('the running sums give what two passes give, to 1e-12 of it and better', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({min: -1_000_000, max: 1_000_000}), {minLength: 2, maxLength: 40}),
      (millionths) => {
        const values = millionths.map((n) => new Rate(n).div(1_000_000));
        const mean = values.reduce((sum, value) => sum.plus(value), new Rate(0)).div(values.length);
        const squares = values.reduce((sum, value) => sum.plus(value.minus(mean).pow(2)), new Rate(0));
        const expected = squares.div(values.length - 1).sqrt();
        expect(spreadOf(values).deviation.value?.minus(expected).abs().lt('1e-12')).toBe(true);
      },
    ),
  );
});

test('one return has no deviation, none has no mean', () => {
  expect(spreadOf([new Rate(1)])).toMatchObject({
    count: 1,
    mean: {reason: null},
    deviation: {reason: 'INSUFFICIENT_HISTORY'},
  });
  expect(spreadOf([])).toMatchObject({count: 0, mean: {reason: 'INSUFFICIENT_HISTORY'}});
});

test('returns lie between neighbouring marks and keep their sign; none follows a price of 0', () => {
  const marks = [100n, 110n, 99n, 0n, 50n].map((cents) => ({stakingNav: cents * CENT}));
  expect(markReturns(marks).map((rate) => rate.toFixed())).toEqual(['0.1', '-0.1', '-1']);
});

const path = (...cents: number[]) => cents.map((cent, at) => ({at, nav: BigInt(cent) * CENT}));

test('the deepest fall is from the highest price before it, and is over when the price is back', () => {
  const fall = maxDrawdown(path(100, 120, 114, 118, 90, 110, 121, 115));
  expect(fall).toMatchObject({peakAt: 1, troughAt: 4, recoveredAt: 6});
  expect(fall?.depth.toFixed()).toBe('-0.25');
});

test('a fall that is not made good has no end, a price that never fell has no fall', () => {
  expect(maxDrawdown(path(100, 80, 90))).toMatchObject({peakAt: 0, troughAt: 1, recoveredAt: null});
  expect(maxDrawdown(path(100, 100, 105))).toMatchObject({peakAt: null, troughAt: null, recoveredAt: null});
  expect(maxDrawdown(path(100, 105))?.depth.isZero()).toBe(true);
  expect(maxDrawdown([])).toBeNull();
});

test('no later price is lower, against any earlier one, than the drawdown says', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 1, max: 500}), {minLength: 1, maxLength: 25}), (cents) => {
      const depths = cents.flatMap((high, i) => cents.slice(i).map((low) => (low - high) / high));
      expect(maxDrawdown(path(...cents))?.depth.toNumber()).toBeCloseTo(Math.min(...depths), 12);
    }),
  );
});
