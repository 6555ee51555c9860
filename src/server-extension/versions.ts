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
  place: number;
  projection: string;
  key: string;
  height: number;
  at: Date;
  row: unknown;
}

type Found = Map<string, Version<unknown>>;

/**
 * For each snapshot the newest version of each row named with height at or below its chain's block: in one query,
 * so a history of N buckets costs N index look-ups per row and one round trip. Blocks that snapshots share are read once.
 */
export async function versionsAt(
  em: EntityManager,
  names: readonly RowName[],
  snapshots: readonly Snapshot[],
): Promise<VersionsAt[]> {
  const placeOf = ({chainId, height}: HeldBlock): string => `${chainId} ${height}`;
  const blocks = new Map(
    snapshots.flatMap((snapshot) => [...snapshot.values()].map((at) => [placeOf(at), at] as const)),
  );
  const found = await versionsIn(em, names, [...blocks.values()]);
  const byPlace = new Map([...blocks.keys()].map((place, index) => [place, found[index] ?? new Map<string, never>()]));
  return snapshots.map((snapshot) => {
    const parts = new Map([...snapshot].map(([chainId, at]) => [chainId, byPlace.get(placeOf(at))]));
    return {
      get: <R>({chainId, projection, key}: RowName) =>
        parts.get(chainId)?.get(`${projection} ${key}`) as Version<R> | undefined,
      lastChangeAt: newestOf([...parts.values()]),
    };
  });
}

function newestOf(parts: readonly (Found | undefined)[]): number {
  let newest = -Infinity;
  for (const part of parts) for (const {at} of part?.values() ?? []) newest = Math.max(newest, at);
  return newest;
}

/** The versions in force at each of these blocks, of the rows named of its chain. */
async function versionsIn(
  em: EntityManager,
  names: readonly RowName[],
  blocks: readonly HeldBlock[],
): Promise<Found[]> {
  const found = blocks.map((): Found => new Map());
  if (blocks.length === 0 || names.length === 0) return found;
  const records = await em.query<VersionRecord[]>(
    `SELECT p.place::int - 1 AS place, k.projection, k.key, v.height, v."at", v."row"
     FROM unnest($1::int[], $2::int[]) WITH ORDINALITY p(chain_id, height, place)
     JOIN unnest($3::int[], $4::text[], $5::text[]) k(chain_id, projection, key) ON k.chain_id = p.chain_id
     CROSS JOIN LATERAL (
       SELECT s.height, s."at", s."row" FROM state_version s
       WHERE s.projection = k.projection AND s.key = k.key AND s.height <= p.height
       ORDER BY s.height DESC LIMIT 1
     ) v`,
    [
      blocks.map(({chainId}) => chainId),
      blocks.map(({height}) => height),
      names.map(({chainId}) => chainId),
      names.map(({projection}) => projection),
      names.map(({key}) => key),
    ],
  );
  for (const record of records) found[record.place]?.set(`${record.projection} ${record.key}`, versionOf(record));
  return found;
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
