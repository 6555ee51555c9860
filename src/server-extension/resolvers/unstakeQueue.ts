import {Arg, FieldResolver, Int, Query, Resolver, Root} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AsOfInput} from '../answers/asOf';
import {RequestPart} from '../answers/queueRequest';
import {UnstakeQueueAnswer} from '../answers/unstakeQueue';
import {resolveAsOf} from '../asOf';
import {requestPage, type RequestSources} from '../queueRequestParts';
import {unstakeQueueAnswer} from '../unstakeQueueAnswer';

/** The answer as it was made, not copied: a part of it is read when it is asked for. */
interface Lazy {
  readonly requestSources: () => Promise<RequestSources>;
}

@Resolver(() => UnstakeQueueAnswer)
export class UnstakeQueueResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => UnstakeQueueAnswer, {
    description: 'The queue out of sAID: who is owed what, in which order, by which rule',
  })
  async unstakeQueue(
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<UnstakeQueueAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    return unstakeQueueAnswer(em, held, point);
  }

  @FieldResolver(() => [RequestPart], {description: 'Open requests, the oldest first'})
  async requests(
    @Root() answer: Lazy,
    @Arg('limit', () => Int, {nullable: true, description: '1 to 1000, by default 100'}) limit?: number | null,
    @Arg('cursor', () => String, {nullable: true, description: 'requestId of the last one of the page before'})
    cursor?: string | null,
  ): Promise<RequestPart[]> {
    return requestPage(await answer.requestSources(), limit, cursor);
  }
}
