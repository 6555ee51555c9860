import type {EntityManager} from 'typeorm';

/** A block whose header this database holds; `at` in unix seconds. */
export interface HeldBlock {
  readonly chainId: number;
  readonly height: number;
  readonly hash: string;
  readonly at: number;
}

interface BlockRow {
  ord: number;
  chainId: number;
  height: number;
  hash: string;
  at: Date;
}

const COLUMNS = 'b.chain_id AS "chainId", b.height, b.hash, b."at"';

/** Unix seconds of a timestamp the database answered. */
export const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

export const instant = (at: number): Date => new Date(at * 1000);

/** The last held block at or before a height; null when the first held block is later. */
export async function blockAtHeight(em: EntityManager, chainId: number, height: number): Promise<HeldBlock | null> {
  const rows = await em.query<BlockRow[]>(
    `SELECT ${COLUMNS} FROM block b WHERE b.chain_id = $1 AND b.height <= $2 ORDER BY b.height DESC LIMIT 1`,
    [chainId, height],
  );
  return rows.map(held)[0] ?? null;
}

/** The first held block of a chain. */
export async function firstBlock(em: EntityManager, chainId: number): Promise<HeldBlock | null> {
  const rows = await em.query<BlockRow[]>(
    `SELECT ${COLUMNS} FROM block b WHERE b.chain_id = $1 ORDER BY b.height LIMIT 1`,
    [chainId],
  );
  return rows.map(held)[0] ?? null;
}

/**
 * For each instant (unix seconds) the last held block of each chain at or before it; a chain without one is absent.
 */
export async function blocksAt(
  em: EntityManager,
  chainIds: readonly number[],
  instants: readonly number[],
): Promise<Map<number, HeldBlock>[]> {
  const found = instants.map(() => new Map<number, HeldBlock>());
  if (chainIds.length === 0 || instants.length === 0) return found;
  const rows = await em.query<BlockRow[]>(
    `SELECT i.ord::int AS ord, ${COLUMNS}
     FROM unnest($1::timestamptz[]) WITH ORDINALITY i(t, ord)
     CROSS JOIN unnest($2::int[]) c(chain_id)
     CROSS JOIN LATERAL (
       SELECT * FROM block x WHERE x.chain_id = c.chain_id AND x."at" <= i.t ORDER BY x."at" DESC, x.height DESC LIMIT 1
     ) b`,
    [instants.map(instant), chainIds],
  );
  for (const row of rows) found[row.ord - 1]?.set(row.chainId, held(row));
  return found;
}

const held = ({chainId, height, hash, at}: BlockRow): HeldBlock => ({chainId, height, hash, at: seconds(at)});
