import {simpleRate} from './growth';
import type {Measured} from './methodology';
import {ratio, Rate, YEAR_SECONDS, type YearBasis} from './rates';
import {WAD} from './units';
import {annualise, type Price} from './yield';

/** Fees that were paid out of revenue before it reached the vault: AID wei, with the shares that bore them. */
export interface FeePaid {
  readonly fees: bigint;
  readonly totalShares: bigint;
}

/** Fees per share, in AID per share as WAD with fractions: never a constant share of the yield, always what was paid. */
export const feesPerShare = (paid: readonly FeePaid[]): Rate =>
  paid.reduce(
    (sum, {fees, totalShares}) => (totalShares === 0n ? sum : sum.plus(ratio(fees * WAD, totalShares))),
    new Rate(0),
  );

/**
 * ((P1 - P0 + fees per share) / P0) Y/dt: the simple annual rate before fees, a signed fraction. It is the net rate plus
 * fees/(shares x P0) (metrics.md 3.6), each fee divided by the shares there were when it was paid.
 */
export const grossApr = (start: Price | null, end: Price, fees: Rate, basis: YearBasis): Measured<Rate> =>
  annualise(start, end, (growth) => {
    const year = YEAR_SECONDS[basis];
    const paid = fees.times(year).div((growth.start * BigInt(growth.seconds)).toString());
    return simpleRate(growth, year, growth.seconds).plus(paid);
  });
