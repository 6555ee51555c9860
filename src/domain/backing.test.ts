import {backing, hhi, type Source} from './backing';
import {known} from './methodology';
import {Rate} from './rates';

const M = 10n ** 24n;
const NOW = 1_800_000_000;
const DAY = 86_400;
const TERMS = {heartbeatSeconds: null, haircutBps: null, settlementDays: null};

const stable = (id: string, valueUsd: bigint): Source => ({
  id,
  chainId: 1,
  kind: 'STABLECOIN',
  name: id,
  valueUsd,
  provenance: 'EVENT',
  valuedAt: NOW,
  publishedAt: null,
  maxAgeSeconds: null,
  ...TERMS,
});
const tbill = (valueUsd: bigint | null, ageDays = 20, lagDays = 12): Source => ({
  id: 'tbill',
  chainId: 1,
  kind: 'TBILL',
  name: 'T-bills',
  valueUsd,
  provenance: 'ATTESTED',
  valuedAt: valueUsd === null ? null : NOW - ageDays * DAY,
  publishedAt: valueUsd === null ? null : NOW - (ageDays - lagDays) * DAY,
  maxAgeSeconds: 55 * DAY,
  ...TERMS,
});
const tenth = (count: bigint): bigint => (count * M) / 10n;

test('golden: 12.5, 4.0 and 3.8 over 20 is a ratio of 1.015', () => {
  const answer = backing([tbill(tenth(125n)), stable('usdc', tenth(40n)), stable('usdt', tenth(38n))], 20n * M, NOW);
  expect(answer.state).toBe('COMPLETE');
  expect(answer.ratio.value?.toFixed(12)).toBe('1.015000000000');
  expect(answer.ratioFloor).toEqual(answer.ratio);
  expect(answer.reservesUsd).toEqual(known(tenth(203n)));
  expect([answer.valuationAgeSeconds.value, answer.publicationAgeSeconds.value]).toEqual([20 * DAY, 8 * DAY]);
});

test('one unreadable source makes a floor of what can be read, and no ratio', () => {
  const answer = backing([tbill(null), stable('usdc', tenth(40n))], 20n * M, NOW);
  expect(answer.state).toBe('FLOOR');
  expect(answer.ratio).toEqual({value: null, reason: 'PARTIAL'});
  expect(answer.ratioFloor.value?.toFixed()).toBe('0.2');
  expect(answer.reservesUsd.reason).toBe('PARTIAL');
  expect(answer.components.map(({share}) => share.reason)).toEqual(['PARTIAL', 'PARTIAL']);
  expect(answer.hhi.reason).toBe('PARTIAL');
  expect(answer.valuationAgeSeconds.reason).toBe('NO_OBSERVATION');
});

test('a valuation past its age backs nothing, though it is shown', () => {
  const sources = [tbill(tenth(160n), 56), stable('usdc', tenth(40n))];
  const answer = backing(sources, 20n * M, NOW);
  expect([answer.state, answer.reason]).toEqual(['FLOOR', 'STALE']);
  expect(answer.ratioFloor.value?.toFixed()).toBe('0.2');
  expect(answer.components.map(({stale, valueUsd}) => [stale, valueUsd])).toEqual([
    [true, tenth(160n)],
    [false, tenth(40n)],
  ]);
  expect(backing([tbill(tenth(160n), 55), stable('usdc', tenth(40n))], 20n * M, NOW).state).toBe('COMPLETE');
});

test('an old valuation published again stays stale', () => {
  const answer = backing([tbill(tenth(160n), 60, 60)], 20n * M, NOW);
  expect(answer.publicationAgeSeconds.value).toBe(0);
  expect(answer.components[0]?.stale).toBe(true);
  expect(answer.state).toBe('UNREADABLE');
});

test('a valuation of a later instant backs nothing yet', () => {
  expect(backing([tbill(tenth(160n), -1, 0), stable('usdc', tenth(40n))], 20n * M, NOW).state).toBe('FLOOR');
});

test('nothing readable, or an unknown supply, is UNREADABLE without any bound', () => {
  const none = backing([tbill(null)], 20n * M, NOW);
  expect([none.state, none.ratioFloor.reason]).toEqual(['UNREADABLE', 'NO_OBSERVATION']);
  expect(backing([], 20n * M, NOW).state).toBe('UNREADABLE');
  const unknown = backing([stable('usdc', M)], null, NOW);
  expect([unknown.state, unknown.ratio.reason, unknown.ratioFloor.reason]).toEqual([
    'UNREADABLE',
    'PARTIAL',
    'PARTIAL',
  ]);
});

test('without liabilities there is no ratio, but reserves and shares stand', () => {
  const answer = backing([stable('usdc', tenth(30n)), stable('usdt', tenth(10n))], 0n, NOW);
  expect([answer.state, answer.ratio.reason, answer.ratioFloor.reason]).toEqual([
    'NO_LIABILITY',
    'NOT_APPLICABLE',
    'NOT_APPLICABLE',
  ]);
  expect(answer.reservesUsd).toEqual(known(4n * M));
  expect(answer.components.map(({share}) => share.value?.toFixed())).toEqual(['0.75', '0.25']);
});

test('no reserves at all against liabilities is a ratio of exactly 0', () => {
  const answer = backing([stable('usdc', 0n)], M, NOW);
  expect([answer.state, answer.ratio.value?.toFixed()]).toEqual(['COMPLETE', '0']);
  expect(answer.hhi.reason).toBe('NOT_APPLICABLE');
});

test('golden: shares of .71 .18 .07 .04 have an HHI of 0.543, as 1.841621 equal parts', () => {
  const concentration = hhi(['.71', '.18', '.07', '.04'].map((share) => known(new Rate(share))));
  expect(concentration.value?.toFixed()).toBe('0.543');
  expect(concentration.value?.pow(-1).toFixed(6)).toBe('1.841621');
});
