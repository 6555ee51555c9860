import {divideHalfEven, toWad} from './units';

test('an amount of fewer decimals is exact as WAD, one of more is floored', () => {
  expect(toWad(1_500_000n, 6)).toBe(15n * 10n ** 17n);
  expect(toWad(19n, 19)).toBe(1n);
});

test('a division rounds to the nearest, ties to the even neighbour, on both sides of zero', () => {
  const halves = [-5n, -3n, -1n, 1n, 3n, 5n].map((numerator) => divideHalfEven(numerator, 2n));
  expect(halves).toEqual([-2n, -2n, 0n, 0n, 2n, 2n]);
  expect([7n, 8n, -7n, -8n].map((numerator) => divideHalfEven(numerator, 3n))).toEqual([2n, 3n, -2n, -3n]);
  expect(() => divideHalfEven(1n, 0n)).toThrow(RangeError);
});
