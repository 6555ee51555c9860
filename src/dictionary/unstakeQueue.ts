import {QUEUE_EVENTS} from '../domain/withdrawalQueue';
import {each, nullable, plain, typesOf} from './definition';

const NO_AID = {NO_OBSERVATION: 'the chain has no AID'};
const NOTHING_PENDING = {NOT_APPLICABLE: 'nothing is pending'};
const CYCLE_0 = {NOT_APPLICABLE: 'cycle 0'};
const UNSETTLED = {NOT_APPLICABLE: 'before the settlement'};
const NO_BOOK = {NO_OBSERVATION: 'the book of the queue does not tell'};

export const queueTypes = typesOf('unstakeQueue', QUEUE_EVENTS, {
  UnstakeQueueAnswer: {
    pending: plain('AID wei'),
    pendingRequests: plain('count', 'open requests'),
    liquid: nullable('AID wei', NO_AID),
    coverage: nullable('fraction', {...NO_AID, ...NOTHING_PENDING}),
    coverageReason: nullable('-', {'-': 'coverage is known'}, 'reason of coverage'),
    pressure: nullable('fraction', {...NO_AID, NOT_APPLICABLE: 'nothing is pending, or the vault holds no AID'}),
    ...each(plain('-'), 'policy', 'policySource', 'cycles', 'policyMismatches', 'requests'),
    policyMaxDays: nullable('days', {NOT_APPLICABLE: 'the network sets no policy'}),
    oldestUnfilledSeconds: nullable('seconds', NOTHING_PENDING),
    exitConcentration: plain('-', 'shares of the largest owners and holders'),
  },
  CyclePart: {
    cycleId: plain('-', 'number of the cycle; 0 outside of every cycle'),
    ...each(plain('-'), 'status', 'policy', 'policySource', 'liquiditySources'),
    declaredPolicy: nullable('-', CYCLE_0),
    ...each(nullable('UTC', CYCLE_0), 'opensAt', 'cutoffAt', 'settlesAt'),
    settledAt: nullable('UTC', UNSETTLED),
    requestCount: plain('count'),
    ...each(nullable('AID wei', NO_BOOK), 'opening', 'requested', 'filled', 'filledBetween', 'cancelled', 'open'),
    ...each(nullable('AID wei', {...UNSETTLED, ...NO_BOOK}), 'rolled', 'residual'),
    ...each(nullable('AID wei', UNSETTLED), 'due', 'liquid'),
    fillRatio: nullable('fraction', {NOT_APPLICABLE: 'before the settlement, or nothing was due'}),
    daysToPay: nullable(
      'days',
      {NOT_APPLICABLE: 'without a payment'},
      'sum of AID paid x seconds waited / AID paid / 86,400',
    ),
    verdict: nullable('-', UNSETTLED, 'payments of the settlement against what the policy makes of the same sum'),
  },
  LiquiditySourcePart: {source: plain('-'), amount: plain('AID wei')},
  RequestPart: {
    requestId: plain('-', 'number of the request'),
    owner: plain('address', 'who asked and is paid'),
    cycleId: plain('-'),
    position: plain('count'),
    ...each(plain('AID wei'), 'ahead', 'quoted', 'remaining'),
    paid: plain('AID wei', 'sum of the fills'),
    shares: plain('sAID wei'),
    status: plain('-'),
    requestedAt: plain('UTC', 'time of the block'),
    eligibleFrom: plain('UTC'),
    eligibleTo: nullable(
      'UTC',
      {NOT_APPLICABLE: 'the policy promises nothing'},
      'by COHORT without a promise eligibleFrom',
    ),
    expectedWindow: nullable(
      'windows',
      {NO_OBSERVATION: 'the AID in the vault is not known, or does not reach'},
      'ahead + remaining <= AID in the vault; by PRO_RATA all that is pending',
    ),
    fills: plain('-', 'oldest first'),
  },
  QueueFillPart: {
    cycleId: plain('-'),
    ...each(plain('AID wei'), 'remaining'),
    paid: plain('AID wei'),
    waitedSeconds: plain('seconds'),
  },
  PolicyMismatchPart: {
    cycleId: plain('-', 'the cycle settled'),
    policy: plain('-'),
    deviations: plain('-', 'every payment that differs, in order of requests'),
  },
  PaymentDeviationPart: {
    requestId: plain('-', 'number of the request'),
    ...each(plain('AID wei'), 'paid', 'expected'),
  },
  ExitConcentrationPart: {
    topHolders: plain('count'),
    ...each(nullable('fraction', NOTHING_PENDING), 'pendingShare', 'pendingHhi'),
    sharesShare: nullable('fraction', {NOT_APPLICABLE: 'nobody holds shares'}),
    largestRequest: nullable('AID wei', NOTHING_PENDING),
    largestToLiquid: nullable('fraction', {...NO_AID, NOT_APPLICABLE: 'nothing is pending, or the vault holds no AID'}),
  },
});
