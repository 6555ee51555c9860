export const WAD = 10n ** 18n;

/**
 * An amount of `decimals` places as WAD (18 places); exact for up to 18 decimals, floored above.
 */
export function toWad(amount: bigint, decimals: number): bigint {
  return decimals <= 18 ? amount * 10n ** BigInt(18 - decimals) : amount / 10n ** BigInt(decimals - 18);
}

/**
 * numerator / denominator rounded half-even, signed.
 * @throws RangeError unless the denominator is positive
 */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('A division that rounds has a positive denominator.');
  const rest = ((numerator % denominator) + denominator) % denominator;
  const floor = (numerator - rest) / denominator;
  const up = 2n * rest > denominator || (2n * rest === denominator && floor % 2n !== 0n);
  return up ? floor + 1n : floor;
}
