import * as distributor from '../../abi/revenueDistributor';
import type {ComputeAssetRow} from '../../domain/computeAssetRow';
import {contractRowId} from '../../domain/ids';
import {assetsBeforeRegistration} from '../earlyAssets';
import {noFlows, revenueFacts, type RevenueFacts} from '../revenueFacts';
import type {Scope, Subject} from '../subject';

const {epochOf, pendingOf, reserveFund} = distributor.functions;
const REVENUE = 0;
const PASS_THROUGH = 1;

/**
 * What the distributor counts itself: distributions of an asset, what it received and has not distributed yet, and the
 * reserve fund. Its lifetime sums have no view: they are what was received, by the facts, less what is pending.
 */
export const revenue: Subject = {
  name: 'revenue',
  async audit(scope) {
    const [contract, ...others] = scope.contracts('revenueDistributor');
    if (contract === undefined) return;
    const id = contractRowId(scope.network.chainId, contract.address);
    if (others.length > 0) {
      scope.skip(
        {projection: 'computeAsset', row: id, field: 'cumulativeGross'},
        'several distributors share the rows',
      );
      return;
    }
    const facts = await revenueFacts(scope);
    const early = await assetsBeforeRegistration(scope);
    const rows = new Map((await scope.held.versions<ComputeAssetRow>('computeAsset')).map(({key, row}) => [key, row]));
    const all = [...facts.values()];
    const fund = scope.ask(contract.address, reserveFund, {});
    scope.compareAll('assetCashFlow', id, {
      'RESERVE - RESERVE_DRAWN': [sum(all, (one) => one.reserve - one.drawn), fund],
    });
    scope.compareAll('revenueDistribution', id, {
      'reserveContribution - RESERVE_DRAWN': [sum(all, (one) => one.reserveContribution - one.drawn), fund],
    });
    for (const asset of new Set([...rows.keys(), ...facts.keys()])) {
      const row = early.has(asset) ? undefined : rows.get(asset);
      auditAsset(scope, contract.address, asset, facts.get(asset) ?? noFlows(asset), row);
      if (row === undefined) {
        const reason = early.has(asset) ? 'revenue came before the registration' : 'the asset is not registered';
        scope.skip({projection: 'computeAsset', row: asset, field: 'cumulativeGross'}, reason);
      }
    }
    if (early.size > 0) return;
    const unregistered = all.filter(({asset}) => !rows.has(asset));
    const set =
      sum([...rows.values()], (row) => row.cumulativeReserveContribution - row.cumulativeReserveDrawn) +
      sum(unregistered, (one) => one.reserve - one.drawn);
    scope.compareAll('computeAsset', id, {'cumulativeReserveContribution - cumulativeReserveDrawn': [set, fund]});
  },
};

const sum = <T>(items: readonly T[], of: (item: T) => bigint): bigint => items.reduce((all, one) => all + of(one), 0n);

function auditAsset(
  scope: Scope,
  address: string,
  asset: string,
  facts: RevenueFacts,
  row: ComputeAssetRow | undefined,
): void {
  const assetId = asset.slice(asset.indexOf('-') + 1);
  const epochs = scope.ask(address, epochOf, {assetId});
  const revenuePending = scope.ask(address, pendingOf, {assetId, kind: REVENUE});
  const costsPending = scope.ask(address, pendingOf, {assetId, kind: PASS_THROUGH});
  const passedOn = costsPending.then((pending) => facts.costs - pending);
  const gross = Promise.all([revenuePending, passedOn]).then(([pending, costs]) => facts.received - pending + costs);
  scope.compareAll('revenueDistribution', asset, {
    'number of rows': [facts.count, epochs],
    'newest epoch': [facts.newestEpoch, epochs],
    'sum of gross': [facts.gross, gross],
    'sum of legs': [facts.legs, gross],
    'sum of passThrough': [facts.passThrough, passedOn],
  });
  scope.compareAll('assetCashFlow', asset, {'sum of what was paid on': [facts.paidOn, gross]});
  if (row === undefined) return;
  scope.compareAll('computeAsset', asset, {
    distributionCount: [row.distributionCount, epochs],
    cumulativeGross: [row.cumulativeGross, gross],
    cumulativePassThrough: [row.cumulativePassThrough, passedOn],
    'sum of legs': [legsOf(row), gross],
  });
}

/** The waterfall: gross is the sum of these (domain.md 7.8). */
const legsOf = (row: ComputeAssetRow): bigint =>
  row.cumulativePassThrough +
  row.cumulativeProtocolFee +
  row.cumulativePerformanceFee +
  row.cumulativeReserveContribution +
  row.cumulativeNetToVault +
  row.cumulativePaidToHolders +
  row.cumulativeDust;
