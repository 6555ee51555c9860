export const WAD = 10n ** 18n;

/**
 * An amount of `decimals` places as WAD (18 places); exact for up to 18 decimals, floored above.
 */
export function toWad(amount: bigint, decimals: number): bigint {
  return decimals <= 18 ? amount * 10n ** BigInt(18 - decimals) : amount / 10n ** BigInt(decimals - 18);
}
