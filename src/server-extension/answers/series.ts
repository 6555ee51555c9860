import {ArgsType, Field, Int, ObjectType} from 'type-graphql';
import {AsOf} from './asOf';
import {Flag, OptionalAmount, OptionalCount, OptionalText, Part, Text, Time} from './fields';
import {HistoryArgs} from './history';
import {FieldReasonPart} from './reasons';

@ArgsType()
export class SeriesArgs extends HistoryArgs {
  @Field(() => String, {description: 'Name of the series'})
  name!: string;

  @Field(() => String, {nullable: true, description: 'For series of one asset: its id, bytes32'})
  assetId?: string | null;

  @Field(() => Int, {nullable: true, description: 'By default the chain with the sAID vault'})
  chainId?: number | null;
}

@ObjectType({description: 'A series in one UTC half-open bucket, in the unit of the series'})
export class SeriesPoint {
  @Time()
  start!: Date;

  @Time('Exclusive')
  end!: Date;

  @OptionalAmount("At the bucket's first instant; null before the first value")
  open!: bigint | null;

  @OptionalAmount('Highest value that lasted a second or more; null for a lifetime sum')
  high!: bigint | null;

  @OptionalAmount('Lowest value that lasted a second or more; null for a lifetime sum')
  low!: bigint | null;

  @OptionalAmount('At the last block seen before the end')
  close!: bigint | null;

  @OptionalAmount('Weighted by the seconds each value held, half-even to the unit; null for a lifetime sum')
  mean!: bigint | null;

  @OptionalAmount('close - open, signed: what flowed in the bucket for a lifetime sum')
  change!: bigint | null;

  @OptionalCount('Blocks of the bucket that changed the level; null for a lifetime sum')
  count!: number | null;

  @Flag('Nothing changed in the bucket: the state before it')
  isCarried!: boolean;

  @Flag('The newest block known lies inside the bucket: it is not over')
  isPartial!: boolean;

  @Part(() => [FieldReasonPart], 'Why fields are null')
  reasons!: FieldReasonPart[];
}

@ObjectType({
  description: 'A level (open, high, low, close, mean) or a lifetime sum (what flowed) of one chain, by bucket',
})
export class SeriesAnswer {
  @Text('Name of the series')
  name!: string;

  @Text('Unit of every value')
  unit!: string;

  @OptionalText('bytes32; null for a series of the whole chain')
  assetId!: string | null;

  @Part(() => [SeriesPoint], 'One per bucket, without a gap')
  points!: SeriesPoint[];

  @Part(() => [FieldReasonPart], 'Why fields are null')
  reasons!: FieldReasonPart[];

  @Part(() => AsOf, 'The newest block the series rests on')
  asOf!: AsOf;

  @Text()
  methodologyVersion!: string;
}
