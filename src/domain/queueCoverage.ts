import {known, missing, type Measured} from './methodology';
import {ratio, type Rate} from './rates';

/**
 * Liquid AID per AID owed to the queue, as a fraction: liquid / pending, both in AID wei (metrics.md 3.4).
 * Nothing owed has no coverage: NOT_APPLICABLE. Liquidity that is not known keeps its reason.
 */
export function queueCoverage(liquid: Measured<bigint>, pending: bigint): Measured<Rate> {
  if (pending === 0n) return missing('NOT_APPLICABLE');
  return liquid.reason === null ? known(ratio(liquid.value, pending)) : liquid;
}

/**
 * AID owed to the queue per liquid AID: 1 / coverage (metrics.md 3.4). Nothing owed, or nothing to pay it with, has no
 * such ratio: NOT_APPLICABLE.
 */
export function queuePressure(liquid: Measured<bigint>, pending: bigint): Measured<Rate> {
  if (pending === 0n) return missing('NOT_APPLICABLE');
  if (liquid.reason !== null) return liquid;
  return liquid.value === 0n ? missing('NOT_APPLICABLE') : known(ratio(pending, liquid.value));
}
