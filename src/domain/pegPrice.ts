import {Decimal} from 'decimal.js';
import {known, missing, type Measured} from './methodology';
import {ratio, Rate} from './rates';
import {WAD} from './units';

/** How a deviation becomes an episode. */
export interface PegTerms {
  /** Fewest fresh sources that make a price */
  readonly minSources: number;
  readonly openBps: number;
  readonly closeBps: number;
  /** Seconds a deviation or a recovery has to last */
  readonly holdSeconds: number;
}

/** metrics.md 3.5, with the hold of its alert pack: where a network sets nothing else. */
export const PEG_TERMS: PegTerms = {minSources: 2, openBps: 100, closeBps: 50, holdSeconds: 900};

/** A price feed is stale after this time where the network file names no other. */
export const PRICE_MAX_AGE_SECONDS = 86_400;

/** One answer of a price source: WAD of USD per token, seen at the time of its block. */
export interface Print {
  readonly source: string;
  readonly priceUsd: bigint;
  readonly pricedAt: number;
  readonly at: number;
}

/**
 * Median of the prices, in USD; the mean of the middle two where their number is even. What no source answers for is
 * no price: every source given is one that the network registers, which is the liquidity filter of metrics.md 3.5.
 * @param known number of sources that ever answered
 */
export function medianPrice(fresh: readonly bigint[], minSources: number, answered: number): Measured<Rate> {
  if (answered === 0) return missing('NO_OBSERVATION');
  if (fresh.length === 0) return missing('STALE');
  if (fresh.length < minSources) return missing('PARTIAL');
  const sorted = [...fresh].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0n;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? upper;
  return known(ratio(lower + upper, 2n * WAD));
}

/** round(1e4 (p - 1)) against one dollar, half-even; signed: below the peg is negative. */
export const deviationBps = (price: Rate): number =>
  price.minus(1).times(10_000).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN).toNumber() + 0;

/** The deviation of a single answer. */
export const printBps = (priceUsd: bigint): number => deviationBps(new Rate(priceUsd.toString()).div(WAD.toString()));
