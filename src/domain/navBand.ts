import {ratio, Rate, yearSeconds, type YearBasis} from './rates';
import {WAD} from './units';

/** How far a NAV may move between two marks, in basis points. */
export interface NavBandTerms {
  /** Highest yearly gain expected */
  readonly maxApyBps: number;
  /** On top of that gain */
  readonly toleranceBps: number;
  /** Largest fall expected */
  readonly discountBps: number;
}

/** AID per share. */
export interface NavBand {
  readonly lower: Rate;
  readonly upper: Rate;
}

const fraction = (bps: number): Rate => new Rate(bps).div(10_000);

/**
 * [P (1 - d), P (1 + maxApy dt / Y) (1 + tol)] (metrics.md A16).
 * @param previous NAV before the step, WAD
 * @param dtSeconds between the two marks
 */
export function navBand(previous: bigint, dtSeconds: number, terms: NavBandTerms, basis: YearBasis): NavBand {
  const price = ratio(previous, WAD);
  const growth = fraction(terms.maxApyBps).times(dtSeconds).div(yearSeconds(basis));
  return {
    lower: price.times(fraction(-terms.discountBps).plus(1)),
    upper: price.times(growth.plus(1)).times(fraction(terms.toleranceBps).plus(1)),
  };
}

/** Whether a NAV (WAD) lies outside the band: it is flagged, and kept as it is. */
export const isSuspect = (nav: bigint, {lower, upper}: NavBand): boolean => {
  const price = ratio(nav, WAD);
  return price.lt(lower) || price.gt(upper);
};
