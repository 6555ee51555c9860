import fc from 'fast-check';
import {concentration, hhiBounds, sharesOf} from './concentration';
import {Rate} from './rates';

const rates = (...shares: string[]): Rate[] => shares.map((share) => new Rate(share));

test('golden: .71 .18 .07 .04 is an HHI of 0.543, as 1.841621 equal parts', () => {
  const {value} = concentration(rates('.18', '.71', '.04', '.07'));
  expect(value?.hhi.toFixed(12)).toBe('0.543000000000');
  expect(value?.effectiveN.toFixed(6)).toBe('1.841621');
  expect([value?.top1.toFixed(), value?.top3.toFixed()]).toEqual(['0.71', '0.96']);
});

test('fewer than three names: the three largest are all there are', () => {
  expect(concentration(rates('.6', '.4')).value?.top3.toFixed()).toBe('1');
});

test('nothing at all has no concentration', () => {
  expect(concentration([]).reason).toBe('NOT_APPLICABLE');
  expect(sharesOf([0n, 0n]).reason).toBe('NOT_APPLICABLE');
});

test('an unknown share of .2 beside .5 and .3: thin, one further name, or the largest name', () => {
  const {lower, upper, worst} = hhiBounds(rates('.3', '.5'), new Rate('.2'));
  expect([lower, upper, worst].map((hhi) => hhi.toFixed())).toEqual(['0.34', '0.38', '0.58']);
});

test('without an unknown share the bounds are the HHI', () => {
  const shares = rates('.71', '.18', '.07', '.04');
  const {lower, upper, worst} = hhiBounds(shares, new Rate(0));
  expect([lower, upper, worst].map((hhi) => hhi.toFixed())).toEqual(['0.543', '0.543', '0.543']);
});

test('the HHI lies between 1/N and 1, and between its bounds when names are taken away', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({min: 1n, max: 10n ** 30n}), {minLength: 1, maxLength: 12}), (amounts) => {
      const shares = sharesOf(amounts).value ?? [];
      const hhi = concentration(shares).value?.hhi ?? new Rate(0);
      expect(hhi.gte(new Rate(1).div(shares.length).minus('1e-45')) && hhi.lte('1.000000000000001')).toBe(true);
      const [hidden = new Rate(0), ...named] = shares;
      const {lower, upper, worst} = hhiBounds(named, hidden);
      expect(lower.lte(hhi) && hhi.lte(upper.plus('1e-45')) && upper.lte(worst.plus('1e-45'))).toBe(true);
    }),
  );
});
