import {WAD} from './units';

/**
 * Assets of `shares` as OpenZeppelin's ERC-4626 with decimals offset 0 answers: floor(shares * (assets + 1) / (supply + 1)).
 * Source: openzeppelin-contracts v5 ERC4626._convertToAssets.
 */
export function convertToAssets(shares: bigint, totalAssets: bigint, totalShares: bigint): bigint {
  return (shares * (totalAssets + 1n)) / (totalShares + 1n);
}

/** Shares of `assets`, floored: floor(assets * (supply + 1) / (assets held + 1)). */
export function convertToShares(assets: bigint, totalAssets: bigint, totalShares: bigint): bigint {
  return (assets * (totalShares + 1n)) / (totalAssets + 1n);
}

/** NAV: assets of one whole share, WAD, floored. */
export const navOf = (totalAssets: bigint, totalShares: bigint): bigint =>
  convertToAssets(WAD, totalAssets, totalShares);
