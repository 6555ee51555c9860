import {DateTime} from '@subsquid/graphql-server';
import {Field, InputType, Int, ObjectType, registerEnumType} from 'type-graphql';
import {Count, Part, Text, Time} from './fields';

export const Finality = {LATEST: 'LATEST', FINALIZED: 'FINALIZED'} as const;
export type Finality = keyof typeof Finality;
registerEnumType(Finality, {name: 'Finality', description: 'Whether a reorganisation can still undo the block'});

@InputType({description: 'The block to answer for; by default the indexed head'})
export class AsOfInput {
  @Field(() => Int, {nullable: true, description: 'This block, or the last held one before it'})
  block?: number | null;

  @Field(() => Int, {nullable: true, description: 'By default the chain with the sAID vault'})
  chainId?: number | null;

  @Field(() => DateTime, {nullable: true, description: 'The last block at or before this time; not beside block'})
  time?: Date | null;
}

@ObjectType({description: 'The block an answer is about: it says what an index stopped there would say'})
export class AsOf {
  @Count()
  chainId!: number;

  @Count()
  height!: number;

  @Text()
  hash!: string;

  @Time('Time of the block')
  timestamp!: Date;

  @Part(() => Finality)
  finality!: Finality;
}
