import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, OptionalAmount, OptionalRate, OptionalText, OptionalTime, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'A request from the entry of its shares to its last payment; rates are signed fractions'})
export class RoundTripPart {
  @Amount('Number of the request')
  requestId!: bigint;

  @Text('Address in lower-case hex')
  owner!: string;

  @Amount('sAID wei')
  shares!: bigint;

  @OptionalAmount('AID wei paid for the shares, average cost of the owner; null where nobody knows')
  cost!: bigint | null;

  @Amount('AID wei fixed at the request')
  assets!: bigint;

  @OptionalRate('cost / shares: the staking NAV paid, AID per share')
  entryNav!: string | null;

  @OptionalRate('assets / shares: the unstaking NAV of the request, AID per share')
  exitNav!: string | null;

  @OptionalRate('Unstaking NAV at the payments, weighted by them, AID per share; null where one was not known')
  settlementNav!: string | null;

  @OptionalTime('Share-weighted mean of the entries')
  entryAt!: Date | null;

  @Time()
  requestedAt!: Date;

  @Time('Mean of the payments, weighted by them')
  paidAt!: Date;

  @Time('The last payment')
  settledAt!: Date;

  @OptionalRate('From entry to request')
  daysHeld!: string | null;

  @OptionalRate('From request to payment')
  daysWaited!: string | null;

  @OptionalRate('R = exitNav / entryNav - 1')
  gain!: string | null;

  @OptionalRate('settlementNav / entryNav - 1')
  gainAtSettlement!: string | null;

  @OptionalRate('(1 + R)^(year / held) - 1')
  apyHold!: string | null;

  @OptionalRate('(1 + R)^(year / (held + waited)) - 1')
  apyRealised!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Settled requests in the order of their settlement'})
export class RoundTripsAnswer {
  @Part(() => [RoundTripPart])
  trips!: RoundTripPart[];

  @OptionalText('Give it as cursor for the next page; null on the last')
  nextCursor!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
