import {WAD} from './units';

/** A staking NAV (WAD) from its change on, and the shares there were then. */
export interface PriceChange {
  readonly stakingNav: bigint;
  readonly totalShares: bigint;
}

/**
 * Sum of signed price changes x supply at the change, in AID wei, cut towards zero once (metrics.md C13): a fall counts
 * against a rise, and no step is grossed up. The first price is what the others are compared with.
 */
export function priceYield(changes: readonly PriceChange[]): bigint {
  const sum = changes.slice(1).reduce((total, {stakingNav, totalShares}, index) => {
    const before = changes[index]?.stakingNav ?? stakingNav;
    return total + (stakingNav - before) * totalShares;
  }, 0n);
  return sum / WAD;
}
