import {each, nullable, plain, typesOf, type Nulls} from './definition';

/** What the reserves, and how much of AID is owed, rest on. */
export const RESERVE_EVENTS = ['CustodyTransferred', 'TbillMoved', 'ReserveAnswered', 'ReportAttested'] as const;
export const BACKING_EVENTS = ['TokenTransferred', 'BridgeSent', 'BridgeReceived', ...RESERVE_EVENTS] as const;

export const NO_RESERVES: Nulls = {
  NO_OBSERVATION: 'no source can be read',
  STALE: 'every source is read and one is older than its age allowed',
  PARTIAL: 'a source is not read, or its valuation lies after asOf',
};
const OF_RESERVES: Nulls = {...NO_RESERVES, NOT_APPLICABLE: 'the reserves come to 0, or no source is registered'};
const UNKNOWN_SUPPLY = 'the supply of a chain is not known';
const NO_RATIO: Nulls = {
  ...NO_RESERVES,
  PARTIAL: `${NO_RESERVES.PARTIAL}, or ${UNKNOWN_SUPPLY}`,
  NOT_APPLICABLE: 'nothing is owed',
};
const UNDATED: Nulls = {
  NOT_APPLICABLE: 'no source is valued from time to time',
  NO_OBSERVATION: 'such a source was never reported',
};
const UNATTESTED: Nulls = {
  NO_OBSERVATION: 'no usable statement, and a feed without a report',
  PARTIAL: 'no usable statement, and the feeds report different instants',
};
const NO_BRIDGE: Nulls = {
  NOT_APPLICABLE: 'one chain and no bridge',
  NO_OBSERVATION: 'several chains, and one does not say which endpoint it is',
};

export const backingTypes = typesOf('backing', BACKING_EVENTS, {
  BackingAnswer: {
    ratio: nullable('fraction', NO_RATIO, 'reservesUsd / liabilities, an AID at a dollar'),
    ratioFloor: nullable('fraction', {
      NO_OBSERVATION: 'no source can be read',
      STALE: 'no source is fresh, all are read',
      PARTIAL: `no source is fresh, and one is not read; or ${UNKNOWN_SUPPLY}`,
      NOT_APPLICABLE: 'nothing is owed',
    }),
    haircutRatio: nullable(
      'fraction',
      {...NO_RATIO, NO_OBSERVATION: `${NO_RESERVES.NO_OBSERVATION}, or a component has no haircut in force`},
      'sum of value x (1 - haircut) / liabilities',
    ),
    attestedRatio: nullable('fraction', {
      ...UNATTESTED,
      INSUFFICIENT_HISTORY: 'the chain is not indexed that far back',
      PARTIAL: `${UNATTESTED.PARTIAL}; or ${UNKNOWN_SUPPLY} at the instant`,
      NOT_APPLICABLE: 'nothing was owed at the instant',
    }),
    attestedAt: nullable('UTC', UNATTESTED),
    attestedSource: nullable('-', UNATTESTED),
    statement: nullable('-', {NO_OBSERVATION: 'no statement is known'}),
    state: plain('-', 'COMPLETE, FLOOR, UNREADABLE or NO_LIABILITY: which of ratio and ratioFloor stand'),
    reason: nullable('-', {'-': 'there is a ratio'}),
    reservesUsd: nullable('USD', NO_RESERVES, 'stablecoins in custody at par + T-bills as reported and moved since'),
    liabilities: plain('AID wei', 'PARTIAL in reasons while the supply of a chain is not known: a part of it'),
    supplyByChain: plain('-', 'supply of each chain at its last block at or before asOf'),
    inFlight: nullable('AID wei', NO_BRIDGE),
    inFlightReason: nullable('-', {'-': 'inFlight is known'}, 'reason of inFlight'),
    components: plain('-', 'one part for every source registered'),
    hhi: nullable('fraction', OF_RESERVES),
    liquidShare: nullable('fraction', {
      ...OF_RESERVES,
      NO_OBSERVATION: `${NO_RESERVES.NO_OBSERVATION}, or a component has no settlement days in force`,
    }),
    evidence: plain('-', 'a part for each kind of evidence, also of nothing'),
    unknownShare: nullable('fraction', OF_RESERVES),
    ...each(nullable('seconds', UNDATED), 'valuationAgeSeconds', 'publicationAgeSeconds', 'publicationLagSeconds'),
    valuationStale: nullable('-', UNDATED),
    publicationStale: nullable('-', {
      NOT_APPLICABLE: 'no feed promises a heartbeat',
      NO_OBSERVATION: 'nothing stale, and a feed was never reported',
    }),
    mintHeadroom: nullable(
      'AID wei',
      {NO_OBSERVATION: 'no source can be read', PARTIAL: `a source is not read, or ${UNKNOWN_SUPPLY}`},
      'max(0, limit - liabilities) under the margin in force; 0 where reserves are STALE, or negative (NOT_APPLICABLE)',
    ),
    mintHeadroomReason: nullable('-', {'-': 'the headroom is computed'}),
    ...each(plain('-'), 'mintMargin', 'mintHeadroomByMode', 'liquidityCoverage'),
    peg: nullable('-', {NOT_APPLICABLE: 'the network registers no price feed of AID'}),
  },
  MintHeadroomPart: {
    mode: plain('-', 'reserves as they are; less a percentage or an amount (POSITIVE); plus one (NEGATIVE)'),
    limit: nullable(
      'AID wei',
      {...NO_RESERVES, NOT_APPLICABLE: 'the reserves are negative'},
      'reserves (USD at par) with the margin; percentages floored',
    ),
    headroom: nullable('AID wei', {
      NO_OBSERVATION: 'no source can be read',
      PARTIAL: `a source is not read, or ${UNKNOWN_SUPPLY}`,
    }),
    reason: nullable('-', {'-': 'the headroom is computed'}),
  },
  LiquidityCoveragePart: {
    horizonDays: plain('days', '1, 7 or 30'),
    demand: plain(
      '-',
      'PENDING: owed to unstake requests. PENDING_PLUS_FREE: and the part asked about of AID outside the vaults. ALL: liabilities',
    ),
    demandAid: nullable('AID wei', {PARTIAL: UNKNOWN_SUPPLY}),
    settlingUsd: nullable(
      'USD',
      {
        NO_OBSERVATION: 'a component has no settlement days in force, or one that settles in time no haircut',
        STALE: 'a component that settles in time is stale',
        PARTIAL: 'a component that settles in time is not read',
      },
      'sum of value x (1 - haircut) of the components with settlementDays <= horizonDays',
    ),
    coverage: nullable('fraction', {
      NO_OBSERVATION: 'as settlingUsd',
      STALE: 'as settlingUsd',
      PARTIAL: `as settlingUsd, or ${UNKNOWN_SUPPLY}`,
      NOT_APPLICABLE: 'the demand is 0',
    }),
  },
  EvidenceSharePart: {
    evidence: plain('-', 'INDEPENDENT, STATIC_VALIDATED or WEAK_LIVE_PROBE'),
    share: nullable('fraction', OF_RESERVES, 'value of the components with this evidence / reservesUsd'),
  },
});
