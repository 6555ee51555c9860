import {VAULT_EVENTS} from '../domain/stakingVault';
import {each, nullable, plain, typesOf, type Nulls} from './definition';

const UNREAD: Nulls = {NO_OBSERVATION: 'the vault was never read', REVERTED: 'the view reverted'};
const NO_MARKS: Nulls = {
  INSUFFICIENT_HISTORY: 'fewer marks than that, or less than a day between the two',
  MARK_OVERDUE: 'the next mark is overdue by the cadence and grace of the network, 30 and 5 days where it sets none',
  NOT_APPLICABLE: 'the earlier NAV is 0',
};
const NO_SPAN: Nulls = {
  ...UNREAD,
  INSUFFICIENT_HISTORY: 'no price at the start, or less than a day since',
  NOT_APPLICABLE: 'the price at the start is 0',
};
export const NO_TRIP: Nulls = {
  NO_OBSERVATION: 'no request was settled in the 365 days',
  PARTIAL: 'of none of them it is known what its shares had cost',
};
const NO_GAIN: Nulls = {...NO_TRIP, NOT_APPLICABLE: 'the shares had cost nothing'};
const NO_APY: Nulls = {...NO_GAIN, INSUFFICIENT_HISTORY: 'less than a day between the two instants'};
const NO_EXIT: Nulls = {NO_OBSERVATION: 'no unstaking NAV was ever read'};
const NO_FALL: Nulls = {...NO_EXIT, NOT_APPLICABLE: 'the price never fell'};
const NOT_BACK: Nulls = {...NO_FALL, INSUFFICIENT_HISTORY: 'the price is not back yet'};

const NO_MARKET: Nulls = {
  NO_OBSERVATION: 'no feed of one of the tokens ever answered',
  STALE: 'every answer of one of the tokens is older than its feed allows',
  NOT_APPLICABLE: 'AID is priced at 0',
};
const NO_DISCOUNT: Nulls = {
  NO_OBSERVATION: `${NO_MARKET.NO_OBSERVATION}, or the unstaking NAV was never read`,
  REVERTED: 'the view of the unstaking NAV reverted',
  NOT_APPLICABLE: 'AID is priced at 0, or the unstaking NAV is 0',
};

export const stakingYieldTypes = typesOf('stakingYield', [...VAULT_EVENTS, 'RevenueDistributed', 'PriceAnswered'], {
  StakingYieldAnswer: {
    ...each(nullable('AID per share', UNREAD), 'stakingNav', 'unstakingNav'),
    navGapBps: nullable('bps', {...UNREAD, NOT_APPLICABLE: 'the staking NAV is 0'}),
    unrealizedLoss: nullable(
      'AID wei',
      UNREAD,
      'as the vault says, else floor((staking - unstaking NAV) x totalShares); positive is a loss',
    ),
    totalAssets: nullable('AID wei', UNREAD),
    totalShares: plain('sAID wei'),
    markApy: plain('-', 'over 1, 3, 6 and 12 marks; of marks less than 24 h apart the last counts'),
    windows: plain('-', 'one part for each window'),
    breakevenDays: nullable(
      'days',
      {...UNREAD, ...NO_MARKS, NOT_APPLICABLE: 'the APY is not positive, or a NAV is 0'},
      'days of the year x ln(S / U) / ln(1 + APY)',
    ),
    realisedApy: nullable('fraction a year', NO_APY),
    realisedApyReason: nullable('-', {'-': 'realisedApy is known'}),
    realised: plain('-', 'the same with all it rests on'),
    nextMarkExpectedAt: nullable('UTC', {NO_OBSERVATION: 'before the first mark'}),
    means: plain('-', 'means of daily rates'),
    risk: plain('-', 'how far the price moved'),
    reconciliation: nullable('-', {NO_OBSERVATION: 'no mark was read yet'}),
    discountBps: nullable('bps', {...NO_MARKET, ...NO_DISCOUNT}),
    market: plain('-', 'the same with all it rests on'),
    accrualRate: nullable('fraction a year', {NOT_APPLICABLE: 'the vault vests nothing'}),
    compat: plain('-', 'yields as others compute them'),
  },
  MarkApyPart: {
    marks: plain('count'),
    value: nullable('fraction a year', NO_MARKS),
    reason: nullable('-', {'-': 'value is known'}),
    ...each(nullable('UTC', NO_MARKS), 'from', 'to'),
    flags: plain(
      '-',
      'SPIKE: above 0.02 and more than the size of the base above it. NEG_TREND: more than 30 % of it below. DIVERGENT: more than twice it away',
    ),
  },
  WindowYieldPart: {
    window: plain('-'),
    ...each(nullable('fraction a year', NO_SPAN), 'apr', 'apy', 'grossApr'),
    feesPerShare: nullable('AID per share', NO_SPAN, 'sum of fees / the shares there were at each payment'),
    reason: nullable('-', {'-': 'apr is known'}),
    block0: nullable('block', NO_SPAN),
    block1: nullable('block', {'-': 'never'}),
    dtSeconds: nullable('seconds', NO_SPAN),
    flags: plain('-', 'as of the APY of marks'),
  },
  CompatYieldPart: {
    name: plain('-'),
    value: nullable('fraction a year', NO_SPAN),
    formula: plain('-'),
    reason: nullable('-', {'-': 'value is known'}),
  },
  YieldMeansPart: {
    sma7Apr: nullable('fraction a year', {INSUFFICIENT_HISTORY: 'a day of the seven has no rate'}),
    sma7Days: plain('days'),
    meanApy30d: nullable('fraction a year', {INSUFFICIENT_HISTORY: 'no day has a rate'}),
    coverage30d: nullable('fraction', {'-': 'never'}),
  },
  YieldRiskPart: {
    returns: plain('count'),
    meanReturn: nullable('fraction', {INSUFFICIENT_HISTORY: 'no two marks'}),
    deviation: nullable('fraction', {INSUFFICIENT_HISTORY: 'fewer than two returns'}),
    trailingYear: nullable('fraction', {
      INSUFFICIENT_HISTORY: 'no mark is 365 days old',
      NOT_APPLICABLE: 'the NAV of that mark is 0',
    }),
    maxDrawdown: nullable('fraction', NO_EXIT),
    ...each(nullable('UTC', NO_FALL), 'peakAt', 'troughAt'),
    recoveredAt: nullable('UTC', NOT_BACK),
    recoverySeconds: nullable('seconds', NOT_BACK),
  },
  MarketDiscountPart: {
    price: nullable(
      'AID per share',
      NO_MARKET,
      'medians of the answers that are not too old; rounded half-even to wei',
    ),
    discountBps: nullable('bps', {...NO_MARKET, ...NO_DISCOUNT}),
    waitSeconds: nullable('seconds', {NO_OBSERVATION: 'no request was settled whose cost is known'}),
    impliedExitApy: nullable('fraction a year', {
      ...NO_MARKET,
      ...NO_DISCOUNT,
      NO_OBSERVATION: 'waitSeconds or discountBps is not known',
    }),
  },
  RealisedYieldPart: {
    ...each(plain('count'), 'requests', 'unknownRequests'),
    shares: plain('sAID wei', 'of the requests whose cost is known'),
    ...each(nullable('AID wei', NO_TRIP), 'cost', 'assets'),
    gain: nullable('fraction', NO_GAIN),
    gainAtSettlement: nullable('fraction', {
      ...NO_GAIN,
      NO_OBSERVATION: `${NO_TRIP.NO_OBSERVATION}, or the unstaking NAV of a payment is not known`,
    }),
    ...each(nullable('fraction a year', NO_APY), 'apyHold', 'apyRealised'),
    entryAt: nullable('UTC', NO_TRIP, 'mean of the entries'),
    requestedAt: nullable('UTC', NO_TRIP, 'mean of the requests'),
    paidAt: nullable('UTC', NO_TRIP, 'mean of the payments'),
  },
});
