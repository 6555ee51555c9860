import type {EntityManager} from 'typeorm';
import type {Mark} from '../domain/yieldMarks';
import {instant, seconds} from './heldBlocks';

/** A NAV mark with the block at which it changed the price and the block at which it became known. */
export interface KnownMark extends Mark {
  readonly effectiveHeight: number;
  readonly height: number;
}

/** A change of either NAV (WAD), the block and time from which it holds, and the block at which it became known. */
export interface KnownPrice {
  readonly effectiveHeight: number;
  readonly at: number;
  readonly height: number;
  readonly stakingNav: bigint | null;
  readonly unstakingNav: bigint | null;
  readonly totalShares: bigint;
}

/** An evaluation block and the staking NAV (WAD) that held there; null where none was known. */
export interface EvaluatedPrice {
  readonly height: number;
  readonly at: number;
  readonly nav: bigint | null;
}

/** Marks known up to a block, in the order of their time. */
export async function loadMarks(em: EntityManager, vault: string, height: number): Promise<KnownMark[]> {
  const rows = await em.query<
    {at: Date; stakingNav: string; totalAssets: string; totalShares: string; effectiveHeight: number; height: number}[]
  >(
    `SELECT "at", staking_nav AS "stakingNav", total_assets AS "totalAssets", total_shares AS "totalShares",
            effective_height AS "effectiveHeight", height
     FROM nav_mark WHERE vault = $1 AND height <= $2 ORDER BY "at", effective_height, ordinal`,
    [vault, height],
  );
  return rows.map((row) => ({
    at: seconds(row.at),
    stakingNav: BigInt(row.stakingNav),
    totalAssets: BigInt(row.totalAssets),
    totalShares: BigInt(row.totalShares),
    effectiveHeight: row.effectiveHeight,
    height: row.height,
  }));
}

interface PriceRecord {
  effectiveHeight: number;
  at: Date;
  height: number;
  stakingNav: string | null;
  unstakingNav: string | null;
  totalShares: string;
}

/** Every price change known up to a block, in chain order: one load, whatever is looked up in it. */
export async function loadPrices(em: EntityManager, vault: string, height: number): Promise<KnownPrice[]> {
  const rows = await em.query<PriceRecord[]>(
    `SELECT effective_height AS "effectiveHeight", "at", height, staking_nav AS "stakingNav",
            unstaking_nav AS "unstakingNav", total_shares AS "totalShares"
     FROM nav_price WHERE vault = $1 AND height <= $2 ORDER BY effective_height, id`,
    [vault, height],
  );
  return rows.map((row) => ({
    ...row,
    at: seconds(row.at),
    stakingNav: row.stakingNav === null ? null : BigInt(row.stakingNav),
    unstakingNav: row.unstakingNav === null ? null : BigInt(row.unstakingNav),
    totalShares: BigInt(row.totalShares),
  }));
}

/** The price in force at a block as known at another, by bisection; undefined before the first. */
export function priceIn(prices: readonly KnownPrice[], height: number, knownAt: number): KnownPrice | undefined {
  let [low, high] = [0, prices.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((prices[middle]?.effectiveHeight ?? Infinity) <= height) low = middle + 1;
    else high = middle;
  }
  let found = low - 1;
  while ((prices[found]?.height ?? -1) > knownAt) found--;
  return prices[found];
}

/** The last held block at or before each instant (unix seconds), by instant; absent where none is held that early. */
export async function blocksBefore(
  em: EntityManager,
  chainId: number,
  instants: ReadonlySet<number>,
): Promise<Map<number, {height: number; at: number}>> {
  if (instants.size === 0) return new Map();
  const asked = [...instants];
  const rows = await em.query<{ord: number; height: number; at: number}[]>(
    `SELECT q.ord::int AS ord, b.height, extract(epoch FROM b."at")::float8 AS "at"
     FROM unnest($2::timestamptz[]) WITH ORDINALITY q(t, ord)
     CROSS JOIN LATERAL (
       SELECT x.height, x."at" FROM block x WHERE x.chain_id = $1 AND x."at" <= q.t
       ORDER BY x."at" DESC, x.height DESC LIMIT 1
     ) b`,
    [chainId, asked.map(instant)],
  );
  return new Map(rows.map(({ord, height, at}) => [asked[ord - 1] ?? at, {height, at}]));
}
