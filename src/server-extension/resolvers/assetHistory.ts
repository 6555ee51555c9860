import {Arg, Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {AssetPoint} from '../answers/asset';
import {HistoryArgs} from '../answers/history';
import {assetAnswers} from '../assetAnswer';
import {assetRowOf, unknownAsset} from '../assetIds';
import {pointOf} from '../asOf';
import {asPoints, resolveHistory} from '../range';

@Resolver()
export class AssetHistoryResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [AssetPoint], {description: 'An asset at the end of each UTC bucket, from that of its registration on'})
  async assetHistory(
    @Arg('assetId', () => String, {description: 'bytes32 in hex'}) assetId: string,
    @Args() args: HistoryArgs,
  ): Promise<AssetPoint[]> {
    const em = await this.tx();
    const {held, buckets} = await resolveHistory(em, args);
    const points = buckets.map(({point}) => point);
    const asset = assetRowOf(held, assetId);
    const answered = await assetAnswers(em, held, [...points, pointOf(held, held.head)], asset);
    if (answered.at(-1) === null) throw unknownAsset(held, assetId);
    const known = buckets.flatMap((bucket, i) => {
      const one = answered[i];
      return one == null ? [] : [{bucket, one}];
    });
    return asPoints(
      known.map(({bucket}) => bucket),
      known.map(({one}) => one),
    );
  }
}
