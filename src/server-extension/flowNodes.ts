import type {EntityManager} from 'typeorm';
import {CUSTODY, ISSUANCE, usdEdges, type MovedSum} from '../domain/fundEdges';
import type {NodeBalance} from '../domain/fundFlow';
import {contractRowId} from '../domain/ids';
import type {ReserveComponentRow} from '../domain/reserve';
import type {TokenRow} from '../domain/token';
import {toWad} from '../domain/units';
import {contractsOf, type IndexedChain} from './chains';
import type {HeldBlock} from './heldBlocks';
import {holdingsAt, type Grouped} from './holdings';
import {knownAccounts, type KnownAccount} from './knownAccounts';
import {versionsAt, type RowName, type VersionsAt} from './versions';

/** Node of everybody whom no label names. */
export const WALLET = 'WALLET';

const ROLE_NODES: Readonly<Record<string, string>> = {said: 'VAULT', revenueDistributor: 'DISTRIBUTOR'};

const nodeOf = ({role, ...account}: KnownAccount): string => ROLE_NODES[role ?? ''] ?? account.class;

/** The named accounts of a chain by their node. */
export const nodeAccounts = (chain: IndexedChain): Grouped[] =>
  knownAccounts(chain).map((account) => ({address: account.address, group: nodeOf(account)}));

/** The ends of a period; the opening is null before the first block held, where everything is 0. */
export interface Ends {
  readonly opening: HeldBlock | null;
  readonly closing: HeldBlock;
}

/** The rows that say what was held and what was told, as of both ends. */
export const versionsAtEnds = (
  em: EntityManager,
  names: readonly RowName[],
  {opening, closing}: Ends,
): Promise<VersionsAt[]> =>
  versionsAt(
    em,
    names,
    [opening, closing].map((block) => new Map(block === null ? [] : [[block.chainId, block]])),
  );

/**
 * What each node held of AID at both ends: named accounts by their balances, WALLET what is left of the supply, ISSUANCE
 * the supply as a negative.
 */
export async function aidBalances(
  em: EntityManager,
  token: string,
  accounts: readonly Grouped[],
  {opening, closing}: Ends,
  rows: readonly (TokenRow | undefined)[],
): Promise<NodeBalance[]> {
  const held = await holdingsAt(em, token, accounts, [opening?.height ?? -1, closing.height]);
  const [before, after] = held.map((sums, index) => {
    const supply = rows[index]?.totalSupply ?? 0n;
    const named = [...sums.values()].reduce((sum, amount) => sum + amount, 0n);
    return new Map([...sums, [WALLET, (sums.get(WALLET) ?? 0n) + supply - named], [ISSUANCE, -supply]]);
  });
  const nodes = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...nodes].map((node) => ({
    medium: 'AID',
    node,
    opening: before?.get(node) ?? 0n,
    closing: after?.get(node) ?? 0n,
  }));
}

/** The rows of the stablecoins in custody. */
export const stablecoinRows = (chain: IndexedChain): RowName[] =>
  [...new Set(contractsOf(chain, 'reserveAsset').map(({address}) => address))].map((address) => ({
    chainId: chain.chainId,
    projection: 'reserveComponent',
    key: contractRowId(chain.chainId, address),
  }));

/**
 * What each node held of stablecoins, USD WAD: custody by its components, everybody else what he got from custody since
 * the first block less what he gave.
 * @param moved sums of all movements up to both ends
 */
export function usdBalances(
  chain: IndexedChain,
  versions: readonly VersionsAt[],
  moved: readonly (readonly MovedSum[])[],
): NodeBalance[] {
  const [before, after] = versions.map((at, index) => {
    const coins = stablecoinRows(chain).flatMap((name) => at.get<ReserveComponentRow>(name)?.row ?? []);
    const held = coins.reduce((sum, {amount, decimals}) => sum + toWad(amount ?? 0n, decimals), 0n);
    return new Map([...positions(moved[index] ?? []), [CUSTODY, held]]);
  });
  const nodes = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...nodes].map((node) => ({
    medium: 'USD',
    node,
    opening: before?.get(node) ?? 0n,
    closing: after?.get(node) ?? 0n,
  }));
}

function positions(moved: readonly MovedSum[]): Map<string, bigint> {
  const held = new Map<string, bigint>();
  for (const {from, to, amount} of usdEdges(moved)) {
    held.set(from, (held.get(from) ?? 0n) - amount);
    held.set(to, (held.get(to) ?? 0n) + amount);
  }
  return held;
}
