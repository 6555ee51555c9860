import {EMPTY_POOL} from './costPool';
import type {EventMeta} from './event';

/** What one owner staked, asked back and was paid, in AID; shares as the vault's token says. */
export interface StakePositionRow {
  readonly id: string;
  readonly chainId: number;
  readonly vault: string;
  readonly owner: string;
  readonly shares: bigint;
  readonly cumulativeStaked: bigint;
  readonly cumulativeStakedShares: bigint;
  readonly cumulativeUnstaked: bigint;
  readonly cumulativeUnstakedShares: bigint;
  readonly pendingAssets: bigint;
  readonly cumulativePaid: bigint;
  /** AID paid for the shares held, by average cost; null where some of them came at no price that was told */
  readonly costBasis: bigint | null;
  /** What was got less what it cost, over all shares given up, signed; null once a part of it is unknown */
  readonly realizedYield: bigint | null;
  /** Share-weighted mean instant of entry of the shares held; null without shares, or without their cost */
  readonly entryAt: number | null;
  /** Cost and mean entry of the shares last given up */
  readonly lastExitCost: bigint | null;
  readonly lastExitEntryAt: number | null;
  /** The pool behind costBasis: shares whose cost is known; nulls once it was lost, until no shares are held */
  readonly pooledShares: bigint | null;
  readonly pooledCost: bigint | null;
  readonly pooledShareSeconds: bigint | null;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

/** A position before its first event. */
export function emptyPosition(id: string, vault: string, owner: string, meta: EventMeta): StakePositionRow {
  return {
    id,
    chainId: meta.chainId,
    vault,
    owner,
    shares: 0n,
    cumulativeStaked: 0n,
    cumulativeStakedShares: 0n,
    cumulativeUnstaked: 0n,
    cumulativeUnstakedShares: 0n,
    pendingAssets: 0n,
    cumulativePaid: 0n,
    costBasis: 0n,
    realizedYield: 0n,
    entryAt: null,
    lastExitCost: null,
    lastExitEntryAt: null,
    pooledShares: EMPTY_POOL.shares,
    pooledCost: EMPTY_POOL.cost,
    pooledShareSeconds: EMPTY_POOL.shareSeconds,
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}
