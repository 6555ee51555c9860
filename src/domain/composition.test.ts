import {checkStatement, composition, type Slice} from './composition';
import {known, missing} from './methodology';

const slice = (
  name: string,
  valueUsd: bigint | null,
  evidence: Slice['evidence'],
  custodian: string | null,
): Slice => ({
  ...{name, valueUsd, evidence, custodian},
});
const SLICES = [
  slice('USDC', 20n, 'INDEPENDENT', '0xc0'),
  slice('bills', 50n, 'STATIC_VALIDATED', 'Bank A'),
  slice('notes', 30n, 'WEAK_LIVE_PROBE', null),
];

test('each slice has its share and its class of evidence, and what nobody names is unknown', () => {
  const {shares, byEvidence, unknownShare} = composition(SLICES, known(100n));
  expect(shares.map(({value}) => value?.toFixed())).toEqual(['0.2', '0.5', '0.3']);
  expect(byEvidence.map(({evidence, share}) => [evidence, share.value?.toFixed()])).toEqual([
    ['INDEPENDENT', '0.2'],
    ['STATIC_VALIDATED', '0.5'],
    ['WEAK_LIVE_PROBE', '0.3'],
  ]);
  expect(unknownShare.value?.toFixed()).toBe('0.3');
});

test('where the whole is not known there are no shares, and of nothing there are none either', () => {
  expect(composition(SLICES, missing('STALE')).unknownShare.reason).toBe('STALE');
  expect(composition([slice('USDC', 0n, 'INDEPENDENT', 'x')], known(0n)).shares[0]?.reason).toBe('NOT_APPLICABLE');
  expect(composition([slice('USDC', null, 'INDEPENDENT', 'x')], known(1n)).shares[0]?.reason).toBe('NO_OBSERVATION');
});

test('slices of 97 % are fatal, of 99 % degraded, and up to half a point they stand', () => {
  expect(checkStatement(10_000n, [9_700n])).toMatchObject({state: 'FATAL'});
  expect(checkStatement(10_000n, [9_700n]).sumErrorPoints.value?.toFixed()).toBe('3');
  expect(checkStatement(10_000n, [4_900n, 5_000n])).toMatchObject({state: 'DEGRADED'});
  expect(checkStatement(10_000n, [10_300n]).state).toBe('FATAL');
  expect(checkStatement(10_000n, [9_800n]).state).toBe('DEGRADED');
  expect(checkStatement(10_000n, [9_799n]).state).toBe('FATAL');
  expect(checkStatement(10_000n, [9_950n]).state).toBe('CONSISTENT');
  expect(checkStatement(10_000n, [9_949n]).state).toBe('DEGRADED');
});

test('a total of nothing is the sum of nothing only', () => {
  expect(checkStatement(0n, []).state).toBe('CONSISTENT');
  expect(checkStatement(0n, [1n])).toMatchObject({state: 'FATAL', sumErrorPoints: {reason: 'NOT_APPLICABLE'}});
});
