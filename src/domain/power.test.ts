import fc from 'fast-check';
import {naturalLog, power, type Fraction} from './power';
import {Rate, ratio} from './rates';

const of = (numerator: bigint | number, denominator: bigint | number): Fraction => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});
const decimal = ({numerator, denominator}: Fraction): Rate => ratio(numerator, denominator);

const base = fc.bigInt({min: 5n * 10n ** 17n, max: 2n * 10n ** 18n}).map((nav) => of(nav, 10n ** 18n));
const exponent = fc.integer({min: -4_000_000, max: 4_000_000}).map((n) => of(n, 9973));

const off = (found: Rate, expected: Rate): Rate => found.minus(expected).div(expected).abs();

test('a power is that of the decimal library, to 46 digits and more', () => {
  fc.assert(
    fc.property(base, exponent, (one, to) => {
      expect(off(power(one, to), decimal(one).pow(decimal(to))).lt('1e-46')).toBe(true);
    }),
    {numRuns: 300},
  );
});

test('a logarithm is that of the decimal library, to 47 places and more', () => {
  fc.assert(
    fc.property(base, (one) => {
      expect(naturalLog(one).minus(decimal(one).ln()).abs().lt('1e-47')).toBe(true);
    }),
    {numRuns: 300},
  );
});

test('far from 1 the library itself answers', () => {
  for (const one of [of(1, 10_000), of(49, 100), of(21, 10), of(1000, 1)]) {
    expect(power(one, of(25, 2)).eq(decimal(one).pow('12.5'))).toBe(true);
    expect(naturalLog(one).eq(decimal(one).ln())).toBe(true);
  }
  expect(power(of(2, 1), of(400, 1)).eq(new Rate(2).pow(400))).toBe(true);
  expect(power(of(0, 1), of(73, 6)).isZero()).toBe(true);
});

test('1 stays 1, and a power of 0 is 1', () => {
  expect(power(of(5, 5), of(73, 6)).toFixed()).toBe('1');
  expect(power(of(107, 100), of(0, 1)).toFixed()).toBe('1');
  expect(naturalLog(of(3, 3)).isZero()).toBe(true);
});
