import {Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {derive, known, missing, orMissing} from '../../domain/methodology';
import {ChainStatusAnswer, type ProjectionPart} from '../answers/indexingStatus';
import {reasonsOf, valuesOf} from '../measured';
import {indexedHeights, loadChains, type IndexedChain} from '../chains';
import {blockAtHeight, instant} from '../heldBlocks';

@Resolver()
export class IndexingStatusResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => [ChainStatusAnswer], {description: 'How far each chain is indexed'})
  async indexingStatus(): Promise<ChainStatusAnswer[]> {
    const em = await this.tx();
    const answers: ChainStatusAnswer[] = [];
    for (const chain of await loadChains(em)) answers.push(await statusOf(em, chain));
    return answers;
  }
}

async function statusOf(em: EntityManager, {chainId, network, headHeight}: IndexedChain): Promise<ChainStatusAnswer> {
  const {indexed, finalized} = await indexedHeights(em, chainId);
  const block = await blockAtHeight(em, chainId, indexed);
  const head = headHeight === null ? missing('NO_OBSERVATION') : known(Math.max(headHeight, indexed));
  const fields = {
    indexedAt: derive(orMissing(block?.at, 'NO_OBSERVATION'), instant),
    headHeight: head,
    lagBlocks: derive(head, (height) => height - indexed),
  };
  return {
    ...valuesOf(fields),
    network,
    chainId,
    indexedHeight: indexed,
    finalizedHeight: finalized,
    unrecognized: await unrecognizedLogs(em, chainId),
    projections: await projectionParts(em, chainId),
    invariants: [],
    completeness: 'UNCHECKED',
    reasons: reasonsOf(fields),
  };
}

async function unrecognizedLogs(em: EntityManager, chainId: number): Promise<number> {
  const [found] = await em.query<{count: number}[]>(
    'SELECT coalesce(sum(count), 0)::int AS count FROM unrecognized_topic WHERE chain_id = $1',
    [chainId],
  );
  return found?.count ?? 0;
}

async function projectionParts(em: EntityManager, chainId: number): Promise<ProjectionPart[]> {
  const versions = await em.query<{name: string; version: number}[]>(
    'SELECT name, version FROM projection_version WHERE chain_id = $1 ORDER BY name',
    [chainId],
  );
  const fields = {digest: missing('NOT_COMPUTED'), digestHeight: missing('NOT_COMPUTED')};
  return versions.map((version) => ({...version, ...valuesOf(fields), reasons: reasonsOf(fields)}));
}
