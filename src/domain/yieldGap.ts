import {known, missing, type Measured} from './methodology';
import {fractionOf, naturalLog} from './power';
import {ratio, Rate, type YearBasis} from './rates';
import {WAD} from './units';

/** Both NAVs of the vault in AID per share, WAD: staking (deposit) and unstaking (exit). */
export interface Navs {
  readonly staking: bigint;
  readonly unstaking: bigint;
}

/** 1e4 (1 - U/S), in basis points, signed (metrics.md 3.6). */
export function navGapBps({staking, unstaking}: Navs): Measured<Rate> {
  if (staking <= 0n) return missing('NOT_APPLICABLE');
  return known(ratio(staking - unstaking, staking).times(10_000));
}

/** (S - U) x shares in AID wei, floored; positive is a loss not yet realised (metrics.md 3.6). */
export const unrealizedLoss = ({staking, unstaking}: Navs, totalShares: bigint): bigint =>
  ((staking - unstaking) * totalShares) / WAD;

/**
 * Days of holding at a constant `yearly` APY after which an exit at U returns what an entry at S paid:
 * days of the year x ln(S/U) / ln(1+y) (metrics.md 3.6). A yield that is not positive never breaks even.
 */
export function breakevenDays({staking, unstaking}: Navs, yearly: Measured<Rate>, basis: YearBasis): Measured<Rate> {
  if (yearly.reason !== null) return yearly;
  if (staking <= 0n || unstaking <= 0n || !yearly.value.gt(0)) return missing('NOT_APPLICABLE');
  if (staking === unstaking) return known(new Rate(0));
  return known(
    new Rate(basis)
      .times(naturalLog({numerator: staking, denominator: unstaking}))
      .div(naturalLog(fractionOf(yearly.value.plus(1)))),
  );
}
