import {ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Amount, Count, Flag, OptionalAmount, OptionalText, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ObjectType({description: 'A holder’s part of a distribution, AID wei'})
export class PayoutPart {
  @Text('Lower-case address; the vault’s part is the leg that goes to it')
  holder!: string;

  @Amount('Token units held at the distribution')
  balance!: bigint;

  @Amount('floor(net x balance / supply)')
  expected!: bigint;

  @OptionalAmount('What the distributor said it paid; null where it said nothing')
  observed!: bigint | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'One distribution of an asset’s revenue, split by token balance, AID wei'})
export class DistributionPart {
  @Text('Its record in the log')
  record!: string;

  @Text('bytes32')
  assetId!: string;

  @Amount('Number of the distribution of this asset, from 1')
  epoch!: bigint;

  @Time('Time of the block')
  at!: Date;

  @Count('Block')
  height!: number;

  @Amount('Net part: to vault, to holders and dust')
  net!: bigint;

  @Amount('Token units at the distribution')
  supply!: bigint;

  @Amount('As distributed: paid to the vault')
  dust!: bigint;

  @Amount('What flooring leaves of the net part')
  expectedDust!: bigint;

  @Flag('Dust is at most a wei for each holder')
  isDustBounded!: boolean;

  @Amount('Expected less observed over all holders: anything but 0 is a broken identity')
  residual!: bigint;

  @Part(() => [PayoutPart], 'Of all holders, or of the one asked for')
  payouts!: PayoutPart[];
}

@ObjectType({description: 'Who was paid what of the distributions, oldest first'})
export class PayoutsAnswer {
  @Part(() => [DistributionPart], 'In the order of the chain')
  distributions!: DistributionPart[];

  @OptionalText('Give it as cursor to go on; null where there are no more')
  nextCursor!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
