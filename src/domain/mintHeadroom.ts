import {BPS} from './haircut';
import type {Measured, Reason} from './methodology';

export const MARGIN_MODES = [
  'NONE',
  'POSITIVE_PERCENTAGE',
  'POSITIVE_ABSOLUTE',
  'NEGATIVE_PERCENTAGE',
  'NEGATIVE_ABSOLUTE',
] as const;
export type MarginMode = (typeof MARGIN_MODES)[number];

/** `value` is basis points of the reserves in the percentage modes, AID wei in the absolute ones. */
export interface Margin {
  readonly mode: MarginMode;
  readonly value: bigint;
}

/** A headroom of 0 that has a reason is a refusal: no mint is allowed, whatever the reserves may be. */
export interface Headroom {
  /** AID supply that the reserves allow, wei; null where they are not known */
  readonly limit: bigint | null;
  /** AID wei */
  readonly headroom: bigint | null;
  readonly reason: Reason | null;
}

/**
 * The AID supply that reserves of `reserves` (USD WAD, an AID to a dollar) allow under a margin, in wei; percentages
 * are floored, as the contract of a mint guard divides (metrics.md 3.3).
 */
export function mintLimit(reserves: bigint, {mode, value}: Margin): bigint {
  switch (mode) {
    case 'NONE':
      return reserves;
    case 'POSITIVE_PERCENTAGE':
      return (reserves * (BPS - value)) / BPS;
    case 'POSITIVE_ABSOLUTE':
      return reserves - value;
    case 'NEGATIVE_PERCENTAGE':
      return (reserves * (BPS + value)) / BPS;
    case 'NEGATIVE_ABSOLUTE':
      return reserves + value;
  }
}

/**
 * max(0, limit - liabilities) (metrics.md 3.3). Stale or negative reserves refuse every mint: 0, with the reason.
 * @param liabilities AID wei; null where a chain's supply is unknown
 */
export function mintHeadroom(reserves: Measured<bigint>, liabilities: bigint | null, margin: Margin): Headroom {
  if (reserves.reason === 'STALE') return {limit: null, headroom: 0n, reason: 'STALE'};
  if (reserves.reason !== null) return {limit: null, headroom: null, reason: reserves.reason};
  if (reserves.value < 0n) return {limit: null, headroom: 0n, reason: 'NOT_APPLICABLE'};
  const limit = mintLimit(reserves.value, margin);
  if (liabilities === null) return {limit, headroom: null, reason: 'PARTIAL'};
  return {limit, headroom: limit > liabilities ? limit - liabilities : 0n, reason: null};
}
