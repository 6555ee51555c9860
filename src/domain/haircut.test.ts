import {backing, type Source} from './backing';
import {haircutRatio} from './haircut';

const M = 10n ** 24n;
const NOW = 1_800_000_000;

const source = (id: string, tenths: bigint | null, haircutBps: number | null): Source => ({
  ...{id, chainId: 1, kind: 'STABLECOIN', name: id, valueUsd: tenths === null ? null : (tenths * M) / 10n},
  ...{provenance: 'EVENT', valuedAt: NOW, publishedAt: null, maxAgeSeconds: null, heartbeatSeconds: null},
  ...{haircutBps, settlementDays: null},
});

const GOLDEN = [source('tbill', 125n, 0), source('usdc', 40n, 200), source('usdt', 38n, 2500)];

test('golden: 12.5, 4.0 and 3.8 less 0, 2 and 25 % over 20 is 1.015 gross and 0.9635 after haircuts', () => {
  const judged = backing(GOLDEN, 20n * M, NOW);
  expect(judged.ratio.value?.toFixed(12)).toBe('1.015000000000');
  expect(haircutRatio(judged, 20n * M).value?.toFixed(12)).toBe('0.963500000000');
});

test('a component without a haircut in force leaves no ratio: none is assumed', () => {
  const judged = backing([...GOLDEN, source('dai', 1n, null)], 20n * M, NOW);
  expect(haircutRatio(judged, 20n * M)).toEqual({value: null, reason: 'NO_OBSERVATION'});
});

test('where the plain ratio is missing, so is the one after haircuts, for the same reason', () => {
  const judged = backing([...GOLDEN, source('dai', null, 0)], 20n * M, NOW);
  expect(haircutRatio(judged, 20n * M)).toEqual({value: null, reason: 'PARTIAL'});
  expect(haircutRatio(backing(GOLDEN, 0n, NOW), 0n).reason).toBe('NOT_APPLICABLE');
  expect(haircutRatio(backing(GOLDEN, null, NOW), null).reason).toBe('PARTIAL');
});
