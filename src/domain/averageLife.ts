import {known, missing, type Measured} from './methodology';
import {DEFAULT_YEAR, Rate, yearSeconds, type YearBasis} from './rates';

/** An amount (AID wei) that is there until an instant, unix seconds. */
export interface Until {
  readonly at: number;
  readonly amount: bigint;
}

/**
 * Average time until amounts come, weighted by them: sum t_j A_j / sum A_j, in years of `basis` days from `from`.
 * With what is still to be repaid on each due date it is the WAL, with balances and their maturities the WAM (metrics.md
 * 3.8). What is overdue counts with its negative time. NOT_APPLICABLE where nothing is to come.
 */
export function averageYears(amounts: readonly Until[], from: number, basis: YearBasis = DEFAULT_YEAR): Measured<Rate> {
  const whole = amounts.reduce((sum, {amount}) => sum + amount, 0n);
  if (whole === 0n) return missing('NOT_APPLICABLE');
  const weighted = amounts.reduce((sum, {at, amount}) => sum + amount * BigInt(at - from), 0n);
  return known(new Rate(weighted.toString()).div(whole.toString()).div(yearSeconds(basis)));
}

/**
 * WAL of the assets less the exit term of the liabilities, years: positive where money is bound longer than those who
 * may leave have to wait (metrics.md C6).
 */
export function maturityMismatch(assetYears: Measured<Rate>, exitYears: Measured<Rate>): Measured<Rate> {
  if (assetYears.reason !== null) return assetYears;
  if (exitYears.reason !== null) return exitYears;
  return known(assetYears.value.minus(exitYears.value));
}

/** A request to leave that was paid in full; AID wei, unix seconds. */
export interface SettledRequest {
  readonly requestedAt: number;
  readonly settledAt: number;
  readonly assetsPaid: bigint;
}

/** How long those who left had to wait, weighted by what they were paid, years; NO_OBSERVATION before anybody left. */
export function observedWait(requests: readonly SettledRequest[]): Measured<Rate> {
  const waits = requests.map(({requestedAt, settledAt, assetsPaid}) => ({
    at: settledAt - requestedAt,
    amount: assetsPaid,
  }));
  const years = averageYears(waits, 0);
  return years.reason === null ? years : missing('NO_OBSERVATION');
}
