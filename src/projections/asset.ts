import {ASSET_EVENTS, assetKey, evolveAsset, type ComputeAssetRow} from '../domain/computeAsset';
import {HISTORY_EVENTS, historyFact, type ComputeAssetEventRow} from '../domain/computeAssetEvent';
import {factId} from '../domain/ids';
import {distributionFact, payoutFact, type RevenueDistributionRow, type RevenuePayoutRow} from '../domain/revenue';
import {ComputeAsset, ComputeAssetEvent, RevenueDistribution, RevenuePayout} from '../model';
import {projection} from './projection';

export const computeAsset = projection<ComputeAssetRow, (typeof ASSET_EVENTS)[number]>({
  name: 'computeAsset',
  version: 1,
  kind: 'state',
  entity: ComputeAsset,
  handles: ASSET_EVENTS,
  keys: (event) => [assetKey(event)],
  evolve: evolveAsset,
});

export const computeAssetEvent = projection<ComputeAssetEventRow, (typeof HISTORY_EVENTS)[number]>({
  name: 'computeAssetEvent',
  version: 1,
  kind: 'fact',
  entity: ComputeAssetEvent,
  handles: HISTORY_EVENTS,
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  evolve: (_row, event) => historyFact(event),
});

export const revenueDistribution = projection<RevenueDistributionRow, 'RevenueDistributed'>({
  name: 'revenueDistribution',
  version: 1,
  kind: 'fact',
  entity: RevenueDistribution,
  handles: ['RevenueDistributed'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  evolve: (_row, event) => distributionFact(event),
});

export const revenuePayout = projection<RevenuePayoutRow, 'RevenuePaid'>({
  name: 'revenuePayout',
  version: 1,
  kind: 'fact',
  entity: RevenuePayout,
  handles: ['RevenuePaid'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  evolve: (_row, event) => payoutFact(event),
});
