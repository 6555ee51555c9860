import {ObjectType} from 'type-graphql';
import {Amount, Count, OptionalRate, Part, Text} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'What one labelled account holds of a token'})
export class AccountHoldingPart {
  @Text()
  address!: string;

  @Text('As labelled, or as the network file calls the contract')
  name!: string;

  @Amount('In the smallest unit')
  amount!: bigint;
}

@ObjectType({description: 'What the accounts of a class hold of a token; the classes add up to the supply'})
export class ClassHoldingPart {
  @Text('AI_SERVICE, DEX, LENDING, EXCHANGE, BRIDGE, TREASURY, PROTOCOL or WALLET (everybody without a label)')
  class!: string;

  @Amount('In the smallest unit')
  amount!: bigint;

  @OptionalRate('amount / supply; null for a supply of nothing')
  share!: string | null;

  @Part(() => [AccountHoldingPart], 'The labelled accounts of the class that hold something; none for WALLET')
  accounts!: Promise<AccountHoldingPart[]> | AccountHoldingPart[];

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'What an AI service was paid in a period: transfers to it from other accounts'})
export class ServicePaymentsPart {
  @Text()
  address!: string;

  @Text('As labelled')
  name!: string;

  @Count()
  count!: number;

  @Amount('In the smallest unit')
  volume!: bigint;

  @Count('Distinct senders')
  payers!: number;

  @Count('Payments that name a reference')
  referencedCount!: number;

  @Amount('Their volume, in the smallest unit')
  referencedVolume!: bigint;
}
