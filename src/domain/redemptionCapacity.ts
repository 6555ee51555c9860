import {derive, known, missing, orMissing, type Measured} from './methodology';
import {utcDay, type RedeemerStateRow} from './redeemerState';

/** What can be redeemed at once, AID wei; the float counts at par. */
export interface RedemptionCapacity {
  readonly redeemedToday: bigint;
  /** What the limit leaves of the UTC day, as the contract counts it: 0 where a limit was lowered below what went */
  readonly remainingAllowance: Measured<bigint>;
  /** min(float, remaining allowance) (metrics.md 3.4) */
  readonly capacity: Measured<bigint>;
}

type Terms = Pick<RedeemerStateRow, 'dailyLimit' | 'lastDay' | 'redeemedOnLastDay' | 'isEnabled'>;

/**
 * @param float stablecoin the redeemer holds, WAD
 * @param at the instant asked about, unix seconds
 */
export function redemptionCapacity(terms: Terms | undefined, float: Measured<bigint>, at: number): RedemptionCapacity {
  const redeemedToday = terms?.lastDay === utcDay(at) ? terms.redeemedOnLastDay : 0n;
  const remaining = derive(orMissing(terms?.dailyLimit, 'NO_OBSERVATION'), (limit) =>
    limit > redeemedToday ? limit - redeemedToday : 0n,
  );
  return {redeemedToday, remainingAllowance: remaining, capacity: capacityOf(terms, float, remaining)};
}

function capacityOf(terms: Terms | undefined, float: Measured<bigint>, remaining: Measured<bigint>): Measured<bigint> {
  if (terms?.isEnabled === false) return known(0n);
  if (float.reason !== null) return missing(float.reason);
  return derive(remaining, (allowed) => (allowed < float.value ? allowed : float.value));
}
