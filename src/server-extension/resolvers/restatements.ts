import {Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {PublishedAnswer, RestatementArgs, RestatementsAnswer} from '../answers/restatements';
import {chooseChain, loadChains} from '../chains';
import {publishedState} from '../publishedState';
import {restatementPage} from '../restatementPage';

@Resolver()
export class RestatementsResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => RestatementsAnswer, {
    description: 'Every daily close that was published and changed later: the old value, the new one, and why',
  })
  async restatements(@Args() args: RestatementArgs): Promise<RestatementsAnswer> {
    const em = await this.tx();
    return restatementPage(em, chooseChain(await loadChains(em)).chainId, args);
  }

  @Query(() => PublishedAnswer, {description: 'Which metrics have published daily closes, and of which days'})
  async published(): Promise<PublishedAnswer> {
    const em = await this.tx();
    return publishedState(em, chooseChain(await loadChains(em)).chainId);
  }
}
