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

/**
 * The net present value of terms as a polynomial of the discount a second, in fixed point. Exponents are whole seconds,
 * so that a value costs multiplications of integers only: the rate itself would cost a logarithm and an exponential for
 * each flow, a hundred times as much.
 * @param terms by their seconds, first to last
 */
export function discountPolynomial(terms: readonly Term[]) {
  /** Value of each term, and of the terms times their seconds, at a discount. */
  const valuesAt = (discount: bigint): bigint[] => {
    const power = powers(discount);
    return terms.map(({seconds, amount}) => amount * power(seconds));
  };
  const valueAt = (discount: bigint): bigint => total(valuesAt(discount));

  return {
    /** Sums of the first, the first two, ... of the discounted terms. */
    runningSums: (discount: bigint): bigint[] => {
      let sum = 0n;
      return valuesAt(discount).map((value) => (sum += value));
    },

    /**
     * The discount between two others, ends excluded, at which the value is 0; null where the value has one sign at
     * both. Newton's steps, halved into the bracket where they leave it, until the sign is seen to change within the
     * tolerance.
     */
    rootBetween: (from: bigint, to: bigint): bigint | null => {
      const [atFrom, atTo] = [valueAt(from), valueAt(to)];
      const isNegativeAtFrom = atFrom < 0n;
      if (atFrom === 0n || atTo === 0n || atTo < 0n === isNegativeAtFrom) return null;
      let [low, high] = [from, to];
      let at = (low + high) / 2n;
      while (high - low > TOLERANCE) {
        const values = valuesAt(at);
        const value = total(values);
        if (value < 0n === isNegativeAtFrom) low = at;
        else high = at;
        const slope = total(values.map((one, i) => one * BigInt(terms[i]?.seconds ?? 0)));
        const step = slope === 0n ? high - low : (-value * at) / slope;
        at = within(low, high, at + step, value < 0n === isNegativeAtFrom);
      }
      return (low + high) / 2n;
    },
  };
}

/**
 * The next place to look at: the Newton step, gone a little further than it points so that the bracket closes from both
 * sides; the middle where that lies outside.
 */
function within(low: bigint, high: bigint, newton: bigint, isBelow: boolean): bigint {
  const beyond = isBelow ? newton + TOLERANCE / 4n : newton - TOLERANCE / 4n;
  return low < beyond && beyond < high ? beyond : (low + high) / 2n;
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
const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
