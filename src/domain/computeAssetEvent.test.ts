import {ALICE, assetIdOf, event} from '../test/given';
import {assetKey} from './computeAsset';
import {HISTORY_EVENTS, historyFact, type HistoryEvent} from './computeAssetEvent';

const assetId = assetIdOf('GPU-1');

const LINES: readonly (readonly [HistoryEvent, object])[] = [
  [
    event('AssetRegistered', {
      assetId,
      token: ALICE,
      spId: assetId,
      assetClass: 'GPU',
      dealType: 'DEBT',
      principal: 9n,
      aprBps: 1,
      startAt: 1,
      maturityAt: 2,
      metadataUri: 'ipfs://x',
    }),
    {statusAfter: 'PENDING', amount: 9n, detail: 'ipfs://x'},
  ],
  [
    event('AssetStatusChanged', {assetId, oldStatus: 'ACTIVE', newStatus: 'LATE'}),
    {statusBefore: 'ACTIVE', statusAfter: 'LATE', amount: null},
  ],
  [
    event('AssetAttested', {assetId, attestor: ALICE, kind: 'LEGAL', asOf: 1, dataHash: assetId, uri: 'ipfs://y'}),
    {detail: 'LEGAL ipfs://y'},
  ],
  [
    event('AssetValued', {assetId, asOf: 1, outstandingPrincipal: 2n, collateralValue: 3n, utilizationBps: 4}),
    {amount: 3n, detail: 'collateral value'},
  ],
  [event('LossRecognized', {assetId, epoch: 1n, oldLoss: 2n, newLoss: 5n}), {amount: 5n, detail: 'was 2'}],
  [
    event('LossRealized', {assetId, epoch: 1n, amount: 5n, coveredByReserve: 2n}),
    {amount: 5n, detail: 'covered by reserve 2'},
  ],
  [event('CapitalDeployed', {assetId, destination: ALICE, amount: 6n}), {amount: 6n, detail: ALICE}],
  [event('CapitalReturned', {assetId, principal: 6n, income: 7n}), {amount: 6n, detail: 'income 7'}],
  [
    event('RevenueReceived', {
      assetId,
      payer: ALICE,
      currency: ALICE,
      kind: 'PASS_THROUGH',
      amount: 8n,
      periodStart: 1,
      periodEnd: 2,
    }),
    {amount: 8n, detail: 'PASS_THROUGH'},
  ],
  [event('PaymentMissed', {assetId, dueAt: 1, amountDue: 4n}), {amount: 4n, detail: null}],
  [event('ReserveFundDrawn', {assetId, to: ALICE, amount: 3n}), {amount: 3n, detail: ALICE}],
];

test.each(LINES.map(([one, line]) => [one.type, one, line] as const))('%s is a line of history', (type, one, line) => {
  expect(historyFact(one)).toMatchObject({
    id: one.meta.record,
    asset: assetKey(one),
    type,
    record: one.meta.record,
    at: one.meta.at,
    ...line,
  });
});

test('every event of the history has a line here', () => {
  expect(LINES.map(([{type}]) => type).sort()).toEqual([...HISTORY_EVENTS].sort());
});
