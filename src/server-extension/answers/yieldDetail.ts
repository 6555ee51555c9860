import {ObjectType} from 'type-graphql';
import {Amount, Count, OptionalAmount, OptionalCount, OptionalRate, OptionalTime, Part} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'Means of daily rates: 24-hour steps that end with the block asked about'})
export class YieldMeansPart {
  @OptionalRate("Mean of seven daily APRs, as Lido's SMA; null where a day holds no block")
  sma7Apr!: string | null;

  @Count('How many of the seven days have a rate')
  sma7Days!: number;

  @OptionalRate('Mean of 30 daily APYs weighted by time, over the days that have one; null without any')
  meanApy30d!: string | null;

  @OptionalRate('Part of the 30 days that those days cover, a fraction')
  coverage30d!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({
  description: 'How the price has moved: returns between NAV marks, and the deepest fall of the unstaking NAV',
})
export class YieldRiskPart {
  @Count('Returns between neighbouring marks')
  returns!: number;

  @OptionalRate('Mean return between two marks, a signed fraction, not annualised; null without one')
  meanReturn!: string | null;

  @OptionalRate('Sample deviation of those returns, not annualised; null under two')
  deviation!: string | null;

  @OptionalRate('Product of the mark returns of 365 days less 1, a signed fraction; null with less history')
  trailingYear!: string | null;

  @OptionalRate(
    'Deepest unstaking NAV over the highest before it, less 1: 0 or negative; null without an unstaking NAV',
  )
  maxDrawdown!: string | null;

  @OptionalTime('Of the price it fell from; null where it never fell')
  peakAt!: Date | null;

  @OptionalTime('Of the lowest price; null where it never fell')
  troughAt!: Date | null;

  @OptionalTime('When the price was back at its peak; null where it is not yet')
  recoveredAt!: Date | null;

  @OptionalCount('From the lowest price until it was back; null where it is not yet')
  recoverySeconds!: number | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({
  description:
    'What holders who left got: requests settled in the 365 days before the block, as one round trip. Instants are means weighted by the AID fixed at each request',
})
export class RealisedYieldPart {
  @Count('Requests settled, whose cost is known')
  requests!: number;

  @Count('Requests settled of which nobody knows what their shares had cost: left out')
  unknownRequests!: number;

  @Amount('sAID wei')
  shares!: bigint;

  @OptionalAmount('AID wei paid for the shares: entry staking NAV x shares, average cost per owner')
  cost!: bigint | null;

  @OptionalAmount('AID wei fixed at the requests')
  assets!: bigint | null;

  @OptionalRate('assets / cost - 1, a signed fraction')
  gain!: string | null;

  @OptionalRate('The same with the shares priced at the unstaking NAV of the payments; null where one was not known')
  gainAtSettlement!: string | null;

  @OptionalRate('(1 + gain)^(year / (requestedAt - entryAt)) - 1: the wait left out')
  apyHold!: string | null;

  @OptionalRate('(1 + gain)^(year / (paidAt - entryAt)) - 1')
  apyRealised!: string | null;

  @OptionalTime()
  entryAt!: Date | null;

  @OptionalTime()
  requestedAt!: Date | null;

  @OptionalTime()
  paidAt!: Date | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'What a share costs on the market beside what an exit gets'})
export class MarketDiscountPart {
  @OptionalRate(
    'AID per share: median of the sAID feeds over that of the AID feeds; null without both, or where they are stale',
  )
  price!: string | null;

  @OptionalRate('10,000 (1 - price / unstaking NAV), signed; null without a price')
  discountBps!: string | null;

  @OptionalCount('Mean wait of the requests settled in 365 days; null without any')
  waitSeconds!: number | null;

  @OptionalRate(
    '(unstaking NAV / price)^(year / waitSeconds) - 1: buy at the market, leave at the NAV; null without either',
  )
  impliedExitApy!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}
