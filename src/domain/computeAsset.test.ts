import {ALICE, ASSET_TOKEN, assetIdOf, event, given, timeOf, type Place} from '../test/given';
import {assetKey, evolveAsset} from './computeAsset';
import type {EventFields, EventOf} from './event';

const GPU = assetIdOf('GPU-1');
const registered = event('AssetRegistered', {
  assetId: GPU,
  token: ASSET_TOKEN.address,
  spId: assetIdOf('SIAM'),
  assetClass: 'GPU',
  dealType: 'DEBT',
  principal: 1000n,
  aprBps: 1500,
  startAt: timeOf(0),
  maturityAt: timeOf(1_000_000),
  metadataUri: 'ipfs://deal',
});
const drawn = (amount: bigint) => event('CapitalDeployed', {assetId: GPU, destination: ALICE, amount});
const returned = (principal: bigint, income: bigint) => event('CapitalReturned', {assetId: GPU, principal, income});
const recognized = (oldLoss: bigint, newLoss: bigint) =>
  event('LossRecognized', {assetId: GPU, epoch: 1n, oldLoss, newLoss});
const realized = (amount: bigint) => event('LossRealized', {assetId: GPU, epoch: 2n, amount, coveredByReserve: 0n});
const changed = (
  oldStatus: EventFields['AssetStatusChanged']['oldStatus'],
  newStatus: EventFields['AssetStatusChanged']['newStatus'],
  place?: Place,
): EventOf<'AssetStatusChanged'> => event('AssetStatusChanged', {assetId: GPU, oldStatus, newStatus}, place);
const toDefault = [changed('PENDING', 'ACTIVE'), changed('ACTIVE', 'LATE'), changed('LATE', 'DEFAULTED')] as const;

test('registration fixes the terms and starts from nothing', () => {
  given(evolveAsset)
    .when(registered)
    .then({
      id: assetKey(registered),
      assetId: GPU,
      status: 'PENDING',
      principal: 1000n,
      aprBps: 1500,
      metadataUri: 'ipfs://deal',
      drawn: 0n,
      outstanding: 0n,
      collateralValue: null,
      valuedAt: null,
      lastDistributedAt: null,
      distributionCount: 0,
    });
  expect(given(evolveAsset).when(registered).row()).not.toHaveProperty('type');
});

test('an id that was never registered is no compute asset', () => {
  given(evolveAsset).when(drawn(5n), returned(0n, 1n), changed('PENDING', 'ACTIVE')).thenNoRow();
});

test('status follows the registry', () => {
  given(evolveAsset, registered)
    .when(changed('PENDING', 'ACTIVE', {height: 5}))
    .then({
      status: 'ACTIVE',
      updatedHeight: 5,
      updatedAt: timeOf(5),
    });
});

test('an illegal step is refused', () => {
  given(evolveAsset, registered)
    .when(changed('PENDING', 'REPAID'))
    .thenRefused('An asset makes a step its lifecycle does not allow.');
  given(evolveAsset, registered).when(changed('ACTIVE', 'LATE')).thenRefused('status: PENDING');
});

test('outstanding is what was drawn less what was repaid and written off', () => {
  given(evolveAsset, registered, drawn(600n), drawn(400n))
    .when(returned(250n, 30n))
    .then({drawn: 1000n, repaid: 250n, realizedLoss: 0n, outstanding: 750n, cumulativeIncome: 30n});
  given(evolveAsset, registered, drawn(1000n), returned(250n, 30n), ...toDefault)
    .when(realized(500n))
    .then({drawn: 1000n, repaid: 250n, realizedLoss: 500n, outstanding: 250n, status: 'WRITTEN_OFF'});
});

test('no more comes back or is written off than was drawn', () => {
  const sentence = 'More of an asset is repaid or written off than was drawn.';
  given(evolveAsset, registered, drawn(10n)).when(returned(11n, 0n)).thenRefused(sentence);
  given(evolveAsset, registered, drawn(10n), returned(4n, 0n)).when(realized(7n)).thenRefused(sentence);
  given(evolveAsset, registered, drawn(10n), returned(4n, 0n)).when(realized(6n)).then({outstanding: 0n});
});

test('a realised loss takes its part of the unrealised one with it, down to zero', () => {
  given(evolveAsset, registered, drawn(1000n), recognized(0n, 300n)).when(realized(200n)).then({unrealizedLoss: 100n});
  given(evolveAsset, registered, drawn(1000n), recognized(0n, 300n)).when(realized(400n)).then({unrealizedLoss: 0n});
  given(evolveAsset, registered, recognized(0n, 300n)).when(recognized(300n, 50n)).then({unrealizedLoss: 50n});
});

test('a loss realised on a running deal leaves its lifecycle as the registry has it', () => {
  given(evolveAsset, registered, drawn(10n), changed('PENDING', 'ACTIVE'), realized(1n))
    .when(changed('ACTIVE', 'LATE'))
    .then({status: 'LATE', realizedLoss: 1n});
});

test('a written-off asset may still be liquidated or repaid', () => {
  given(evolveAsset, registered, drawn(10n), ...toDefault, realized(10n))
    .when(changed('DEFAULTED', 'LIQUIDATED'))
    .then({status: 'LIQUIDATED'});
});

test('a valuation carries its own instant', () => {
  given(evolveAsset, registered)
    .when(
      event(
        'AssetValued',
        {
          assetId: GPU,
          asOf: timeOf(2),
          outstandingPrincipal: 5n,
          collateralValue: 7n,
          utilizationBps: 9100,
        },
        {height: 9},
      ),
    )
    .then({collateralValue: 7n, utilizationBps: 9100, valuedAt: timeOf(2), updatedAt: timeOf(9)});
});

test('every leg of a distribution adds to its lifetime sum', () => {
  const distributed = event(
    'RevenueDistributed',
    {
      assetId: GPU,
      epoch: 1n,
      gross: 100n,
      passThrough: 10n,
      protocolFee: 5n,
      performanceFee: 6n,
      reserveContribution: 7n,
      netToVault: 60n,
      paidToHolders: 11n,
      dust: 1n,
    },
    {height: 4},
  );
  given(evolveAsset, registered, distributed)
    .when(distributed)
    .then({
      cumulativeGross: 200n,
      cumulativePassThrough: 20n,
      cumulativeProtocolFee: 10n,
      cumulativePerformanceFee: 12n,
      cumulativeReserveContribution: 14n,
      cumulativeNetToVault: 120n,
      cumulativePaidToHolders: 22n,
      cumulativeDust: 2n,
      distributionCount: 2,
      lastDistributedAt: timeOf(4),
    });
});

test('missed payments and draws of the reserve fund are counted', () => {
  given(evolveAsset, registered)
    .when(
      event('PaymentMissed', {assetId: GPU, dueAt: timeOf(3), amountDue: 9n}),
      event('ReserveFundDrawn', {assetId: GPU, to: ALICE, amount: 4n}),
    )
    .then({missedCount: 1, lastMissedDueAt: timeOf(3), cumulativeReserveDrawn: 4n});
});
