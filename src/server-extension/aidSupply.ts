import type {EntityManager} from 'typeorm';
import {contractRowId} from '../domain/ids';
import type {TokenRow} from '../domain/token';
import type {ChainSupplyPart} from './answers/supply';
import {bridgedSupplies, type Bridged} from './bridgedSupply';
import {contractsOf, type IndexedChain} from './chains';
import {instant} from './heldBlocks';
import type {RowName, Snapshot, VersionsAt} from './versions';

/** AID over all chains, in wei, as of a snapshot. */
export interface AidSupply extends Bridged {
  readonly total: bigint;
  /** As logged, flash mints included */
  readonly minted: bigint;
  readonly burned: bigint;
  /** What is owed: total + inFlight + away, as far as those are known (metrics.md 3.1 L) */
  readonly liabilities: bigint;
  readonly byChain: ChainSupplyPart[];
  /** False while a registered chain is not indexed at all, or AID is issued on one that is not: some is then missing */
  readonly complete: boolean;
}

/** The rows that hold AID's supply: one per chain and AID contract. */
export const aidRows = (chains: readonly IndexedChain[]): RowName[] => chains.flatMap(aidRowsOf);

const aidRowsOf = (chain: IndexedChain): RowName[] => rowsOf(chain, 'token');

/** The row of a projection of each of a chain's AID contracts. */
export function rowsOf(chain: IndexedChain, projection: string): RowName[] {
  const addresses = new Set(contractsOf(chain, 'aid').map(({address}) => address));
  return [...addresses].map((address) => ({
    chainId: chain.chainId,
    projection,
    key: contractRowId(chain.chainId, address),
  }));
}

/**
 * The supply as of each snapshot; the number of queries does not grow with theirs.
 * @param versions `aidRows` as of each snapshot
 */
export async function aidSupplies(
  em: EntityManager,
  chains: readonly IndexedChain[],
  snapshots: readonly Snapshot[],
  versions: readonly VersionsAt[],
): Promise<AidSupply[]> {
  const bridged = await bridgedSupplies(em, chains, snapshots);
  return snapshots.map((snapshot, index) => {
    const [rows, between] = [versions[index], bridged[index]];
    if (rows === undefined || between === undefined) throw new RangeError('A snapshot without its rows.');
    return aidSupply(chains, snapshot, rows, between);
  });
}

/** The supply as of one snapshot. A token that never moved has no row and a supply of exactly 0. */
export function aidSupply(
  chains: readonly IndexedChain[],
  snapshot: Snapshot,
  versions: VersionsAt,
  bridged: Bridged,
): AidSupply {
  const issuing = chains.filter((chain) => contractsOf(chain, 'aid').length > 0);
  const sums = {total: 0n, minted: 0n, burned: 0n};
  const byChain: ChainSupplyPart[] = [];
  for (const chain of issuing) {
    const block = snapshot.get(chain.chainId);
    if (block === undefined) continue;
    const rows = aidRowsOf(chain).flatMap((name) => versions.get<TokenRow>(name)?.row ?? []);
    const supply = rows.reduce((sum, row) => sum + row.totalSupply, 0n);
    sums.total += supply;
    sums.minted += rows.reduce((sum, row) => sum + row.cumulativeMinted, 0n);
    sums.burned += rows.reduce((sum, row) => sum + row.cumulativeBurned, 0n);
    const {chainId, network} = chain;
    byChain.push({chainId, network, supply, height: block.height, timestamp: instant(block.at)});
  }
  return {
    ...sums,
    ...bridged,
    byChain,
    liabilities: sums.total + (bridged.inFlight.value ?? 0n) + (bridged.away.value ?? 0n),
    complete: issuing.every(({begun}) => begun) && bridged.away.reason !== 'PARTIAL',
  };
}
