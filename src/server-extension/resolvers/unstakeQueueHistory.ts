import {Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {HistoryArgs} from '../answers/history';
import {UnstakeQueuePoint} from '../answers/unstakeQueue';
import {asPoints, resolveHistory} from '../range';
import {queueCoverages} from '../unstakeQueueAnswer';

@Resolver()
export class UnstakeQueueHistoryResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [UnstakeQueuePoint], {description: 'The coverage of the queue at the end of each UTC bucket'})
  async unstakeQueueHistory(@Args() args: HistoryArgs): Promise<UnstakeQueuePoint[]> {
    const em = await this.tx();
    const {held, buckets} = await resolveHistory(em, args);
    const points = buckets.map(({point}) => point);
    return asPoints(buckets, await queueCoverages(em, held, points));
  }
}
