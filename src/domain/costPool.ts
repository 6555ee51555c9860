/** Shares held with what they cost, by average cost. All three are sums over the shares held. */
export interface CostPool {
  readonly shares: bigint;
  /** AID wei paid for them */
  readonly cost: bigint;
  /** Sum of shares x unix seconds of their entry: the mean entry is this over the shares */
  readonly shareSeconds: bigint;
}

export const EMPTY_POOL: CostPool = {shares: 0n, cost: 0n, shareSeconds: 0n};

/** The pool with shares bought for `cost` at an instant. */
export const acquire = (pool: CostPool, shares: bigint, cost: bigint, at: number): CostPool => ({
  shares: pool.shares + shares,
  cost: pool.cost + cost,
  shareSeconds: pool.shareSeconds + shares * BigInt(at),
});

/** What was given up: its average cost, and the mean instant of its entry (unix seconds, floored). */
export interface Disposal {
  readonly pool: CostPool;
  readonly cost: bigint;
  readonly entryAt: number;
}

/**
 * Gives up shares at the pool's average cost, floored; the last of them take all that is left of it.
 * Null where the pool does not hold so many: then nobody knows what they cost.
 */
export function dispose(pool: CostPool, shares: bigint): Disposal | null {
  if (shares <= 0n || shares > pool.shares) return null;
  const cost = (pool.cost * shares) / pool.shares;
  const shareSeconds = (pool.shareSeconds * shares) / pool.shares;
  return {
    pool: {shares: pool.shares - shares, cost: pool.cost - cost, shareSeconds: pool.shareSeconds - shareSeconds},
    cost,
    entryAt: Number(shareSeconds / shares),
  };
}

/** Share-weighted mean instant of entry, unix seconds, floored; null for an empty pool. */
export const meanEntry = ({shares, shareSeconds}: CostPool): number | null =>
  shares === 0n ? null : Number(shareSeconds / shares);
