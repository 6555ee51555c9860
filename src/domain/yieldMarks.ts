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

/** How often marks are expected, and how late one may be before it is overdue. */
export interface MarkCadence {
  readonly days: number;
  readonly graceDays: number;
}

/** Every 30 days, overdue 5 days later (alert NavOverdue): where the network does not say otherwise. */
export const DEFAULT_CADENCE: MarkCadence = {days: 30, graceDays: 5};

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
export function markApy(
  merged: readonly Mark[],
  k: number,
  at: number,
  basis: YearBasis,
  cadence: MarkCadence = DEFAULT_CADENCE,
): MarkApy {
  const none = (reason: 'INSUFFICIENT_HISTORY' | 'MARK_OVERDUE'): MarkApy => ({
    marks: k,
    apy: missing(reason),
    from: null,
    to: null,
  });
  const last = merged.at(-1);
  if (isMarkOverdue(merged, at, cadence)) return none('MARK_OVERDUE');
  const first = merged.at(-1 - k);
  if (last === undefined || first === undefined) return none('INSUFFICIENT_HISTORY');
  const rate = apy({nav: first.stakingNav, at: first.at}, {nav: last.stakingNav, at: last.at}, basis);
  return {marks: k, apy: rate, from: first.at, to: last.at};
}

/** Whether the mark after the last one is later than the cadence and its grace allow; before the first, none is due. */
export function isMarkOverdue(
  merged: readonly {readonly at: number}[],
  at: number,
  {days, graceDays}: MarkCadence = DEFAULT_CADENCE,
): boolean {
  const last = merged.at(-1);
  return last !== undefined && at > last.at + (days + graceDays) * DAY_SECONDS;
}

/** When the next mark is due by the cadence, unix seconds; null before the first mark. */
export function nextMarkExpectedAt(
  merged: readonly {readonly at: number}[],
  {days}: MarkCadence = DEFAULT_CADENCE,
): number | null {
  const last = merged.at(-1);
  return last === undefined ? null : last.at + days * DAY_SECONDS;
}
