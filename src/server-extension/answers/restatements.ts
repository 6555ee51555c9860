import {DateTime} from '@subsquid/graphql-server';
import {ArgsType, Field, Int, ObjectType} from 'type-graphql';
import {Count, OptionalText, OptionalTime, Part, Text, Texts, Time} from './fields';
import {FieldReasonPart} from './reasons';

@ArgsType()
export class RestatementArgs {
  @Field(() => String, {nullable: true, description: 'A name that published lists, as backing.ratio; by default all'})
  metric?: string | null;

  @Field(() => String, {nullable: true, description: 'Asset id, AID or SAID; by default all'})
  key?: string | null;

  @Field(() => DateTime, {nullable: true, description: 'Days that begin at or after this instant; by default all'})
  from?: Date | null;

  @Field(() => DateTime, {nullable: true, description: 'Days that begin before this instant; by default all'})
  to?: Date | null;

  @Field(() => Int, {nullable: true, description: '1 to 1000, by default 100'})
  limit?: number | null;

  @Field(() => String, {nullable: true, description: 'nextCursor or lastCursor of the page before'})
  cursor?: string | null;
}

@ObjectType({description: 'The daily close of a metric that was published with one value and is now another'})
export class RestatementPart {
  @Text('As published lists it')
  metric!: string;

  @Text('Asset id, AID or SAID; empty where there is one')
  key!: string;

  @Time('First instant of the UTC day')
  day!: Date;

  @Count('1 for the first time the value of the day was changed')
  revision!: number;

  @Count("The day's last block")
  height!: number;

  @Text()
  hash!: string;

  @OptionalText('As the API answered it')
  oldValue!: string | null;

  @OptionalText('As the API answers it now')
  newValue!: string | null;

  @OptionalText('Why oldValue is null')
  oldReason!: string | null;

  @OptionalText('Why newValue is null')
  newReason!: string | null;

  @Text('What changed: each version that it rests on and that differs, with what the log of methodology says')
  reason!: string;

  @Text('Of the formulas that oldValue was last computed by')
  oldMethodologyVersion!: string;

  @Text('Of the formulas of newValue')
  newMethodologyVersion!: string;

  @Text('Id of the PublishedVersions that oldValue was last computed by')
  oldVersions!: string;

  @Text('Id of the PublishedVersions of newValue')
  newVersions!: string;

  @Time('Time of the block that was the finalized head when it was restated')
  knownAt!: Date;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'Restatements in the order in which they were made'})
export class RestatementsAnswer {
  @Part(() => [RestatementPart])
  restatements!: RestatementPart[];

  @OptionalText('For the next page; null on the last')
  nextCursor!: string | null;

  @OptionalText('Of the newest restatement of this page: what is made later comes after it; null on an empty page')
  lastCursor!: string | null;

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}

@ObjectType({description: 'A metric whose daily close is published'})
export class PublishedMetricPart {
  @Text('Of the metric: answer and field')
  metric!: string;

  @Text('AMOUNT: an integer in the smallest unit. RATE: a decimal. COUNT: a number. WORD: one of a list')
  kind!: string;

  @Text('Version of its formulas now')
  version!: string;
}

@ObjectType({description: 'What of the daily closes is published'})
export class PublishedAnswer {
  @Count('Chain whose days they are')
  chainId!: number;

  @Part(() => [PublishedMetricPart], 'Every metric of the list')
  metrics!: PublishedMetricPart[];

  @Count('UTC days published')
  days!: number;

  @OptionalTime('First day published')
  firstDay!: Date | null;

  @OptionalTime('Newest day published')
  lastDay!: Date | null;

  @OptionalTime('From which block time on the newest day is known')
  knownAt!: Date | null;

  @Count('Days whose newest values were computed by other formulas than those of today: they are about to be computed')
  outdatedDays!: number;

  @Count('Values published')
  values!: number;

  @Count('Times a value was restated')
  restatements!: number;

  @Texts('Keys of the metrics that have several: asset ids, AID, SAID')
  keys!: string[];

  @Part(() => [FieldReasonPart])
  reasons!: FieldReasonPart[];
}
