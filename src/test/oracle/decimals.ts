/** Decimal text as WAD; more than 18 decimals would be a finding. */
export function wad(text: string): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,18}))?$/.exec(text) ?? [];
  if (whole === '') throw new Error(`not a decimal of at most 18 places: ${text}`);
  return BigInt(sign + whole + fraction.padEnd(18, '0'));
}

/** a / b, rounded half to even; b is positive. */
export function halfEven(a: bigint, b: bigint): bigint {
  if (a < 0n) return -halfEven(-a, b);
  const [quotient, rest] = [a / b, (a % b) * 2n];
  return rest > b || (rest === b && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** a / b as WAD, as a ratio is answered; null where there is nothing to divide by. */
export const ratioWad = (a: bigint, b: bigint): bigint | null => (b === 0n ? null : halfEven(a * 10n ** 18n, b));

/** Decimal text as WAD, null as null. */
export const wadOrNull = (text: string | null): bigint | null => (text === null ? null : wad(text));

export const sum = (amounts: Iterable<bigint>): bigint => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
};

/** An instant of an answer in unix seconds. */
export const secondsOf = (instant: string): number => Date.parse(instant) / 1000;
