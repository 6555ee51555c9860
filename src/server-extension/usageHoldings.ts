import type {EntityManager} from 'typeorm';
import {DEFI_CLASSES, type AccountClass} from '../domain/accountClass';
import {convertToAssets} from '../domain/erc4626';
import {derive, known, missing, orMissing, type Measured} from '../domain/methodology';
import type {StakingVaultRow} from '../domain/stakingVault';
import type {AccountHoldingPart} from './answers/usageParts';
import type {AsOfPoint, Held} from './asOf';
import {holdingsAt, type Grouped} from './holdings';
import {knownAccounts, ofClass, type KnownAccount} from './knownAccounts';
import {once} from './once';
import {mainToken, type UsageToken} from './usageToken';
import {versionsAt, type RowName} from './versions';

/** What the named accounts hold of a token as of a block, in its smallest unit. */
export interface NamedHoldings {
  readonly classes: ReadonlyMap<AccountClass, bigint>;
  /** Held by the sAID vault, which is in a class besides */
  readonly inVault: bigint;
  /** Of each account of a class that holds something, the largest first */
  accountsOf(kind: AccountClass): Promise<AccountHoldingPart[]>;
}

/** Group of the vault's own holding. */
const VAULT = 'VAULT';

const groupOf = ({role, ...account}: KnownAccount): string => (role === 'said' ? VAULT : account.class);

/** As of each block; single accounts are read when they are asked for. */
export async function namedHoldings(
  em: EntityManager,
  {chain}: Held,
  token: UsageToken,
  heights: readonly number[],
): Promise<NamedHoldings[]> {
  const accounts = knownAccounts(chain);
  const group = (of: (account: KnownAccount) => string): Grouped[] =>
    accounts.map((account) => ({address: account.address, group: of(account)}));
  const sums = await holdingsAt(em, token.id, group(groupOf), heights);
  const single = once(() =>
    holdingsAt(
      em,
      token.id,
      group(({address}) => address),
      heights,
    ),
  );
  return sums.map((held, index) => ({
    classes: classSums(accounts, held),
    inVault: held.get(VAULT) ?? 0n,
    accountsOf: async (kind) => holders(ofClass(accounts, [kind]), (await single())[index] ?? new Map()),
  }));
}

function classSums(accounts: readonly KnownAccount[], sums: ReadonlyMap<string, bigint>): Map<AccountClass, bigint> {
  const classes = new Map<AccountClass, bigint>();
  for (const [group, amount] of sums) {
    const kind = accounts.find((account) => groupOf(account) === group)?.class;
    if (kind !== undefined) classes.set(kind, (classes.get(kind) ?? 0n) + amount);
  }
  return classes;
}

const holders = (accounts: readonly KnownAccount[], sums: ReadonlyMap<string, bigint>): AccountHoldingPart[] =>
  accounts
    .map(({address, name}) => ({address, name, amount: sums.get(address) ?? 0n}))
    .filter(({amount}) => amount > 0n)
    .sort((a, b) => (a.amount === b.amount ? (a.address < b.address ? -1 : 1) : a.amount > b.amount ? -1 : 1));

/**
 * What the sAID in DeFi is worth in AID at the staking NAV of each block, floored as the contract's convertToAssets.
 * Exactly 0 where DeFi holds no sAID; missing for other tokens, without a vault, and before its book was read.
 */
export async function defiBehindSaid(
  em: EntityManager,
  {chain}: Held,
  token: UsageToken,
  points: readonly AsOfPoint[],
): Promise<Measured<bigint>[]> {
  const said = mainToken(chain, 'SAID');
  if (token.name !== 'AID' || said === undefined) return points.map(() => missing('NOT_APPLICABLE'));
  const vault: RowName = {chainId: chain.chainId, projection: 'stakingVault', key: said.id};
  const snapshots = points.map((point) => new Map([[chain.chainId, point]]));
  const versions = await versionsAt(em, [vault], snapshots);
  const places = ofClass(knownAccounts(chain), DEFI_CLASSES).map(({address}) => ({address, group: ''}));
  const heights = points.map(({height}) => height);
  const shares = await holdingsAt(em, said.id, places, heights);
  return versions.map((version, index) => {
    const row = version.get<StakingVaultRow>(vault)?.row;
    const inDefi = shares[index]?.get('') ?? 0n;
    if (inDefi === 0n) return known(0n);
    const book = orMissing(row?.totalAssets, row?.navHeight == null ? 'NO_OBSERVATION' : 'REVERTED');
    return derive(book, (assets) => convertToAssets(inDefi, assets, row?.totalShares ?? 0n));
  });
}
