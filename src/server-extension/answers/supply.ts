import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, Count, OptionalAmount, OptionalText, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType()
export class ChainSupplyPart {
  @Count()
  chainId!: number;

  @Text()
  network!: string;

  @Amount('AID wei')
  supply!: bigint;

  @Count("The chain's last block at or before the instant asked about")
  height!: number;

  @Time()
  timestamp!: Date;
}

@ObjectType({description: 'AID minted and burned for one cause'})
export class CausePart {
  @Text()
  cause!: string;

  @Amount('AID wei')
  minted!: bigint;

  @Amount('AID wei')
  burned!: bigint;
}

@ObjectType({description: 'Supply of AID over all chains indexed, in wei'})
export class SupplyAnswer {
  @Amount()
  total!: bigint;

  @Part(() => [ChainSupplyPart])
  byChain!: ChainSupplyPart[];

  @OptionalAmount('Sent over a bridge and not yet received')
  inFlight!: bigint | null;

  @OptionalText()
  inFlightReason!: string | null;

  @Amount('Minted since the first block')
  minted!: bigint;

  @Amount('Burned since the first block')
  burned!: bigint;

  @Part(() => [CausePart], 'Empty, with a reason, where the causes are not known exactly')
  byCause!: CausePart[];

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
