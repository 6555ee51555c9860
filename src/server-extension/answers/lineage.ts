import {ArgsType, Field, Int, ObjectType} from 'type-graphql';
import {AsOf, AsOfInput} from './asOf';
import {Count, OptionalCount, OptionalText, Part, Text, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ArgsType()
export class LineageArgs {
  @Field(() => String, {description: 'Answer and field, as backing.ratio; a wrong name is refused with the list'})
  metric!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Asset id; AID, SAID or an asset id for usage; token:account for balance; nothing for the rest',
  })
  key?: string | null;

  @Field(() => AsOfInput, {nullable: true})
  asOf?: AsOfInput | null;

  @Field(() => Int, {nullable: true, description: '1 to 1000, by default 100'})
  limit?: number | null;

  @Field(() => String, {nullable: true, description: 'nextCursor of the page before'})
  cursor?: string | null;
}

@ObjectType({description: 'A piece of the log as the chain or a report holds it, by what finds it there'})
export class LineageRecordPart {
  @Text('Of the EventRecord, which has topics and data')
  id!: string;

  @Text('LOG, READING or REPORT')
  kind!: string;

  @Count('Block that carries the log, recorded the reading or learned of the report')
  height!: number;

  @Text()
  blockHash!: string;

  @Time()
  at!: Date;

  @Text('Contract; of a report its id, the sha256 of its canonical JSON')
  address!: string;

  @OptionalText('Of a log: the transaction')
  txHash!: string | null;

  @OptionalCount('Of a log: its place in the block')
  logIndex!: number | null;

  @OptionalText('Of a reading: the calldata')
  input!: string | null;

  @OptionalCount('Of a reading: the block whose state was read')
  readHeight!: number | null;

  @OptionalText('Of a reading: that block')
  readHash!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'A fact, or a version of a state row, that a number rests on'})
export class LineageCausePart {
  @Text('What of the formula it enters')
  term!: string;

  @Text('FACT or VERSION')
  kind!: string;

  @Text('Projection whose row it is')
  projection!: string;

  @Text('Of the fact, or of the StateVersion')
  id!: string;

  @Text('Id of the row it is about')
  key!: string;

  @Count()
  height!: number;

  @Part(() => [LineageRecordPart], 'What of the log the number takes from it')
  records!: LineageRecordPart[];
}

@ObjectType({description: 'One of the exact quantities a value is formed of'})
export class LineageTermPart {
  @Text('Quantity of the formula')
  name!: string;

  @Text('An integer in full, or a sha256')
  value!: string;
}

@ObjectType({description: 'How a number came about: formula, parameters, and every record that has an effect on it'})
export class LineageAnswer {
  @Text('As asked')
  metric!: string;

  @Text('As asked; empty where the metric has none')
  key!: string;

  @Text('Name of the formula, by which docs/recompute.mjs knows it')
  formula!: string;

  @Text('What the formula needs besides records, as JSON')
  parameters!: string;

  @Part(() => [LineageTermPart], 'What the value is formed of')
  terms!: LineageTermPart[];

  @OptionalText('As the API answers it')
  value!: string | null;

  @OptionalText('Why there is no value, and then no cause')
  reason!: string | null;

  @Part(() => [LineageCausePart], 'One page, in the order of their records')
  causes!: LineageCausePart[];

  @OptionalText('For the next page; null on the last')
  nextCursor!: string | null;

  @Count('Causes on all pages')
  totalCauses!: number;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];

  @Part(() => AsOf)
  asOf!: AsOf;

  @Text('Of the formula')
  methodologyVersion!: string;
}
