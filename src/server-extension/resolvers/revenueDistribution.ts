import {Arg, Args, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {MAX_BUCKETS} from '../../domain/bucket';
import {AsOfInput} from '../answers/asOf';
import {RangeArgs} from '../answers/history';
import {RevenueAnswer} from '../answers/revenue';
import {heldAsOf, pointOf, type Held} from '../asOf';
import {assetRowOf, unknownAsset} from '../assetIds';
import {BadInput} from '../badInput';
import {checkSpan, spanBuckets} from '../range';
import {knownAssets, revenueAnswer, revenueSums, type Period} from '../revenueSums';

@Resolver()
export class RevenueDistributionResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [RevenueAnswer], {description: 'Revenue distributed, per asset and UTC bucket, leg by leg'})
  async revenueDistribution(
    @Arg('assetId', () => String, {nullable: true, description: 'bytes32 in hex; by default every asset'})
    assetId: string | null | undefined,
    @Args() range: RangeArgs,
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<RevenueAnswer[]> {
    const em = await this.tx();
    const held = await heldAsOf(em, asOf);
    const periods = periodsOf(held, range);
    const assets = chosenAssets(held, await knownAssets(em, held.head), assetId);
    if (assets.length * periods.length > MAX_BUCKETS) {
      throw new BadInput(
        `${assets.length} assets in ${periods.length} buckets are more than ${MAX_BUCKETS} answers: ` +
          'name one asset, a shorter time or a longer interval.',
      );
    }
    const sums = await revenueSums(
      em,
      held.head,
      assets,
      periods.map(({counted}) => counted),
    );
    const point = pointOf(held, held.head);
    return assets.flatMap((asset) =>
      periods.map(({shown}, index) => revenueAnswer(point, asset, shown, sums[index]?.get(asset))),
    );
  }
}

/** Without an interval one period, which ends with the head's block where `to` is open; else the buckets, cut by it. */
function periodsOf(held: Held, range: RangeArgs): {shown: Period; counted: Period}[] {
  const span = checkSpan(held, range, range.interval ?? 'DAY');
  const start = span.from ?? held.first.at;
  if (range.interval == null) {
    const counted = {start, end: span.to ?? held.head.at + 1};
    return [{counted, shown: {start, end: span.to ?? held.head.at}}];
  }
  return spanBuckets(held, span, range.interval).map((bucket) => {
    const cut = {
      start: Math.max(bucket.start, span.from ?? bucket.start),
      end: Math.min(bucket.end, span.to ?? bucket.end),
    };
    return {counted: cut, shown: cut};
  });
}

/** @throws BadInput for an id that is not 32 bytes of hex, or of no asset known */
function chosenAssets(held: Held, known: readonly string[], assetId: string | null | undefined): readonly string[] {
  if (assetId == null) return known;
  const id = assetRowOf(held, assetId);
  if (known.includes(id)) return [id];
  throw unknownAsset(held, assetId);
}
