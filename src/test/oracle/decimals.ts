/** Decimal text as WAD; more than 18 decimals would be a finding. */
export function wad(text: string): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,18}))?$/.exec(text) ?? [];
  if (whole === '') throw new Error(`not a decimal of at most 18 places: ${text}`);
  return BigInt(sign + whole + fraction.padEnd(18, '0'));
}

/** a / b, rounded half to even. */
export function halfEven(a: bigint, b: bigint): bigint {
  const [quotient, rest] = [a / b, (a % b) * 2n];
  return rest > b || (rest === b && quotient % 2n === 1n) ? quotient + 1n : quotient;
}
