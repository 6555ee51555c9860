import {ALICE, assetIdOf, event} from '../test/given';
import type {EventFields} from './event';
import {distributionFact, payoutFact} from './revenue';

const LEGS: EventFields['RevenueDistributed'] = {
  assetId: assetIdOf('GPU-1'),
  epoch: 3n,
  gross: 100_000n,
  passThrough: 10_000n,
  protocolFee: 900n,
  performanceFee: 9_000n,
  reserveContribution: 4_000n,
  netToVault: 66_000n,
  paidToHolders: 10_098n,
  dust: 2n,
};

const distributed = (legs: Partial<EventFields['RevenueDistributed']>) =>
  event('RevenueDistributed', {...LEGS, ...legs});

test('gross is the sum of the seven legs, to the last wei', () => {
  expect(distributionFact(distributed({}))).toMatchObject({
    asset: `31337-${LEGS.assetId}`,
    epoch: 3n,
    gross: 100_000n,
    dust: 2n,
    residual: 0n,
  });
});

test.each([
  'passThrough',
  'protocolFee',
  'performanceFee',
  'reserveContribution',
  'netToVault',
  'paidToHolders',
  'dust',
] as const)('a waterfall that is broken by one wei in %s shows it as a residual', (leg) => {
  expect(distributionFact(distributed({[leg]: LEGS[leg] + 1n})).residual).toBe(-1n);
  expect(distributionFact(distributed({[leg]: LEGS[leg] - 1n})).residual).toBe(1n);
});

test('a gross that nothing explains is the residual', () => {
  expect(distributionFact(distributed({gross: LEGS.gross + 5n})).residual).toBe(5n);
});

test('a payout keeps its epoch, holder and amount', () => {
  const paid = event('RevenuePaid', {assetId: LEGS.assetId, epoch: 3n, holder: ALICE, amount: 10_098n});
  expect(payoutFact(paid)).toMatchObject({
    id: paid.meta.record,
    asset: `31337-${LEGS.assetId}`,
    epoch: 3n,
    holder: ALICE,
    amount: 10_098n,
  });
});
