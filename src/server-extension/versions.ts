import type {EntityManager} from 'typeorm';
import {decodeRow} from '../domain/version';
import {seconds, type HeldBlock} from './heldBlocks';

/** A state row as a block left it; `at` is that block's time, unix seconds. */
export interface Version<R> {
  readonly height: number;
  readonly at: number;
  readonly row: R;
}

/** Names a state row: its projection and its id. */
export interface RowName {
  readonly chainId: number;
  readonly projection: string;
  readonly key: string;
}

/** The blocks, one per chain, at which rows are read together. */
export type Snapshot = ReadonlyMap<number, HeldBlock>;

/** The versions in force at a snapshot. */
export interface VersionsAt {
  get<R>(name: RowName): Version<R> | undefined;
  /** Time of the newest change among them, unix seconds; -Infinity without any row */
  readonly lastChangeAt: number;
}

interface VersionRecord {
  ord: number;
  projection: string;
  key: string;
  height: number;
  at: Date;
  row: unknown;
}

/**
 * For each snapshot the newest version of each row named with height at or below its chain's block: in one query,
 * so a history of N buckets costs N index look-ups per row and one round trip.
 */
export async function versionsAt(
  em: EntityManager,
  names: readonly RowName[],
  snapshots: readonly Snapshot[],
): Promise<VersionsAt[]> {
  const places = snapshots.flatMap((snapshot, ord) =>
    [...snapshot.values()].map(({chainId, height}) => ({ord, chainId, height})),
  );
  const found = snapshots.map(() => new Map<string, Version<unknown>>());
  if (places.length > 0 && names.length > 0) {
    const records = await em.query<VersionRecord[]>(
      `SELECT p.ord, k.projection, k.key, v.height, v."at", v."row"
       FROM unnest($1::int[], $2::int[], $3::int[]) p(ord, chain_id, height)
       JOIN unnest($4::int[], $5::text[], $6::text[]) k(chain_id, projection, key) ON k.chain_id = p.chain_id
       CROSS JOIN LATERAL (
         SELECT s.height, s."at", s."row" FROM state_version s
         WHERE s.projection = k.projection AND s.key = k.key AND s.height <= p.height
         ORDER BY s.height DESC LIMIT 1
       ) v`,
      [
        places.map(({ord}) => ord),
        places.map(({chainId}) => chainId),
        places.map(({height}) => height),
        names.map(({chainId}) => chainId),
        names.map(({projection}) => projection),
        names.map(({key}) => key),
      ],
    );
    for (const record of records) found[record.ord]?.set(`${record.projection} ${record.key}`, versionOf(record));
  }
  return found.map((versions) => ({
    get: <R>({projection, key}: RowName) => versions.get(`${projection} ${key}`) as Version<R> | undefined,
    lastChangeAt: [...versions.values()].reduce((latest, {at}) => Math.max(latest, at), -Infinity),
  }));
}

/** The newest version at or below a block of every row of a projection, by the rows' ids. */
export async function allVersionsAt<R>(em: EntityManager, projection: string, block: HeldBlock): Promise<Version<R>[]> {
  const records = await em.query<VersionRecord[]>(
    `SELECT DISTINCT ON (key) key, height, "at", "row" FROM state_version
     WHERE chain_id = $1 AND projection = $2 AND height <= $3
     ORDER BY key, height DESC`,
    [block.chainId, projection, block.height],
  );
  return records.map((record) => versionOf<R>(record));
}

const versionOf = <R>({height, at, row}: Pick<VersionRecord, 'height' | 'at' | 'row'>): Version<R> => ({
  height,
  at: seconds(at),
  row: decodeRow<R>(row),
});
