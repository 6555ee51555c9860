import {known, missing, type Measured} from './methodology';
import {DAY_SECONDS, ratio, type Rate} from './rates';
import type {Mark} from './yieldMarks';

const YEAR_BACK = 365 * DAY_SECONDS;

/**
 * TTM: product of the mark returns of the trailing 365 days, less 1, not annualised (metrics.md 3.6). The first of them
 * begins with the last mark from before; without one the year is not covered: INSUFFICIENT_HISTORY.
 * @param at the instant asked about, unix seconds
 */
export function trailingYear(merged: readonly Mark[], at: number): Measured<Rate> {
  const base = merged.findLast((mark) => mark.at <= at - YEAR_BACK);
  const last = merged.at(-1);
  if (base === undefined || last === undefined) return missing('INSUFFICIENT_HISTORY');
  if (base.stakingNav <= 0n) return missing('NOT_APPLICABLE');
  return known(ratio(last.stakingNav, base.stakingNav).minus(1));
}
