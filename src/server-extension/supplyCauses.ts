import {chainRowId} from '../domain/ids';
import {SUPPLY_CAUSES, type SupplyCause, type SupplyCauseRow} from '../domain/supplyCause';
import {contractsOf, type IndexedChain} from './chains';
import type {RowName, Snapshot, VersionsAt} from './versions';

/** Minted and burned, AID wei. */
export interface MintedBurned {
  readonly minted: bigint;
  readonly burned: bigint;
}

/** Every cause over all chains: gross as logged, and their sum. */
export interface SupplyCauses {
  readonly causes: Readonly<Record<SupplyCause, MintedBurned>>;
  readonly sum: MintedBurned;
}

const causeRow = ({chainId}: IndexedChain): RowName => ({
  chainId,
  projection: 'supplyCause',
  key: chainRowId(chainId),
});

/** The rows that hold why AID was minted and burned: one per chain with AID. */
export const causeRows = (chains: readonly IndexedChain[]): RowName[] =>
  chains.filter((chain) => contractsOf(chain, 'aid').length > 0).map(causeRow);

/** A chain on which nothing was minted has no row, and 0 under every cause. */
export function supplyCausesAt(
  chains: readonly IndexedChain[],
  snapshot: Snapshot,
  versions: VersionsAt,
): SupplyCauses {
  const rows = chains
    .filter(({chainId}) => snapshot.has(chainId))
    .flatMap((chain) => versions.get<SupplyCauseRow>(causeRow(chain))?.row ?? []);
  const causes = SUPPLY_CAUSES.map((cause) => [cause, total(rows.map((row) => parsed(row, cause)))] as const);
  return {
    causes: Object.fromEntries(causes) as Record<SupplyCause, MintedBurned>,
    sum: total(causes.map(([, volume]) => volume)),
  };
}

const parsed = ({causes}: SupplyCauseRow, cause: SupplyCause): MintedBurned => ({
  minted: BigInt(causes[cause].minted),
  burned: BigInt(causes[cause].burned),
});

const total = (volumes: readonly MintedBurned[]): MintedBurned =>
  volumes.reduce((sum, one) => ({minted: sum.minted + one.minted, burned: sum.burned + one.burned}), {
    minted: 0n,
    burned: 0n,
  });
