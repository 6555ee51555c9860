import {acquire, dispose, EMPTY_POOL, meanEntry, type CostPool} from './costPool';
import type {StakePositionRow} from './stakePositionRow';

/**
 * What the shares of a position cost. The share token's own transfer says that shares came or went, the event after it
 * at which price: after that event the pool must hold exactly the shares held, else their cost is lost. Until the price
 * is told, and for shares that came without one, costBasis is null; without shares it is 0.
 */

/** Shares that came for `cost`, once they are held; AID paid for no share at all is lost at once. */
export function bought(row: StakePositionRow, shares: bigint, cost: bigint, at: number): StakePositionRow {
  if (shares === 0n) return realize(row, -cost);
  const pool = poolOf(row);
  return settled(row, pool === null ? null : acquire(pool, shares, cost, at));
}

/** Shares that went for `proceeds` (null where nobody knows), once they are no longer held. */
export function sold(row: StakePositionRow, shares: bigint, proceeds: bigint | null): StakePositionRow {
  if (shares === 0n) return realize(row, proceeds);
  const pool = poolOf(row);
  const disposal = pool?.shares === row.shares + shares ? dispose(pool, shares) : null;
  const gain = disposal === null || proceeds === null ? null : proceeds - disposal.cost;
  const exit = {lastExitCost: disposal?.cost ?? null, lastExitEntryAt: disposal?.entryAt ?? null};
  return settled({...realize(row, gain), ...exit}, disposal?.pool ?? null);
}

/** Shares that came at a price nobody knows. */
export const costLost = (row: StakePositionRow): StakePositionRow => withPool(row, null);

/** The row with costBasis as its shares and its pool say: also while a price is still to be told. */
export const shown = (row: StakePositionRow): StakePositionRow => withPool(row, poolOf(row));

const realize = (row: StakePositionRow, gain: bigint | null): StakePositionRow => ({
  ...row,
  realizedYield: gain === null || row.realizedYield === null ? null : row.realizedYield + gain,
});

function settled(row: StakePositionRow, pool: CostPool | null): StakePositionRow {
  return withPool(row, pool?.shares === row.shares ? pool : null);
}

function poolOf({pooledShares, pooledCost, pooledShareSeconds}: StakePositionRow): CostPool | null {
  if (pooledShares === null || pooledCost === null || pooledShareSeconds === null) return null;
  return {shares: pooledShares, cost: pooledCost, shareSeconds: pooledShareSeconds};
}

/** A position without shares begins anew, whatever was lost before. */
function withPool(row: StakePositionRow, pool: CostPool | null): StakePositionRow {
  const known = pool === null && row.shares === 0n ? EMPTY_POOL : pool;
  const isWhole = known?.shares === row.shares;
  return {
    ...row,
    pooledShares: known?.shares ?? null,
    pooledCost: known?.cost ?? null,
    pooledShareSeconds: known?.shareSeconds ?? null,
    costBasis: row.shares === 0n ? 0n : isWhole ? known.cost : null,
    entryAt: isWhole ? meanEntry(known) : null,
  };
}
