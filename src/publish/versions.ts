import {createHash} from 'node:crypto';
import type {EntityManager} from 'typeorm';
import {canonicalJson} from '../domain/canonicalJson';
import type {PublishedFamily} from '../domain/published';
import {
  publishedMethodology,
  publishedMetrics,
  versionsText,
  type PublishedVersions,
} from '../domain/publishedVersions';
import type {Held} from '../server-extension/asOf';

/** A set of versions with the id of its row. */
export interface Stamp {
  readonly id: string;
  readonly versions: PublishedVersions;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What is computed now is computed by: this program's formulas, the projections the rows were made by, the terms of the
 * networks. Labels are left out: no published metric depends on them.
 */
export async function currentStamp(
  em: EntityManager,
  {chains}: Held,
  methodology: Readonly<Record<PublishedFamily, string>>,
): Promise<Stamp> {
  const projections = await em.query<{chainId: number; name: string; version: number; decoders: number}[]>(
    'SELECT chain_id AS "chainId", name, version, decoders FROM projection_version',
  );
  const madeBy = <T>(told: (rows: typeof projections) => T): Record<string, T> =>
    Object.fromEntries(
      chains.map(({chainId}) => [chainId, told(projections.filter((row) => row.chainId === chainId))]),
    );
  const terms = await em.query<{chainId: number; contracts: unknown; custody: unknown; parameters: unknown}[]>(
    'SELECT chain_id AS "chainId", contracts, custody, parameters FROM chain',
  );
  const versions: PublishedVersions = {
    methodology: publishedMethodology(methodology),
    projections: madeBy((rows) => Object.fromEntries(rows.map(({name, version}) => [name, version]))),
    decoders: madeBy((rows) => Math.max(0, ...rows.map(({decoders}) => decoders))),
    terms: Object.fromEntries(terms.map(({chainId, ...told}) => [chainId, sha256(canonicalJson(told))])),
    metrics: publishedMetrics(),
  };
  return {id: sha256(versionsText(versions)), versions};
}

/** The sets of versions with these ids. */
export async function stampsOf(em: EntityManager, ids: readonly string[]): Promise<Map<string, PublishedVersions>> {
  const rows = await em.query<Stamp[]>('SELECT id, versions FROM published_versions WHERE id = ANY($1)', [ids]);
  return new Map(rows.map(({id, versions}) => [id, versions]));
}

export async function keepStamp(em: EntityManager, {id, versions}: Stamp): Promise<void> {
  await em.query('INSERT INTO published_versions (id, versions) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
    id,
    JSON.stringify(versions),
  ]);
}
