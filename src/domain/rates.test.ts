import fc from 'fast-check';
import {UserError} from './errors';
import {formatRate, formatWad, parseYearBasis, Rate, ratio, YEAR_BASES} from './rates';
import {WAD} from './units';

test('a ratio keeps 50 significant digits and is rounded half-even to 18 places when answered', () => {
  expect(ratio(1n, 3n).toFixed()).toBe(`0.${'3'.repeat(50)}`);
  expect(formatRate(ratio(2n, 3n))).toBe('0.666666666666666667');
  expect(formatRate(new Rate('0.0000000000000000005'))).toBe('0');
  expect(formatRate(new Rate('0.0000000000000000015'))).toBe('0.000000000000000002');
  expect(formatRate(new Rate('-0.0000000000000000025'))).toBe('-0.000000000000000002');
  expect(formatRate(new Rate('-0.0000000000000000001'))).toBe('0');
});

test('a ratio to nothing is refused, not 0 and not infinite', () => {
  expect(() => ratio(1n, 0n)).toThrow(RangeError);
});

test('a WAD integer is written exactly, whatever its size', () => {
  expect(formatWad(1_070_100_000_000_000_000n)).toBe('1.0701');
  expect(formatWad(-1n)).toBe('-0.000000000000000001');
  expect(formatWad(0n)).toBe('0');
  expect(formatWad(2n ** 256n - 1n)).toBe(
    '115792089237316195423570985008687907853269984665640564039457.584007913129639935',
  );
});

test('a WAD integer and its fraction are the same number', () => {
  fc.assert(
    fc.property(
      fc.bigInt({min: -(10n ** 40n), max: 10n ** 40n}),
      (wad) => formatRate(ratio(wad, WAD)) === formatWad(wad),
    ),
    {verbose: true},
  );
});

test('a year has 360, 365, 365.2425 or 365.25 days', () => {
  expect(YEAR_BASES.map((basis) => parseYearBasis(basis))).toEqual(['360', '365', '365.2425', '365.25']);
  expect(() => parseYearBasis('366')).toThrow(
    new UserError('yearBasis is 366, expected one of 360, 365, 365.2425, 365.25.'),
  );
});
