import {ASSET_LINEAGE} from './assetLineage';
import {BACKING_LINEAGE} from './backingLineage';
import {BALANCE_LINEAGE} from './balanceLineage';
import type {LineageMetrics} from './metric';
import {NAV_LINEAGE} from './navLineage';
import {QUEUE_LINEAGE} from './queueLineage';
import {RATE_LINEAGE} from './rateLineage';
import {REVENUE_LINEAGE} from './revenueLineage';
import {SUPPLY_LINEAGE} from './supplyLineage';
import {USAGE_LINEAGE} from './usageLineage';

/** ▣ Every metric whose causes can be told, by its name: the answer, and the way to the field in it. */
export const LINEAGE: LineageMetrics = {
  ...BACKING_LINEAGE,
  ...SUPPLY_LINEAGE,
  ...NAV_LINEAGE,
  ...RATE_LINEAGE,
  ...QUEUE_LINEAGE,
  ...ASSET_LINEAGE,
  ...REVENUE_LINEAGE,
  ...USAGE_LINEAGE,
  ...BALANCE_LINEAGE,
};
