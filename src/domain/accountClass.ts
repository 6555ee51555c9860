/** What the holders of a token do, as a network's labels say; WALLET is everybody whom no label names. */
export const ACCOUNT_CLASSES = [
  'AI_SERVICE',
  'DEX',
  'LENDING',
  'EXCHANGE',
  'BRIDGE',
  'TREASURY',
  'PROTOCOL',
  'WALLET',
] as const;
export type AccountClass = (typeof ACCOUNT_CLASSES)[number];

/** Classes in which a token works in DeFi. */
export const DEFI_CLASSES: readonly AccountClass[] = ['DEX', 'LENDING'];

/**
 * The supply by class: the holdings given, and for WALLET what is left of the supply, so that the parts are the whole to
 * the wei.
 */
export function byClass(supply: bigint, held: ReadonlyMap<AccountClass, bigint>): Map<AccountClass, bigint> {
  const named = ACCOUNT_CLASSES.filter((one) => one !== 'WALLET').map((one) => [one, held.get(one) ?? 0n] as const);
  const wallets = named.reduce((left, [, amount]) => left - amount, supply);
  return new Map<AccountClass, bigint>([...named, ['WALLET', wallets]]);
}
