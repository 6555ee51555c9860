import {DateTime} from '@subsquid/graphql-server';
import {ArgsType, Field, registerEnumType} from 'type-graphql';
import type {Interval as IntervalName} from '../../domain/bucket';

export const Interval: {readonly [K in IntervalName]: K} = {HOUR: 'HOUR', DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH'};
registerEnumType(Interval, {name: 'Interval', description: 'Length of a UTC bucket; weeks begin on Monday'});

@ArgsType()
export class RangeArgs {
  @Field(() => DateTime, {nullable: true, description: 'By default the first block held'})
  from?: Date | null;

  @Field(() => DateTime, {nullable: true, description: 'Exclusive; by default the head, included'})
  to?: Date | null;

  @Field(() => Interval, {nullable: true})
  interval?: IntervalName | null;
}

@ArgsType()
export class HistoryArgs extends RangeArgs {
  @Field(() => DateTime, {nullable: true, description: 'Answer from what was indexed up to this time only'})
  asOfKnowledge?: Date | null;
}
