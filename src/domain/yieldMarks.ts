import {missing, type Measured} from './methodology';
import {DAY_SECONDS, type Rate, type YearBasis} from './rates';
import {apy} from './yield';

/** A NAV mark: the staking NAV (WAD) that holds from `at` (unix seconds) on, and the book behind it in wei. */
export interface Mark {
  readonly at: number;
  readonly stakingNav: bigint;
  readonly totalAssets: bigint;
  readonly totalShares: bigint;
}

/** Numbers of marks that yields are anchored to. */
export const MARK_SPANS = [1, 3, 6, 12] as const;
/** The span that stands for the yield where one number is needed (metrics.md section 0). */
export const HEADLINE_SPAN = 3;

/** Marks are expected every 30 days and overdue 5 days later (alert NavOverdue). */
export const MARK_CADENCE_SECONDS = 30 * DAY_SECONDS;
export const MARK_GRACE_SECONDS = 5 * DAY_SECONDS;

/** Marks in the order of their time, each closer than 24 h to the one before replacing it (last wins). */
export function mergeMarks<M extends {readonly at: number}>(marks: readonly M[]): M[] {
  const merged: M[] = [];
  for (const mark of [...marks].sort((a, b) => a.at - b.at)) {
    const last = merged.at(-1);
    if (last !== undefined && mark.at - last.at < DAY_SECONDS) merged.pop();
    merged.push(mark);
  }
  return merged;
}

export interface MarkApy {
  readonly marks: number;
  readonly apy: Measured<Rate>;
  /** Times of the two marks compared; null where no rate is given */
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * APY_k = (P_n / P_(n-k))^(Y/(t_n - t_(n-k))) - 1 over merged marks (metrics.md 3.6).
 * A rate is never carried past the next expected mark: a late mark gives MARK_OVERDUE.
 * @param at the instant asked about, unix seconds
 */
export function markApy(merged: readonly Mark[], k: number, at: number, basis: YearBasis): MarkApy {
  const none = (reason: 'INSUFFICIENT_HISTORY' | 'MARK_OVERDUE'): MarkApy => ({
    marks: k,
    apy: missing(reason),
    from: null,
    to: null,
  });
  const last = merged.at(-1);
  if (last !== undefined && at > last.at + MARK_CADENCE_SECONDS + MARK_GRACE_SECONDS) return none('MARK_OVERDUE');
  const first = merged.at(-1 - k);
  if (last === undefined || first === undefined) return none('INSUFFICIENT_HISTORY');
  const rate = apy({nav: first.stakingNav, at: first.at}, {nav: last.stakingNav, at: last.at}, basis);
  return {marks: k, apy: rate, from: first.at, to: last.at};
}

/** When the next mark is due by the 30-day cadence, unix seconds; null before the first mark. */
export function nextMarkExpectedAt(merged: readonly {readonly at: number}[]): number | null {
  const last = merged.at(-1);
  return last === undefined ? null : last.at + MARK_CADENCE_SECONDS;
}
