import {Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {SeriesAnswer, SeriesArgs} from '../answers/series';
import {resolveHistory} from '../range';
import {seriesAnswer} from '../seriesAnswer';
import {seriesLine} from '../seriesLines';

@Resolver()
export class SeriesResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => SeriesAnswer, {
    description:
      'A level of supply, backing, vault or asset (open, high, low, close, mean) or a lifetime sum (what flowed), by UTC bucket',
  })
  async series(@Args() args: SeriesArgs): Promise<SeriesAnswer> {
    const em = await this.tx();
    const {held, buckets} = await resolveHistory(em, args, args.chainId);
    const line = seriesLine(held.chain, args.name, args.assetId);
    return seriesAnswer(em, held, line, buckets, args.interval ?? 'DAY');
  }
}
