import {Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {HistoryArgs} from '../answers/history';
import {SupplyPoint} from '../answers/supply';
import {asPoints, resolveHistory} from '../range';
import {supplyAnswers} from '../supplyAnswer';

@Resolver()
export class SupplyHistoryResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [SupplyPoint], {description: 'The supply at the end of each UTC bucket'})
  async supplyHistory(@Args() args: HistoryArgs): Promise<SupplyPoint[]> {
    const em = await this.tx();
    const {held, buckets} = await resolveHistory(em, args);
    const points = buckets.map(({point}) => point);
    return asPoints(buckets, await supplyAnswers(em, held, points));
  }
}
