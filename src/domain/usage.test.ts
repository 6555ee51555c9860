import type {Measured} from './methodology';
import {formatRate, type Rate} from './rates';
import type {TokenRow} from './token';
import {circulated, effectiveHolders, holderHhi, shareOf, turnover} from './usage';

const token = (fields: Partial<TokenRow>): TokenRow =>
  ({
    totalSupply: 0n,
    cumulativeTransferred: 0n,
    cumulativeInternal: 0n,
    sumOfSquares: 0n,
    supplySeconds: 0n,
    updatedAt: 0,
    ...fields,
  }) as TokenRow;

const twelve = (value: Measured<Rate>): string | null =>
  value.value === null ? value.reason : value.value.toFixed(12);

test('velocity is the volume over the mean supply of the same seconds', () => {
  const start = {row: token({totalSupply: 100n, cumulativeTransferred: 40n}), at: 10};
  const moved = {totalSupply: 300n, supplySeconds: 2_000n, cumulativeTransferred: 340n, cumulativeInternal: 50n};
  const end = {row: token({...moved, updatedAt: 20}), at: 30};
  const {volume, meanSupply, velocity} = turnover(start, end);
  expect(volume).toBe(250n);
  expect(meanSupply.value).toBe(200n);
  expect(twelve(velocity)).toBe('1.250000000000');
});

test('the mean supply is floored, velocity is not computed from the floor', () => {
  const end = {row: token({totalSupply: 2n, supplySeconds: 1n, cumulativeTransferred: 1n, updatedAt: 3}), at: 3};
  const {meanSupply, velocity} = turnover({row: undefined, at: 0}, end);
  expect([meanSupply.value, twelve(velocity)]).toEqual([0n, '3.000000000000']);
});

test('without supply nothing has a velocity, and no time is no window: missing, not 0', () => {
  const {meanSupply, velocity} = turnover({row: undefined, at: 0}, {row: undefined, at: 10});
  expect([meanSupply.value, velocity.value, velocity.reason]).toEqual([0n, null, 'NOT_APPLICABLE']);
  expect(turnover({row: undefined, at: 5}, {row: undefined, at: 5}).meanSupply.reason).toBe('NOT_APPLICABLE');
});

test('legs between two contracts of the protocol are no circulation', () => {
  expect(circulated(token({cumulativeTransferred: 7n, cumulativeInternal: 3n}))).toBe(4n);
  expect(circulated(undefined)).toBe(0n);
});

test('golden: shares .71 .18 .07 .04 have an HHI of 0.543 and 1.841621 effective holders', () => {
  const squares = [71n, 18n, 7n, 4n].reduce((sum, held) => sum + held * held, 0n);
  const hhi = holderHhi(token({totalSupply: 100n, sumOfSquares: squares}));
  expect(hhi.value === null ? null : [formatRate(hhi.value), effectiveHolders(hhi.value).toFixed(6)]).toEqual([
    '0.543',
    '1.841621',
  ]);
});

test('a supply of nothing has no shares and no concentration', () => {
  expect(holderHhi(token({})).reason).toBe('NOT_APPLICABLE');
  expect(holderHhi(undefined).reason).toBe('NOT_APPLICABLE');
  expect(shareOf(0n, 0n).reason).toBe('NOT_APPLICABLE');
});
