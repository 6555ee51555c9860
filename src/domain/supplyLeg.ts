import {InvariantError} from './errors';

/** A mint or a burn of AID that no log of its transaction has explained yet; AID wei as text. */
export interface SupplyLeg {
  readonly direction: 'MINT' | 'BURN';
  readonly account: string;
  readonly amount: string;
}

/** What a log says it minted or burned, AID wei. */
export interface LegClaim {
  readonly direction: SupplyLeg['direction'];
  readonly account: string;
  readonly amount: bigint;
}

/**
 * The legs that stay open when `amount` of one direction is explained. Taken first is what fits exactly, then other legs
 * of the account named, then those of others (a desk may pull AID in and burn its own); the newest first among equals.
 * @throws InvariantError when the transaction has less than that left to explain
 */
export function explain(legs: readonly SupplyLeg[], claim: LegClaim, record: string): SupplyLeg[] {
  const rank = ({account, amount}: SupplyLeg): number => {
    if (account !== claim.account) return 2;
    return BigInt(amount) === claim.amount ? 0 : 1;
  };
  const candidates = legs
    .map((leg, index) => ({leg, index}))
    .filter(({leg}) => leg.direction === claim.direction)
    .sort((a, b) => rank(a.leg) - rank(b.leg) || b.index - a.index);
  const rest = new Map<number, bigint>();
  let missing = claim.amount;
  for (const {leg, index} of candidates) {
    if (missing === 0n) break;
    const amount = BigInt(leg.amount);
    const taken = amount < missing ? amount : missing;
    rest.set(index, amount - taken);
    missing -= taken;
  }
  if (missing > 0n) {
    throw new InvariantError('A log explains more AID than its transaction minted or burned without explanation.', {
      direction: claim.direction,
      account: claim.account,
      explained: claim.amount,
      missing,
      record,
      check: 'the fromBlock of AID must not lie after the first log that mints or burns it',
    });
  }
  return legs.flatMap((leg, index) => {
    const left = rest.get(index);
    if (left === undefined) return [leg];
    return left === 0n ? [] : [{...leg, amount: left.toString()}];
  });
}

/** A flash mint's two legs: what was minted, what was burned again, and the legs that stay open. */
export interface FlashLegs {
  readonly minted: bigint;
  readonly burned: bigint;
  readonly open: readonly SupplyLeg[];
}

/**
 * The newest burn of the borrower is that of the flash mint, which ends with it; the mint is his newest of exactly
 * `amount` before it. The fee is burn less mint (domain.md 1.4).
 * @throws InvariantError when the two are not there, or less is burned than was minted
 */
export function flashLegs(legs: readonly SupplyLeg[], to: string, amount: bigint, record: string): FlashLegs {
  const burn = legs.findLastIndex(({direction, account}) => direction === 'BURN' && account === to);
  const mint = legs.findLastIndex(
    (leg, index) => index < burn && leg.direction === 'MINT' && leg.account === to && BigInt(leg.amount) === amount,
  );
  const burned = BigInt(legs[burn]?.amount ?? 0);
  if (burn < 0 || mint < 0 || burned < amount) {
    throw new InvariantError('A flash mint is not burned again with its fee in its transaction.', {
      account: to,
      amount,
      burned: burn < 0 ? 'nothing' : burned,
      record,
    });
  }
  return {minted: amount, burned, open: legs.filter((_leg, index) => index !== burn && index !== mint)};
}

/** The newest mint to an account that is not explained yet; undefined where there is none. */
export const newestMintTo = (legs: readonly SupplyLeg[], to: string): SupplyLeg | undefined =>
  legs.findLast(({direction, account}) => direction === 'MINT' && account === to);
