import {Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {derive, known, missing, orMissing} from '../../domain/methodology';
import {ChainStatusAnswer, type InvariantPart, type ProjectionPart} from '../answers/indexingStatus';
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
    invariants: await invariantParts(em, chainId, indexed),
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

interface HeldProjection {
  readonly name: string;
  readonly version: number;
  readonly digest: string;
  readonly digestHeight: number | null;
}

/** The digest of an index from before there were any is empty. */
async function projectionParts(em: EntityManager, chainId: number): Promise<ProjectionPart[]> {
  const held = await em.query<HeldProjection[]>(
    `SELECT name, version, digest, digest_height AS "digestHeight"
     FROM projection_version WHERE chain_id = $1 ORDER BY name`,
    [chainId],
  );
  return held.map(({name, version, digest, digestHeight}) => {
    const fields = {
      digest: orMissing(digest === '' ? null : digest, 'NOT_COMPUTED'),
      digestHeight: orMissing(digestHeight, 'NO_OBSERVATION'),
    };
    return {name, version, ...valuesOf(fields), reasons: reasonsOf(fields)};
  });
}

interface HeldCheck {
  readonly name: string;
  readonly subject: string;
  readonly ok: boolean;
  readonly isGuard: boolean;
  readonly residual: string;
  readonly brokenHeight: number | null;
}

/** Every law is checked at every event that could break it: one that holds does so up to the block that is indexed. */
async function invariantParts(em: EntityManager, chainId: number, indexed: number): Promise<InvariantPart[]> {
  const checks = await em.query<HeldCheck[]>(
    `SELECT name, subject, ok, is_guard AS "isGuard", residual::text AS residual, broken_height AS "brokenHeight"
     FROM invariant_check WHERE chain_id = $1 ORDER BY ok, name, subject`,
    [chainId],
  );
  return checks.map(({residual, brokenHeight, ...check}) => {
    const fields = {
      residual: known(BigInt(residual)),
      height: known(indexed),
      brokenHeight: orMissing(brokenHeight, 'NOT_APPLICABLE'),
    };
    return {...check, ...valuesOf(fields), reasons: reasonsOf(fields)};
  });
}
