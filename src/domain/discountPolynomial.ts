/** A flow of `amount` that comes `seconds` after the first. */
export interface Term {
  readonly seconds: number;
  readonly amount: bigint;
}

const BITS = 256n;
/** The number 1 as a fixed-point integer: 256 binary places, some 77 decimal ones. */
export const ONE = 1n << BITS;

/** A root is found when it is known to this many units: 2^-224, some 67 decimal places. */
const TOLERANCE = 1n << 32n;

/** Intervals are halved so often before it is given up to tell their roots apart. */
const DEEPEST = 16;

/**
 * The net present value of terms at a discount a second, and its slope times that discount: what comes in and what goes
 * out apart, both growing with the discount.
 */
interface Point {
  readonly at: bigint;
  readonly incoming: bigint;
  readonly outgoing: bigint;
  readonly incomingSlope: bigint;
  readonly outgoingSlope: bigint;
}

const valueOf = ({incoming, outgoing}: Point): bigint => incoming - outgoing;
const slopeOf = ({incomingSlope, outgoingSlope}: Point): bigint => incomingSlope - outgoingSlope;

/**
 * Exponents are whole seconds, so that a value costs multiplications of integers only: the rate itself would cost a
 * logarithm and an exponential for each flow, a hundred times as much.
 */
function pointOf(terms: readonly Term[], at: bigint): Point {
  const power = powers(at);
  const sums = {incoming: 0n, outgoing: 0n, incomingSlope: 0n, outgoingSlope: 0n};
  for (const {seconds, amount} of terms) {
    const value = amount * power(seconds);
    if (amount > 0n) {
      sums.incoming += value;
      sums.incomingSlope += value * BigInt(seconds);
    } else {
      sums.outgoing -= value;
      sums.outgoingSlope -= value * BigInt(seconds);
    }
  }
  return {at, ...sums};
}

/**
 * The one discount between two others, ends excluded, at which the net present value is 0; null unless it is proved that
 * there is one and no other.
 */
export function onlyRoot(terms: readonly Term[], low: bigint, high: bigint): bigint | null {
  const [from, to] = [pointOf(terms, low), pointOf(terms, high)];
  return countRoots(terms, from, to, DEEPEST) === 1 ? rootBetween(terms, from, to) : null;
}

/**
 * How many roots lie between two points; null where that cannot be told. An interval has none where the bounds of the
 * value exclude 0, and at most one where the bounds of the slope do; any other is halved.
 */
function countRoots(terms: readonly Term[], from: Point, to: Point, deepest: number): number | null {
  const [atFrom, atTo] = [valueOf(from), valueOf(to)];
  if (atFrom === 0n || atTo === 0n) return null;
  if (from.incoming > to.outgoing || to.incoming < from.outgoing) return 0;
  if (from.incomingSlope > to.outgoingSlope || to.incomingSlope < from.outgoingSlope) {
    return atFrom < 0n === atTo < 0n ? 0 : 1;
  }
  if (deepest === 0) return null;
  const middle = pointOf(terms, (from.at + to.at) / 2n);
  const before = countRoots(terms, from, middle, deepest - 1);
  if (before === null || before > 1) return before;
  const after = countRoots(terms, middle, to, deepest - 1);
  return after === null ? null : before + after;
}

/**
 * Newton's steps, halved into the bracket where they leave it, until the sign is seen to change within the tolerance.
 * Each goes a little further than it points, so that the bracket closes from both sides.
 */
function rootBetween(terms: readonly Term[], from: Point, to: Point): bigint {
  const isNegativeBelow = valueOf(from) < 0n;
  let [low, high] = [from.at, to.at];
  let at = (low + high) / 2n;
  while (high - low > TOLERANCE) {
    const point = pointOf(terms, at);
    const isBelow = valueOf(point) < 0n === isNegativeBelow;
    if (isBelow) low = at;
    else high = at;
    const slope = slopeOf(point);
    const newton = slope === 0n ? low : at - (valueOf(point) * at) / slope;
    const beyond = isBelow ? newton + TOLERANCE / 4n : newton - TOLERANCE / 4n;
    at = low < beyond && beyond < high ? beyond : (low + high) / 2n;
  }
  return (low + high) / 2n;
}

/** Powers of a fixed-point number with whole exponents, from squares computed once. */
function powers(base: bigint): (exponent: number) => bigint {
  const squares = [base];
  return (exponent) => {
    let product = ONE;
    for (let left = exponent, i = 0; left > 0; left = Math.floor(left / 2), i += 1) {
      const square = (squares[i] ??= squared(squares[i - 1] ?? base));
      if (left % 2 === 1) product = (product * square) >> BITS;
    }
    return product;
  };
}

const squared = (x: bigint): bigint => (x * x) >> BITS;
