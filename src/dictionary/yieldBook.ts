import {BOOK_EVENTS} from '../domain/vaultBook';
import {VAULT_EVENTS} from '../domain/stakingVault';
import {each, nullable, plain, typesOf, type Nulls} from './definition';

const UNCOSTED: Nulls = {PARTIAL: 'it is not known what the shares had cost'};
const NO_GAIN: Nulls = {...UNCOSTED, NOT_APPLICABLE: 'the shares had cost nothing'};
const NO_APY: Nulls = {...NO_GAIN, INSUFFICIENT_HISTORY: 'less than a day between the two instants'};
const UNSETTLED: Nulls = {NO_OBSERVATION: 'the unstaking NAV of a payment is not known'};
const UNTOLD = {REVERTED: 'the vault does not tell its accrued income'};
const NO_PRICE = {NO_OBSERVATION: 'it was not known'};

export const yieldBookTypes = [
  ...typesOf('navBook', VAULT_EVENTS, {
    NavIntervalsAnswer: {intervals: plain('-', 'one page; changes of one instant give intervals of no length')},
    NavIntervalPart: {
      id: plain('-'),
      ...each(nullable('AID per share', {REVERTED: 'the view reverts'}), 'stakingNav', 'unstakingNav'),
      totalShares: plain('sAID wei'),
      ...each(plain('block'), 'block', 'knownAtBlock'),
      validFrom: plain('UTC'),
      validTo: nullable('UTC', {NOT_APPLICABLE: 'the price still holds'}),
      provenance: plain('-'),
      txHash: nullable('-', {NOT_APPLICABLE: 'a reading'}),
    },
  }),
  ...typesOf('navBook', BOOK_EVENTS, {
    NavReconciliationsAnswer: {reconciliations: plain('-', 'one page')},
    NavReconciliationPart: {
      ...each(plain('AID wei'), 'totalAssets', 'held', 'owed', 'outstanding', 'waiting'),
      ...each(nullable('AID wei', UNTOLD), 'accrued', 'residual'),
      block: plain('block'),
    },
  }),
  ...typesOf('roundTrips', BOOK_EVENTS, {
    RoundTripsAnswer: {trips: plain('-', 'one page; years of 365 days')},
    RoundTripPart: {
      requestId: plain('-'),
      owner: plain('address'),
      shares: plain('sAID wei'),
      cost: nullable('AID wei', UNCOSTED),
      assets: plain('AID wei'),
      entryNav: nullable('AID per share', {...UNCOSTED, NOT_APPLICABLE: 'no shares'}),
      exitNav: nullable('AID per share', {NOT_APPLICABLE: 'no shares'}),
      settlementNav: nullable('AID per share', UNSETTLED),
      entryAt: nullable('UTC', UNCOSTED),
      requestedAt: plain('UTC', 'time of the request'),
      ...each(plain('UTC'), 'paidAt', 'settledAt'),
      daysHeld: nullable('days', UNCOSTED),
      daysWaited: nullable('days', {'-': 'never'}),
      gain: nullable('fraction', NO_GAIN),
      gainAtSettlement: nullable('fraction', {...NO_GAIN, ...UNSETTLED}),
      ...each(nullable('fraction a year', NO_APY), 'apyHold', 'apyRealised'),
    },
  }),
  ...typesOf('yieldAttribution', [...BOOK_EVENTS, 'RevenueDistributed'], {
    YieldAttributionAnswer: {
      ...each(nullable('AID per share', NO_PRICE), 'navStart', 'navEnd'),
      startAt: nullable('UTC', {NO_OBSERVATION: 'before the first price'}),
      endAt: plain('UTC'),
      parts: plain('-'),
      ...each(plain('AID wei'), 'whole', 'residual', 'waiting', 'priceYield'),
      residualPerShare: nullable('AID per share', {NO_OBSERVATION: 'navStart or navEnd is not known'}),
      unconfirmedMarks: plain('count'),
    },
    AttributionPart: {
      ...each(plain('-'), 'source', 'kind'),
      assetId: nullable('bytes32', {NOT_APPLICABLE: 'no asset is behind it'}),
      amount: plain('AID wei'),
      perShare: nullable('AID per share', {'-': 'never'}),
    },
  }),
];
