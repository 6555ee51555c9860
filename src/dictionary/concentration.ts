import {BACKING_EVENTS} from './backing';
import {each, nullable, plain, typesOf, type Nulls} from './definition';

const NO_SHARES: Nulls = {
  NO_OBSERVATION: 'reserves: no source can be read',
  STALE: 'reserves: a source is stale',
  PARTIAL: 'reserves: a source is not read',
  NOT_APPLICABLE: 'there is nothing to share, or a part is negative',
};
const UNNAMED: Nulls = {...NO_SHARES, PARTIAL: 'reserves: a source is not read, or a part has no name'};

const EVENTS = [...BACKING_EVENTS, 'UnstakeRequested', 'UnstakeFilled'] as const;

export const concentrationTypes = typesOf('concentration', EVENTS, {
  ConcentrationAnswer: {
    parts: plain('-', 'one for each way of naming'),
    largestPending: nullable('AID wei', {NOT_APPLICABLE: 'nothing is pending'}),
    nextWindowLiquidity: nullable('AID wei', {NOT_APPLICABLE: 'no chain has a vault'}),
    largestPendingToLiquidity: nullable('fraction', {NOT_APPLICABLE: 'nothing is pending, or the vaults hold no AID'}),
  },
  ConcentrationPart: {
    by: plain(
      '-',
      'COMPONENT, ASSET_CLASS and CUSTODIAN: reserves by value. AID_HOLDER, SAID_HOLDER: balances. QUEUE: AID owed to owners of requests',
    ),
    names: plain('count'),
    ...each(nullable('fraction', UNNAMED), 'hhi'),
    effectiveNames: nullable('names', UNNAMED),
    hhiLower: nullable('fraction', NO_SHARES, 'sum of the squares of the known shares'),
    hhiUpper: nullable('fraction', NO_SHARES, '(largest + unknown)^2 + squares of the other known shares'),
    ...each(nullable('fraction', NO_SHARES), 'top1', 'top3', 'top10', 'unknownShare'),
  },
});
