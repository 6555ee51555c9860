import {DateTime} from '@subsquid/graphql-server';
import {ArgsType, Field, Int} from 'type-graphql';
import {AsOfInput} from './asOf';

@ArgsType()
export class PageArgs {
  @Field(() => DateTime, {nullable: true, description: 'By default the first block held'})
  from?: Date | null;

  @Field(() => DateTime, {nullable: true, description: 'Exclusive; by default the head, included'})
  to?: Date | null;

  @Field(() => Int, {nullable: true, description: 'Rows of a page: 1 to 1000, by default 100'})
  limit?: number | null;

  @Field(() => String, {nullable: true, description: 'nextCursor of the page before'})
  cursor?: string | null;

  @Field(() => AsOfInput, {nullable: true})
  asOf?: AsOfInput | null;
}
