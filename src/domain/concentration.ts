import {known, missing, type Measured} from './methodology';
import {ratio, Rate} from './rates';

/** How much of a whole rests on few names; every figure is a fraction of the whole (metrics.md 3.7). */
export interface Concentration {
  /** Sum of s_i^2: from 1/N for N equal names to 1 for a single one */
  readonly hhi: Rate;
  /** 1 / HHI: so many equal names would be as concentrated */
  readonly effectiveNames: Rate;
  readonly top1: Rate;
  readonly top3: Rate;
}

/** What can be said of a whole of which a part has no name. */
export interface ConcentrationBounds {
  readonly unknownShare: Rate;
  /** The unknown part spread thin over many names: it adds nothing */
  readonly lower: Rate;
  /** The unknown part is a single name, and that the largest of those known */
  readonly upper: Rate;
}

const ZERO = new Rate(0);

/**
 * Each amount as a fraction of their sum.
 * NOT_APPLICABLE for a sum of 0 and where an amount is negative: shares of such a whole mean nothing.
 */
export function sharesOf(amounts: readonly bigint[]): Measured<Rate[]> {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0n);
  if (whole === 0n || amounts.some((amount) => amount < 0n)) return missing('NOT_APPLICABLE');
  return known(amounts.map((amount) => ratio(amount, whole)));
}

/**
 * Concentration of shares that sum to 1 (metrics.md 3.7), exact but for the last of 50 digits.
 * NOT_APPLICABLE without any share.
 */
export function concentration(shares: readonly Rate[]): Measured<Concentration> {
  if (shares.length === 0) return missing('NOT_APPLICABLE');
  const hhi = sumOfSquares(shares);
  const largest = descending(shares);
  return known({
    hhi,
    effectiveNames: new Rate(1).div(hhi),
    top1: sum(largest.slice(0, 1)),
    top3: sum(largest.slice(0, 3)),
  });
}

/**
 * Bounds of the HHI where the names of a part of the whole are not known (metrics.md 3.7). Whoever the unknown names
 * are, known ones or others, the HHI of the whole lies between the bounds.
 * @param shares of the known names, as fractions of the whole; what they leave of 1 is unknown
 */
export function concentrationBounds(shares: readonly Rate[]): ConcentrationBounds {
  const unknownShare = new Rate(1).minus(sum(shares));
  const [largest = ZERO, ...others] = descending(shares);
  return {
    unknownShare,
    lower: sumOfSquares(shares),
    upper: sumOfSquares([largest.plus(unknownShare), ...others]),
  };
}

/** Amounts added up by name, in the order in which the names first appear. */
export function byName<T>(
  items: readonly T[],
  name: (item: T) => string,
  amount: (item: T) => bigint,
): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const item of items) sums.set(name(item), (sums.get(name(item)) ?? 0n) + amount(item));
  return sums;
}

const sum = (shares: readonly Rate[]): Rate => shares.reduce((total, share) => total.plus(share), ZERO);
const sumOfSquares = (shares: readonly Rate[]): Rate => sum(shares.map((share) => share.pow(2)));
const descending = (shares: readonly Rate[]): Rate[] => [...shares].sort((a, b) => b.comparedTo(a));
