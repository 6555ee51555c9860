import {compoundRate, simpleRate, type Growth} from './growth';
import {known, missing, type Measured} from './methodology';
import {DAY_SECONDS, DEFAULT_YEAR, YEAR_SECONDS, type Rate, type YearBasis} from './rates';

/** NAV per share (AID per share, WAD) of an evaluation block, and that block's time in unix seconds. */
export interface Price {
  readonly nav: bigint;
  readonly at: number;
}

/** Windows answered for every instant; YTD starts with the UTC year, INCEPTION with the first price. */
export const WINDOWS = ['1d', '7d', '30d', '90d', '180d', 'YTD', 'INCEPTION'] as const;
export type Window = (typeof WINDOWS)[number];

/** Instant at or before which a window's first evaluation block lies; null for INCEPTION, which has no length. */
export function windowStart(window: Window, at: number): number | null {
  if (window === 'INCEPTION') return null;
  if (window === 'YTD') return Date.UTC(new Date(at * 1000).getUTCFullYear(), 0) / 1000;
  return at - Number.parseInt(window, 10) * DAY_SECONDS;
}

/**
 * (P1/P0 - 1) Y/dt: simple annual rate, a signed fraction (metrics.md 3.6).
 * Both ends are evaluation blocks; dt is the difference of their timestamps, never nominal days.
 */
export const apr = (start: Price | null, end: Price, basis: YearBasis = DEFAULT_YEAR): Measured<Rate> =>
  annualise(start, end, (growth) => simpleRate(growth, YEAR_SECONDS[basis], growth.seconds));

/** (P1/P0)^(Y/dt) - 1: compounded annual rate, a signed fraction (metrics.md 3.6). */
export const apy = (start: Price | null, end: Price, basis: YearBasis = DEFAULT_YEAR): Measured<Rate> =>
  annualise(start, end, (growth) => compoundRate(growth, YEAR_SECONDS[basis], growth.seconds));

/**
 * A rate from the growth of the price between two blocks.
 * No first price, or less than a day since it, is INSUFFICIENT_HISTORY; growth from a price of 0 has no value.
 */
export function annualise(start: Price | null, end: Price, formula: (growth: Growth) => Rate): Measured<Rate> {
  if (start === null || end.at - start.at < DAY_SECONDS) return missing('INSUFFICIENT_HISTORY');
  if (start.nav <= 0n) return missing('NOT_APPLICABLE');
  return known(formula({start: start.nav, end: end.nav, seconds: end.at - start.at}));
}
