import {Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {BackingPoint} from '../answers/backing';
import {HistoryArgs} from '../answers/history';
import {backingAnswers} from '../backingAnswer';
import {asPoints, resolveHistory} from '../range';

@Resolver()
export class BackingHistoryResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [BackingPoint], {description: 'The backing at the end of each UTC bucket'})
  async backingHistory(@Args() args: HistoryArgs): Promise<BackingPoint[]> {
    const em = await this.tx();
    const {held, buckets} = await resolveHistory(em, args);
    const points = buckets.map(({point}) => point);
    return asPoints(buckets, await backingAnswers(em, held, points));
  }
}
