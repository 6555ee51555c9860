import {compoundRate} from './growth';
import {known, missing, type Measured} from './methodology';
import {ratio, YEAR_SECONDS, type Rate, type YearBasis} from './rates';

/** Yields in the forms others quote them in; all signed fractions. */

/** e^x - 1: the yearly rate of a continuous one, as Pendle stores its implied rate (metrics.md 3.6). */
export const impliedYield = (lnRate: Rate): Rate => lnRate.exp().minus(1);

/**
 * (1 + apr/n)^n - 1: an APR compounded n times a year.
 * @throws RangeError when n is not a positive whole number
 */
export function aprToApy(apr: Rate, n: number): Rate {
  if (!Number.isSafeInteger(n) || n <= 0) throw new RangeError(`A rate compounds a whole number of times, not ${n}.`);
  return apr.div(n).plus(1).pow(n).minus(1);
}

/** The only name a rate per second may carry: it is simple, so it is no APY (metrics.md B13). */
export const ACCRUAL_RATE = 'ACCRUAL_RATE';

/**
 * The simple yearly rate of what vests, Y x (vesting per second) / totalAssets: for vaults that release income over time.
 * Missing where nothing vests or nothing is staked.
 */
export function accrualRate(
  vestingPerSecond: bigint | null,
  totalAssets: bigint,
  basis: YearBasis,
): {readonly label: typeof ACCRUAL_RATE; readonly rate: Measured<Rate>} {
  const isDefined = vestingPerSecond !== null && totalAssets > 0n;
  const rate = isDefined
    ? known(ratio(vestingPerSecond * BigInt(YEAR_SECONDS[basis]), totalAssets))
    : missing('NOT_APPLICABLE');
  return {label: ACCRUAL_RATE, rate};
}

/**
 * 1e4 (1 - market / unstaking NAV): how far below its NAV a share trades, in basis points, signed (metrics.md B14).
 * Both prices in the same unit and scale; a worthless share has none.
 */
export const discountBps = (market: bigint, unstakingNav: bigint): Measured<Rate> =>
  unstakingNav <= 0n ? missing('NOT_APPLICABLE') : known(ratio(unstakingNav - market, unstakingNav).times(10_000));

/** (NAV / market)^(Y/wait) - 1: what buying at the market and leaving at the NAV after a wait yields a year. */
export function impliedExitYield(
  market: bigint,
  unstakingNav: bigint,
  waitSeconds: number,
  basis: YearBasis,
): Measured<Rate> {
  if (market <= 0n || waitSeconds <= 0) return missing('NOT_APPLICABLE');
  const growth = {start: market, end: unstakingNav, seconds: waitSeconds};
  return known(compoundRate(growth, YEAR_SECONDS[basis], waitSeconds));
}
