import {NO_RESERVES, RESERVE_EVENTS} from './backing';
import {each, nullable, plain, typesOf, type Nulls} from './definition';

const NO_REPORT: Nulls = {
  NOT_APPLICABLE: 'a stablecoin: exact at every block',
  NO_OBSERVATION: 'before the first report',
};

const components = typesOf('backing', RESERVE_EVENTS, {
  ReserveComponentPart: {
    id: plain('-', 'chainId-address of the stablecoin or the feed'),
    kind: plain('-'),
    name: plain('-', 'name of the contract in the network file'),
    valueUsd: nullable(
      'USD',
      {NO_OBSERVATION: 'before the first report of a feed'},
      'stablecoin in custody at par; T-bills: newest report + moves to the custodian - moves from it since its valuation',
    ),
    share: nullable(
      'fraction',
      {...NO_RESERVES, NOT_APPLICABLE: 'the reserves come to 0'},
      'valueUsd / reservesUsd of the answer',
    ),
    ...each(nullable('bps', {NO_OBSERVATION: 'the network sets none at the block'}), 'haircutBps'),
    settlementDays: nullable('days', {NO_OBSERVATION: 'the network sets none at the block'}),
    provenance: plain('-', 'EVENT: transfers. ATTESTED: a report. DERIVED: a report and moves since'),
    evidence: plain(
      '-',
      'INDEPENDENT for a stablecoin; of T-bills the weakest of their slices in the newest usable statement, WEAK_LIVE_PROBE without one',
    ),
    custodian: nullable('-', {NO_OBSERVATION: 'a slice of the kind, or every statement, names nobody'}),
    asOf: nullable('UTC', {NO_OBSERVATION: 'before the first report of a feed'}, 'of a stablecoin the block'),
    publishedAt: nullable('UTC', NO_REPORT, 'block time of the newest report'),
    ...each(nullable('seconds', NO_REPORT), 'valuationAgeSeconds', 'publicationAgeSeconds', 'publicationLagSeconds'),
    stale: plain('-', 'valuationAgeSeconds over the age of the network file, 55 days where it names none'),
    publicationStale: nullable('-', {
      NOT_APPLICABLE: 'a stablecoin, or a feed without a promised heartbeat',
      NO_OBSERVATION: 'before the first report',
    }),
  },
});

const statements = typesOf('backing', ['ReportAttested'], {
  ReserveStatementPart: {
    asOf: plain('UTC'),
    accountant: nullable('-', {NOT_APPLICABLE: 'the statement names none'}, 'who examined it, as stated'),
    totalUsd: plain('USD'),
    liabilitiesAid: nullable('AID wei', {NO_OBSERVATION: 'the statement does not say'}),
    sumErrorPoints: nullable('points of a hundred', {NOT_APPLICABLE: 'the total is 0'}),
    state: plain('-'),
    slices: plain('-', 'as stated, in its order'),
    unknownShare: nullable('fraction', {
      PARTIAL: 'the state is FATAL',
      NOT_APPLICABLE: 'the slices come to 0',
    }),
  },
  StatedSlicePart: {
    ...each(plain('-'), 'kind'),
    name: plain('-', 'as stated'),
    valueUsd: plain('USD'),
    share: nullable('fraction', {PARTIAL: 'the state is FATAL', NOT_APPLICABLE: 'the slices come to 0'}),
    custodian: nullable('-', {NO_OBSERVATION: 'the statement names nobody'}, 'as stated'),
    evidence: plain('-', 'as stated: INDEPENDENT, STATIC_VALIDATED or WEAK_LIVE_PROBE'),
    settlementDays: plain('days'),
  },
});

export const reserveTypes = [...components, ...statements];
