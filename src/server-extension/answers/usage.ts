import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, Count, Flag, OptionalAmount, OptionalCount, OptionalRate, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';
import {ClassHoldingPart, ServicePaymentsPart} from './usageParts';

@ObjectType({isAbstract: true})
abstract class Usage {
  @Text('AID, SAID or the asset id')
  token!: string;

  @Text('Contract of the token')
  address!: string;

  @Amount('On the chain asked about, in the smallest unit')
  supply!: bigint;

  @Part(() => [ClassHoldingPart], 'By class, in a fixed order; the amounts add up to supply')
  holdings!: ClassHoldingPart[];

  @OptionalAmount('AID held by the sAID vault; null for other tokens and without a vault')
  staked!: bigint | null;

  @OptionalRate('staked / supply')
  stakedShare!: string | null;

  @Amount('Held by accounts of the classes DEX and LENDING; AID behind sAID there is not in it')
  defi!: bigint;

  @OptionalRate('defi / supply')
  defiShare!: string | null;

  @OptionalAmount(
    'AID value at the staking NAV, floored as the contract does, of the sAID held by DEX and LENDING: a part of it is lent ' +
      'and exists as no AID; null for other tokens, without a vault, and before its book was read',
  )
  defiBehindSaid!: bigint | null;

  @Amount('Held by AI services')
  paid!: bigint;

  @OptionalRate('paid / supply')
  paidShare!: string | null;

  @Amount('Held by accounts without a label')
  idle!: bigint;

  @OptionalRate('idle / supply')
  idleShare!: string | null;

  @OptionalAmount(
    'Moved between accounts in the 30 days to the block, without mints, burns and legs between contracts of the protocol; ' +
      'null where they began before the first block held',
  )
  volume30d!: bigint | null;

  @OptionalAmount('Time-weighted mean of the supply over the same days, floored; null as volume30d')
  meanSupply30d!: bigint | null;

  @OptionalRate(
    'volume30d over that mean: how often the supply changed hands in 30 days; null as these, or without supply',
  )
  velocity!: string | null;

  @OptionalCount(
    'Distinct senders and receivers in the day to the block; null where it began before the first block held',
  )
  activeAccounts1d!: Promise<number | null> | null;

  @OptionalCount('The same for 7 days')
  activeAccounts7d!: Promise<number | null> | null;

  @OptionalCount('The same for 30 days')
  activeAccounts30d!: Promise<number | null> | null;

  @Count('Accounts that hold something')
  holderCount!: number;

  @OptionalRate("Sum of the squares of the holders' shares, exact; null without supply")
  hhi!: string | null;

  @OptionalRate('1 / hhi')
  effectiveHolders!: string | null;

  @OptionalRate('Share of the ten largest holders; null without supply')
  top10Share!: Promise<string | null> | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}

@ObjectType({description: 'Who holds a token and what moves, on one chain, as of a block'})
export class UsageAnswer extends Usage {
  @Part(() => [ServicePaymentsPart], 'Of every labelled AI service, in the 30 days to the block')
  payments30d!: Promise<ServicePaymentsPart[]>;

  @Part(() => [ServicePaymentsPart], 'Of every labelled AI service, since the first block')
  paymentsToDate!: Promise<ServicePaymentsPart[]>;
}

@ObjectType({description: 'The usage as of the last block before the end of a UTC bucket, and what moved in it'})
export class UsagePoint extends Usage {
  @Amount('Moved between accounts in the bucket, without mints, burns and legs between contracts of the protocol')
  volume!: bigint;

  @Count('Distinct senders and receivers in the bucket')
  activeAccounts!: number;

  @Count('Payments to AI services in the bucket')
  paymentCount!: Promise<number>;

  @Amount('Their volume, in the smallest unit')
  paymentVolume!: Promise<bigint>;

  @Count('Distinct senders of payments in the bucket')
  payerCount!: Promise<number>;

  @Part(() => [ServicePaymentsPart], 'Of every AI service that was paid in the bucket')
  payments!: Promise<ServicePaymentsPart[]>;

  @Time()
  start!: Date;

  @Time('Exclusive')
  end!: Date;

  @Flag('Nothing moved in the bucket: the state before it')
  isCarried!: boolean;
}
