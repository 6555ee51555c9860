import 'reflect-metadata';
export {AssetsResolver} from './assets';
export {BackingResolver} from './backing';
export {BackingHistoryResolver} from './backingHistory';
export {IndexingStatusResolver} from './indexingStatus';
export {RevenueDistributionResolver} from './revenueDistribution';
export {StakingYieldResolver} from './stakingYield';
export {StakingYieldHistoryResolver} from './stakingYieldHistory';
export {SupplyResolver} from './supply';
