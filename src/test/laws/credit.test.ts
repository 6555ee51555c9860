import type {AssetCashFlowRow} from '../../domain/assetCashFlow';
import {assetCredit, type AssetEvidence} from '../../domain/assetCredit';
import {netRevenue} from '../../domain/cashReturns';
import {sumOf} from '../../domain/defaults';
import {assetRowId, tokenRowId} from '../../domain/ids';
import {splitOf} from '../../domain/payouts';
import {delinquency, portfolioCredit, SUMMED, sumsOf, type Position} from '../../domain/portfolio';
import {computeAsset, computeAssetEvent, revenueDistribution, revenuePayout} from '../../projections/asset';
import {assetCashFlow, assetFinancials, assetParties, assetSchedule} from '../../projections/credit';
import {transfer} from '../../projections/token';
import {CHAIN_ID, SAID} from '../given';
import {Deals} from './deals';
import {blocksOf, world} from './history';
import {law} from './law';
import {Machine, machineAfter} from './machine';

const byRecord = (a: AssetCashFlowRow, b: AssetCashFlowRow): number => (a.id < b.id ? -1 : 1);
const flowsOf = (machine: Machine, asset: string): AssetCashFlowRow[] =>
  machine
    .rows(assetCashFlow)
    .filter((row) => row.asset === asset)
    .sort(byRecord);

function evidence(machine: Machine): AssetEvidence[] {
  const of = <R extends {asset: string}>(rows: R[], asset: string): R[] => rows.filter((row) => row.asset === asset);
  const statuses = machine.rows(computeAssetEvent).filter(({type}) => type === 'AssetStatusChanged');
  return machine.rows(computeAsset).map((asset) => ({
    asset,
    flows: flowsOf(machine, asset.id),
    changes: of(statuses, asset.id).map(({statusAfter, at, height, record}) => ({
      ...{status: statusAfter as AssetEvidence['asset']['status'], at, height, record},
    })),
    schedules: of(machine.rows(assetSchedule), asset.id),
    financials: of(machine.rows(assetFinancials), asset.id),
    parties: of(machine.rows(assetParties), asset.id),
  }));
}

law('the cash flows of an asset are those of the chain', world, ({events, vault, deals}) => {
  const machine = machineAfter(events);
  for (const assetId of Deals.IDS) {
    const flows = flowsOf(machine, assetRowId(CHAIN_ID, assetId));
    expect(flows.filter(({amount}) => amount <= 0n)).toEqual([]);
    expect(sumOf(flows, ['DRAW']) - sumOf(flows, ['PRINCIPAL', 'LOSS'])).toBe(vault.outstanding(assetId));
    const deal = deals.deals.get(assetId);
    const gross = sumOf(flows, ['REVENUE_GROSS', 'COSTS_GROSS']);
    if (deal !== undefined) expect(gross).toBe(deal.gross);
    expect(sumOf(flows, ['PASS_THROUGH', 'FEES', 'RESERVE', 'TO_VAULT', 'TO_HOLDERS'])).toBe(gross);
  }
});

law('what holders are paid is their floored part of the net, and dust is at most a wei a payee', world, (played) => {
  const machine = machineAfter(played.events);
  const payouts = machine.rows(revenuePayout);
  for (const {asset, record, epoch, ...legs} of machine.rows(revenueDistribution)) {
    const tokenId = BigInt(asset.slice(`${CHAIN_ID}-`.length));
    const deal = [...played.deals.deals.values()].find(({token}) => token.tokenId === tokenId);
    if (deal === undefined) continue;
    const token = tokenRowId(CHAIN_ID, deal.token.by.address, tokenId);
    const balances = new Map<string, bigint>();
    for (const moved of machine.rows(transfer).filter((one) => one.token === token && one.record < record)) {
      if (moved.fromBalance !== null) balances.set(moved.from, moved.fromBalance);
      if (moved.toBalance !== null) balances.set(moved.to, moved.toBalance);
    }
    const holdings = [...balances].flatMap(([holder, balance]) => (balance > 0n ? [{holder, balance}] : []));
    const paid = new Map(
      payouts.filter((one) => one.asset === asset && one.epoch === epoch).map(({holder, amount}) => [holder, amount]),
    );
    const split = splitOf(legs, holdings, paid, SAID.address);
    expect([split.residual, split.expectedDust, split.isDustBounded]).toEqual([0n, legs.dust, true]);
  }
});

law('net revenue to date falls by a loss that is said, and by nothing else', world, ({events}) => {
  const machine = new Machine();
  const before = new Map<string, bigint>();
  for (const block of blocksOf(events)) {
    machine.run(block);
    for (const assetId of Deals.IDS) {
      const asset = assetRowId(CHAIN_ID, assetId);
      const sum = netRevenue(flowsOf(machine, asset));
      const lost = block.some((one) => one.type === 'LossRealized' && one.assetId === assetId);
      expect(lost || sum >= (before.get(asset) ?? 0n)).toBe(true);
      before.set(asset, sum);
    }
  }
});

law('every asset has its credit along the way, and the classes add up to the portfolio', world, ({events}) => {
  const machine = new Machine();
  const blocks = blocksOf(events);
  for (let i = 0; i < blocks.length; i += 6) {
    const batch = blocks.slice(i, i + 6).flat();
    machine.run(batch);
    const at = batch.at(-1)?.meta.at ?? 0;
    const all = evidence(machine).map((one): Position => ({evidence: one, credit: assetCredit(one, at)}));
    const classes = ['GPU', 'ROBOTICS', 'DATA_CENTER'].map((name) =>
      all.filter(({evidence: {asset}}) => asset.assetClass === name),
    );
    const summed = (figure: (some: Position[]) => bigint): bigint =>
      classes.reduce((sum, one) => sum + figure(one), 0n);
    for (const column of SUMMED) expect(summed((some) => sumsOf(some)[column])).toBe(sumsOf(all)[column]);
    for (const i of [0, 1, 2]) {
      expect(summed((some) => delinquency(some)[i]?.amount ?? 0n)).toBe(delinquency(all)[i]?.amount);
    }
    const {paidIn, nav} = portfolioCredit(all, at).investment;
    expect(summed((some) => portfolioCredit(some, at).investment.paidIn)).toBe(paidIn);
    expect(nav).toBe(sumsOf(all).outstanding - sumsOf(all).unrealizedLoss);
  }
});
