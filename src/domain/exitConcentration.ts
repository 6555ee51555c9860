import {known, missing, type Measured} from './methodology';
import {ratio, type Rate} from './rates';

/** Holders that count as the top (metrics.md A20). */
export const TOP_HOLDERS = 10;

/**
 * The part of all that the `count` largest of the amounts are, as a fraction; amounts of one unit, none negative
 * (metrics.md A20). Nothing to have a part of: NOT_APPLICABLE.
 */
export function topShare(amounts: readonly bigint[], count: number = TOP_HOLDERS): Measured<Rate> {
  const total = sum(amounts);
  if (total === 0n) return missing('NOT_APPLICABLE');
  const largest = [...amounts].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)).slice(0, count);
  return known(ratio(sum(largest), total));
}

/**
 * The largest open request per liquid AID, as a fraction; both in AID wei (metrics.md A20). No request, or nothing to
 * pay it with: NOT_APPLICABLE.
 */
export function largestToLiquid(largest: bigint | null, liquid: Measured<bigint>): Measured<Rate> {
  if (largest === null) return missing('NOT_APPLICABLE');
  if (liquid.reason !== null) return liquid;
  return liquid.value === 0n ? missing('NOT_APPLICABLE') : known(ratio(largest, liquid.value));
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
