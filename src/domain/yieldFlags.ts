import type {Measured} from './methodology';
import {Rate} from './rates';

/** What is odd about a rate. A flag never alters the value it is put on (metrics.md B11). */
export type YieldFlag = 'SPIKE' | 'NEG_TREND' | 'DIVERGENT' | 'STALE';

const SPIKE_LEAST = new Rate('0.02');

/**
 * Flags of a rate beside a calmer one (the 30-day rate for windows): SPIKE above 2 % and above twice it, NEG_TREND below
 * 70 % of it, DIVERGENT more than twice it away from it (above three times it), STALE where the newest mark is overdue.
 * For a base that is not positive the same distances are measured from it. A missing rate has no flag but STALE.
 */
export function yieldFlags(rate: Measured<Rate>, base: Measured<Rate>, isStale: boolean): YieldFlag[] {
  const stale: YieldFlag[] = isStale ? ['STALE'] : [];
  if (rate.reason !== null || base.reason !== null) return stale;
  const size = base.value.abs();
  const distance = rate.value.minus(base.value);
  const flags: [YieldFlag, boolean][] = [
    ['SPIKE', rate.value.gt(SPIKE_LEAST) && distance.gt(size)],
    ['NEG_TREND', distance.lt(size.times('-0.3'))],
    ['DIVERGENT', distance.abs().gt(size.times(2))],
  ];
  return [...flags.filter(([, isSet]) => isSet).map(([flag]) => flag), ...stale];
}
