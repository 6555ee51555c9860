import {Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {DEFAULT_YEAR} from '../../domain/rates';
import {HistoryArgs} from '../answers/history';
import {StakingYieldPoint} from '../answers/stakingYield';
import {asPoints, resolveHistory} from '../range';
import {stakingYieldAnswers} from '../stakingYieldAnswer';

@Resolver()
export class StakingYieldHistoryResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [StakingYieldPoint], {description: 'The yield at the end of each UTC bucket'})
  async stakingYieldHistory(@Args() args: HistoryArgs): Promise<StakingYieldPoint[]> {
    const em = await this.tx();
    const {held, buckets} = await resolveHistory(em, args);
    const points = buckets.map(({point}) => point);
    return asPoints(buckets, await stakingYieldAnswers(em, held, points, DEFAULT_YEAR));
  }
}
