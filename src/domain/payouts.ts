import {known, missing, type Measured} from './methodology';

/** What an account held of an asset's token when its revenue was distributed. */
export interface Holding {
  readonly holder: string;
  readonly balance: bigint;
}

/** A holder's part of a distribution; AID wei. */
export interface Payout {
  readonly holder: string;
  readonly balance: bigint;
  readonly expected: bigint;
  /** What the distributor said it paid; the vault's part is the leg that goes to it */
  readonly observed: Measured<bigint>;
}

/** The split of the net part of a distribution between the holders of the asset's token. */
export interface Split {
  readonly supply: bigint;
  /** The net part, which goes to the vault and the holders, dust included */
  readonly net: bigint;
  readonly payouts: readonly Payout[];
  /** Expected less observed, added up: 0, or a broken identity */
  readonly residual: bigint;
  /** net less the sum of the floors: less than one wei for each holder */
  readonly expectedDust: bigint;
  readonly isDustBounded: boolean;
}

/** The legs of a distribution that are split by balance. */
export interface NetLegs {
  readonly netToVault: bigint;
  readonly paidToHolders: bigint;
  readonly dust: bigint;
}

/**
 * holderPayout_i = floor(D x balance_i / supply), what flooring leaves to the vault (metrics.md 3.8), beside what was
 * observed. Of an asset without tokens all of D is the vault's.
 * @param holdings balances at the place of the distribution in the chain, none of them 0
 * @param paid what each holder but the vault was said to be paid
 */
export function splitOf(
  legs: NetLegs,
  holdings: readonly Holding[],
  paid: ReadonlyMap<string, bigint>,
  vault: string | null,
): Split {
  const net = legs.netToVault + legs.paidToHolders + legs.dust;
  const supply = holdings.reduce((sum, {balance}) => sum + balance, 0n);
  const observed = new Map(paid);
  if (vault !== null && legs.netToVault > 0n) observed.set(vault, legs.netToVault);
  const expected = expectedShares(net, supply, holdings, vault);
  const others = [...observed.keys()].filter((holder) => !expected.some((one) => one.holder === holder));
  const all = [...expected, ...others.map((holder) => ({holder, balance: 0n, expected: 0n}))];
  const payouts = all.map((one) => ({...one, observed: observedOf(one.expected, observed.get(one.holder))}));
  return {
    ...{supply, net, payouts},
    expectedDust: all.reduce((left, one) => left - one.expected, net),
    residual: payouts.reduce((sum, one) => sum + one.expected - (one.observed.value ?? 0n), 0n),
    isDustBounded: legs.dust <= BigInt(holdings.length),
  };
}

type Share = Omit<Payout, 'observed'>;

function expectedShares(net: bigint, supply: bigint, holdings: readonly Holding[], vault: string | null): Share[] {
  if (supply === 0n) return vault === null ? [] : [{holder: vault, balance: 0n, expected: net}];
  return holdings.map((holding) => ({...holding, expected: (net * holding.balance) / supply}));
}

/** A payout of nothing is not made, and not said. */
const observedOf = (expected: bigint, said: bigint | undefined): Measured<bigint> =>
  said === undefined && expected !== 0n ? missing('NO_OBSERVATION') : known(said ?? 0n);
