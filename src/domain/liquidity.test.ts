import {coverage, demandScaled, HORIZON_DAYS, liquidShare, settlingWithin} from './liquidity';
import {known, missing} from './methodology';

const M = 10n ** 24n;
const part = (tenths: bigint | null, haircutBps: number | null, settlementDays: number | null, stale = false) => ({
  valueUsd: tenths === null ? null : (tenths * M) / 10n,
  ...{haircutBps, settlementDays, stale},
});
const GOLDEN = [part(125n, 0, 1), part(40n, 200, 5), part(38n, 2500, 120)];
const CLAIMS = {pending: 15n * M, freeSupply: 4n * M, liabilities: 20n * M};

test('golden: settling in 1, 5 and 120 days against 15 covers 0.833333, 1.094667 and 1.094667 of 1, 7 and 30 days', () => {
  const demand = demandScaled('PENDING', CLAIMS, 0);
  const ratios = HORIZON_DAYS.map((days) => coverage(settlingWithin(GOLDEN, days), demand).value?.toFixed(12));
  expect(ratios).toEqual(['0.833333333333', '1.094666666667', '1.094666666667']);
});

test('demand is what is pending, with a part of the free supply, or all of it', () => {
  expect(demandScaled('PENDING', CLAIMS, 0)).toBe(150_000n * M);
  expect(demandScaled('PENDING_PLUS_FREE', CLAIMS, 2500)).toBe(160_000n * M);
  expect(demandScaled('ALL', CLAIMS, 0)).toBe(200_000n * M);
  expect(coverage(settlingWithin(GOLDEN, 1), demandScaled('ALL', CLAIMS, 0)).value?.toFixed()).toBe('0.625');
});

test('no demand has no coverage, rather than an infinite one', () => {
  expect(coverage(known(1n), 0n).reason).toBe('NOT_APPLICABLE');
});

test('a stale component is missed only within the horizons it settles in', () => {
  const components = [part(125n, 0, 5, true), part(40n, 0, 0)];
  expect(settlingWithin(components, 1)).toEqual(known(40_000n * M));
  expect(settlingWithin(components, 7).reason).toBe('STALE');
});

test('what cannot be read, has no haircut or no settlement set leaves no coverage', () => {
  expect(settlingWithin([part(null, 0, 0)], 1).reason).toBe('PARTIAL');
  expect(settlingWithin([part(1n, null, 0)], 1).reason).toBe('NO_OBSERVATION');
  expect(settlingWithin([part(1n, 0, null)], 1).reason).toBe('NO_OBSERVATION');
});

test('the liquid share is what settles within a day, of all reserves, before haircuts', () => {
  expect(liquidShare(GOLDEN, known((203n * M) / 10n)).value?.toFixed(12)).toBe('0.615763546798');
  expect(liquidShare([part(30n, null, 0), part(10n, null, 2)], known(4n * M)).value?.toFixed()).toBe('0.75');
  expect(liquidShare(GOLDEN, missing('STALE')).reason).toBe('STALE');
  expect(liquidShare([part(0n, 0, 0)], known(0n)).reason).toBe('NOT_APPLICABLE');
});
