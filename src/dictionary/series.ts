import {each, nullable, plain, typesOf} from './definition';

const BEFORE_FIRST = {NO_OBSERVATION: 'before the first value of the series'};
const LEVEL_ONLY = {...BEFORE_FIRST, NOT_APPLICABLE: 'a lifetime sum'};
const UNIT = 'unit of the series';

const EVENTS = [
  'TokenTransferred',
  'CustodyTransferred',
  'TbillMoved',
  'ReserveAnswered',
  'Staked',
  'UnstakeRequested',
  'UnstakeFilled',
  'NavMarked',
  'NavObserved',
  'CapitalDeployed',
  'CapitalReturned',
  'RevenueDistributed',
] as const;

export const seriesTypes = typesOf('series', EVENTS, {
  SeriesAnswer: {
    ...each(plain('-'), 'name', 'unit', 'points'),
    assetId: nullable('bytes32', {NOT_APPLICABLE: 'a series of the whole chain'}),
  },
  SeriesPoint: {
    open: nullable(UNIT, BEFORE_FIRST, 'a change at that very second counts'),
    high: nullable(UNIT, LEVEL_ONLY),
    low: nullable(UNIT, LEVEL_ONLY),
    close: nullable(UNIT, BEFORE_FIRST),
    mean: nullable(UNIT, LEVEL_ONLY, 'sum of value x seconds / seconds with a value'),
    change: nullable(UNIT, BEFORE_FIRST),
    count: nullable('blocks', {NOT_APPLICABLE: 'a lifetime sum'}),
    isPartial: plain('-', 'the newest block known lies before the last second of the bucket'),
  },
});
