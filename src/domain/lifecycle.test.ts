import {assetIdOf, event} from '../test/given';
import {InvariantError} from './errors';
import {assertTransition, REGISTRY_STATUSES, type AssetStatus} from './lifecycle';

/** AssetLifecycle.isLegal, and WRITTEN_OFF, which the registry calls DEFAULTED, leaving as DEFAULTED does. */
const LEGAL: readonly string[] = [
  'PENDING > ACTIVE',
  'ACTIVE > LATE',
  'ACTIVE > REPAID',
  'LATE > ACTIVE',
  'LATE > DEFAULTED',
  'LATE > REPAID',
  'DEFAULTED > LIQUIDATED',
  'DEFAULTED > REPAID',
];

const step = (status: AssetStatus, oldStatus: AssetStatus, newStatus: AssetStatus) => () =>
  assertTransition(
    {id: 'asset', status},
    event('AssetStatusChanged', {assetId: assetIdOf('GPU-1'), oldStatus, newStatus}),
  );

const PAIRS = REGISTRY_STATUSES.flatMap((from) => REGISTRY_STATUSES.map((to) => [from, to] as const));

test.each(PAIRS)('%s to %s is as legal as the registry says', (from, to) => {
  if (LEGAL.includes(`${from} > ${to}`)) expect(step(from, from, to)).not.toThrow();
  else expect(step(from, from, to)).toThrow(InvariantError);
});

test('a written-off asset leaves as the defaulted one that the registry still sees', () => {
  expect(step('WRITTEN_OFF', 'DEFAULTED', 'LIQUIDATED')).not.toThrow();
  expect(step('WRITTEN_OFF', 'DEFAULTED', 'REPAID')).not.toThrow();
  expect(step('WRITTEN_OFF', 'DEFAULTED', 'ACTIVE')).toThrow(InvariantError);
});

test('a change that leaves another status than the asset has is refused', () => {
  expect(step('ACTIVE', 'LATE', 'REPAID')).toThrow('An asset makes a step its lifecycle does not allow.');
  expect(step('LATE', 'ACTIVE', 'REPAID')).toThrow(InvariantError);
  expect(step('WRITTEN_OFF', 'LATE', 'REPAID')).toThrow(InvariantError);
});
