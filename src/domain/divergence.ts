import {known, missing, type Measured} from './methodology';
import {ratio, type Rate} from './rates';

/**
 * abs(a - b) / abs(b): how far one reading lies from a second, independent one of the same thing (metrics.md A14);
 * both of the same unit. Against nothing there is no measure.
 */
export function divergence(a: bigint, b: bigint): Measured<Rate> {
  if (b === 0n) return a === 0n ? known(ratio(0n, 1n)) : missing('NOT_APPLICABLE');
  return known(ratio(a - b, b).abs());
}
