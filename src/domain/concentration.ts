import {missing, known, type Measured} from './methodology';
import {ratio, Rate} from './rates';

/** How much of a whole lies with few (metrics.md 3.7). */
export interface Concentration {
  /** Sum of the shares' squares, in [1/N, 1] */
  readonly hhi: Rate;
  /** 1 / HHI: as many equal parts are as concentrated */
  readonly effectiveN: Rate;
  /** The largest share, and the sum of the three largest */
  readonly top1: Rate;
  readonly top3: Rate;
}

/** The HHI where part of the whole has no known name. */
export interface HhiBounds {
  /** The unknown part spread thin, so that it adds nothing */
  readonly lower: Rate;
  /** The unknown part with one further name */
  readonly upper: Rate;
  /** The unknown part with the largest known name */
  readonly worst: Rate;
}

const ZERO = new Rate(0);

const squares = (shares: readonly Rate[]): Rate => shares.reduce((sum, share) => sum.plus(share.pow(2)), ZERO);

const descending = (shares: readonly Rate[]): Rate[] => [...shares].sort((a, b) => b.comparedTo(a));

/** Of shares that sum to 1; missing where there is none. */
export function concentration(shares: readonly Rate[]): Measured<Concentration> {
  const hhi = squares(shares);
  if (hhi.isZero()) return missing('NOT_APPLICABLE');
  const [first = ZERO, second = ZERO, third = ZERO] = descending(shares);
  return known({hhi, effectiveN: hhi.pow(-1), top1: first, top3: first.plus(second).plus(third)});
}

/** Bounds of the HHI where the known shares leave `unknown` of 1 without a name. */
export function hhiBounds(shares: readonly Rate[], unknown: Rate): HhiBounds {
  const [largest = ZERO, ...others] = descending(shares);
  const lower = squares(shares);
  return {
    lower,
    upper: lower.plus(unknown.pow(2)),
    worst: squares([largest.plus(unknown), ...others]),
  };
}

/** Amounts of one unit by name as shares of their sum; missing where the sum is 0. */
export function sharesOf(amounts: readonly bigint[]): Measured<Rate[]> {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0n);
  return whole === 0n ? missing('NOT_APPLICABLE') : known(amounts.map((amount) => ratio(amount, whole)));
}
