import {DEAL, day, distributed, drawn, flowsOf, lost, missed, paid, returned} from '../test/dealStory';
import {ALICE, event, metaOf} from '../test/given';
import {cashFlowFact} from './assetCashFlow';
import {assetRowId} from './ids';

const brief = (events: Parameters<typeof flowsOf>[0]) => flowsOf(events).map(({kind, amount}) => [kind, amount]);

test('every amount of an event is a row of its own, and nothing is none', () => {
  expect(brief([drawn(0, 100n)])).toEqual([['DRAW', 100n]]);
  expect(brief([returned(1, 60n, 5n)])).toEqual([
    ['PRINCIPAL', 60n],
    ['INCOME', 5n],
  ]);
  expect(brief([returned(1, 60n)])).toEqual([['PRINCIPAL', 60n]]);
  expect(brief([lost(2, 40n, 10n)])).toEqual([
    ['LOSS', 40n],
    ['COVER', 10n],
  ]);
  expect(brief([distributed(3, 80n, 1n, 19n)])).toEqual([
    ['TO_VAULT', 81n],
    ['TO_HOLDERS', 19n],
  ]);
});

test('a distribution leaves no leg out: what goes out is its gross', () => {
  const legs = {passThrough: 1n, protocolFee: 2n, performanceFee: 4n, reserveContribution: 8n, netToVault: 16n};
  const rest = {paidToHolders: 32n, dust: 64n};
  const flows = flowsOf([event('RevenueDistributed', {assetId: DEAL, epoch: 1n, gross: 127n, ...legs, ...rest})]);
  expect(flows.map(({kind, amount}) => [kind, amount])).toEqual([
    ['PASS_THROUGH', 1n],
    ['FEES', 6n],
    ['RESERVE', 8n],
    ['TO_VAULT', 80n],
    ['TO_HOLDERS', 32n],
  ]);
  expect(flows.reduce((sum, {amount}) => sum + amount, 0n)).toBe(127n);
});

test('a row says whose asset, who with, for which period and when it was due', () => {
  expect(flowsOf([drawn(0, 100n)])[0]).toMatchObject({
    asset: assetRowId(31337, DEAL),
    counterparty: ALICE,
    dueAt: null,
  });
  expect(flowsOf([paid(30, 5n)])[0]).toMatchObject({
    ...{kind: 'REVENUE_GROSS', counterparty: ALICE, periodStartAt: day(0), periodEndAt: day(30), at: day(30)},
  });
  expect(flowsOf([missed(31, 30, 5n)])[0]).toMatchObject({kind: 'MISSED', dueAt: day(30), counterparty: null});
  const {meta: _meta, ...received} = paid(30, 5n);
  expect(flowsOf([{...received, kind: 'PASS_THROUGH', meta: metaOf('RevenueReceived')}])[0]?.kind).toBe('COSTS_GROSS');
  expect(flowsOf([event('ReserveFundDrawn', {assetId: DEAL, to: ALICE, amount: 3n})])).toMatchObject([
    {kind: 'RESERVE_DRAWN', amount: 3n, counterparty: ALICE},
  ]);
});

test('an id that an event does not make has no row', () => {
  expect(cashFlowFact(drawn(0, 100n), 'another')).toBeUndefined();
});
