import {Arg, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import type {ComputeAssetRow} from '../../domain/computeAsset';
import {AssetAnswer} from '../answers/asset';
import {AsOfInput} from '../answers/asOf';
import {assetAnswer, assetAnswers} from '../assetAnswer';
import {assetRowOf} from '../assetIds';
import {resolveAsOf} from '../asOf';
import {evidenceAt, loadCreditSources} from '../creditSources';
import {allVersionsAt} from '../versions';

@Resolver()
export class AssetsResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [AssetAnswer], {description: 'Every registered asset with its terms, its state and its revenue'})
  async assets(@Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null): Promise<AssetAnswer[]> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const versions = await allVersionsAt<ComputeAssetRow>(em, 'computeAsset', point);
    const sources = await loadCreditSources(em, point);
    const rows = versions.map(({row}) => row).sort((a, b) => (a.id < b.id ? -1 : 1));
    return rows.map((row) => assetAnswer(held, point, evidenceAt(sources, row, point.height)));
  }

  @Query(() => AssetAnswer, {nullable: true, description: 'One asset; null where it was not registered by then'})
  async assetMetrics(
    @Arg('assetId', () => String, {description: 'bytes32 in hex'}) assetId: string,
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
  ): Promise<AssetAnswer | null> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const [answered] = await assetAnswers(em, held, [point], assetRowOf(held, assetId));
    return answered?.answer ?? null;
  }
}
