import fc from 'fast-check';
import {type Rate, ratio} from '../../domain/rates';
import type {VaultFlowRow} from '../../domain/vaultFlow';
import {attributeYield, type Attribution} from '../../domain/yieldAttribution';
import {navReconciliation, vaultFlow} from '../../projections/vaultBook';
import {world} from './history';
import {law} from './law';
import {machineAfter} from './machine';
import type {World} from './world';

interface Attributed extends Attribution {
  /** The flows that were attributed, and the vault before them */
  readonly counted: readonly VaultFlowRow[];
  readonly start: {readonly assets: bigint; readonly shares: bigint};
}

/** What an API does: the flows since the last mark of the whole book before a block, attributed from that block on. */
function attributed({events}: Pick<World, 'events'>, fromHeight: number): Attributed {
  const machine = machineAfter(events);
  const all = machine.rows(vaultFlow);
  const checks = machine.rows(navReconciliation);
  const isEarlier = ({effectiveHeight}: {effectiveHeight: number}): boolean => effectiveHeight <= fromHeight;
  const base = all.findLastIndex((flow) => flow.kind === 'MARK' && isEarlier(flow));
  const before = all.findLast((flow) => flow.totalAssets !== null && isEarlier(flow));
  const result = attributeYield({
    flows: all.slice(Math.max(base, 0)),
    reads: checks,
    fromHeight,
    accruedAtStart: checks.findLast(isEarlier)?.accrued ?? (fromHeight === 0 ? 0n : null),
  });
  return {
    ...result,
    counted: all.filter((flow) => !isEarlier(flow)),
    start: {assets: before?.totalAssets ?? 0n, shares: before?.totalShares ?? 0n},
  };
}

const sum = (flows: readonly VaultFlowRow[], ...kinds: readonly VaultFlowRow['kind'][]): bigint =>
  flows.filter(({kind}) => kinds.includes(kind)).reduce((total, {amount}) => total + amount, 0n);

const played = fc.record({played: world, cut: fc.nat(60)});

law(
  'the parts of the yield add up to what the book gained beyond its flows, to the wei',
  played,
  ({played: of, cut}) => {
    const {parts, whole, residual, counted, start} = attributed(of, cut);
    const end = counted.findLast(({totalAssets}) => totalAssets !== null)?.totalAssets ?? start.assets;
    const gained = end - start.assets - sum(counted, 'STAKE') + sum(counted, 'UNSTAKE', 'WITHDRAW');
    const holders = parts.filter(({kind}) => kind === 'EXIT' || kind === 'ROUNDING');
    expect(parts.reduce((total, {amount}) => total + amount, residual)).toBe(whole);
    expect(whole - holders.reduce((total, {amount}) => total + amount, 0n)).toBe(gained);
  },
);

law('per share they add up to the move of the price', played, ({played: of, cut}) => {
  const {parts, residualPerShare, counted, start} = attributed(of, cut);
  const last = counted.findLast(({totalAssets}) => totalAssets !== null);
  const priceOf = (assets: bigint, shares: bigint): Rate => ratio(assets + 1n, shares + 1n);
  const end = last === undefined ? start : {assets: last.totalAssets ?? 0n, shares: last.totalShares ?? 0n};
  const moved = priceOf(end.assets, end.shares).minus(priceOf(start.assets, start.shares));
  const total = parts.reduce((all, {perShare}) => all.plus(perShare), residualPerShare);
  expect(total.minus(moved).abs().lt('1e-20')).toBe(true);
});

law('what the vault’s readings confirm leaves no residual', played, ({played: of, cut}) => {
  if (of.chain.silentMarks.length > 0) return;
  const {parts, residual, unconfirmed} = attributed(of, cut);
  if (unconfirmed === 0) expect(residual).toBe(0n);
  const gifts = parts.filter(({kind, amount}) => kind === 'DONATION' && amount < 0n);
  expect(gifts).toEqual([]);
});

test('the histories hold every kind of part, and worlds confirmed in full', () => {
  const all = fc.sample(world, {numRuns: 60, seed: 9}).map((one) => attributed(one, 0));
  const kinds = new Set(all.flatMap(({parts}) => parts.map(({kind}) => kind)));
  expect([...kinds].sort()).toEqual(
    ['ACCRUAL', 'DONATION', 'EXIT', 'FEE', 'INCOME', 'LOSS', 'RESERVE_COVER', 'REVENUE', 'ROUNDING'].sort(),
  );
  expect(new Set(all.flatMap(({parts}) => parts.map(({source}) => source)))).toContain('TBILL');
  expect(all.filter(({unconfirmed, parts}) => unconfirmed === 0 && parts.length > 3).length).toBeGreaterThan(5);
});
