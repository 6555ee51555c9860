import {contractRowId} from '../domain/ids';
import type {TokenRow} from '../domain/token';
import type {ChainSupplyPart} from './answers/supply';
import {contractsOf, type IndexedChain} from './chains';
import {instant} from './heldBlocks';
import type {RowName, Snapshot, VersionsAt} from './versions';

/** AID over all chains, in wei, as of a snapshot. */
export interface AidSupply {
  readonly total: bigint;
  readonly minted: bigint;
  readonly burned: bigint;
  readonly byChain: ChainSupplyPart[];
  /** False while a registered chain is not indexed at all: its supply is then unknown and missing from the total */
  readonly complete: boolean;
}

/** The rows that hold AID's supply: one per chain and AID contract. */
export const aidRows = (chains: readonly IndexedChain[]): RowName[] => chains.flatMap(aidRowsOf);

function aidRowsOf(chain: IndexedChain): RowName[] {
  const addresses = new Set(contractsOf(chain, 'aid').map(({address}) => address));
  return [...addresses].map((address) => ({
    chainId: chain.chainId,
    projection: 'token',
    key: contractRowId(chain.chainId, address),
  }));
}

/** A token that never moved has no row and a supply of exactly 0. */
export function aidSupply(chains: readonly IndexedChain[], snapshot: Snapshot, versions: VersionsAt): AidSupply {
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
  return {...sums, byChain, complete: issuing.every(({begun}) => begun)};
}
