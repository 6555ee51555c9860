import {TBILL_MAX_AGE_SECONDS, type Source} from '../domain/backing';
import {contractRowId} from '../domain/ids';
import {missing, known, type Measured} from '../domain/methodology';
import type {ReserveComponentRow} from '../domain/reserve';
import {contractsAt, contractsOf, type ChainContract, type IndexedChain} from './chains';
import {componentTerms} from './componentTerms';
import type {HeldBlock} from './heldBlocks';
import type {RowName, Snapshot, VersionsAt} from './versions';

/** The rows of every registered source of backing. */
export const componentRows = (chains: readonly IndexedChain[]): RowName[] =>
  chains.flatMap((chain) => {
    const contracts = [...contractsOf(chain, 'reserveAsset'), ...contractsOf(chain, 'reserveFeed')];
    const addresses = new Set(contracts.map(({address}) => address));
    return [...addresses].map((address) => componentRow(chain.chainId, address));
  });

const componentRow = (chainId: number, address: string): RowName => ({
  chainId,
  projection: 'reserveComponent',
  key: contractRowId(chainId, address),
});

/** Every source registered as of a snapshot, with what is known of it there (metrics.md 3.1). */
export const sourcesAt = (chains: readonly IndexedChain[], snapshot: Snapshot, versions: VersionsAt): Source[] =>
  chains.flatMap((chain) => {
    const block = snapshot.get(chain.chainId);
    if (block === undefined) return [];
    const read = (contract: ChainContract) =>
      versions.get<ReserveComponentRow>(componentRow(chain.chainId, contract.address))?.row;
    const stablecoins = contractsAt(chain, 'reserveAsset', block.height);
    return [
      ...stablecoins.map((contract) => stablecoin(chain, contract, block, read(contract))),
      ...feedsAt(chain, block).map((contract) => tbill(chain, contract, block, read(contract))),
    ];
  });

/**
 * A chain's T-bill leg is never left out: without a feed in force it is a source that cannot be read, so that what
 * else is there shows as a floor.
 */
const feedsAt = (chain: IndexedChain, block: HeldBlock): ChainContract[] => {
  const inForce = contractsAt(chain, 'reserveFeed', block.height);
  const [registered = {role: 'reserveFeed', name: 'T-bills', address: 'tbill', fromBlock: 0}] = contractsOf(
    chain,
    'reserveFeed',
  );
  return inForce.length > 0 ? inForce : [registered];
};

/** Custody counts at par, exact at every block; without any transfer seen it holds exactly nothing. */
const stablecoin = (
  chain: IndexedChain,
  {address, name}: ChainContract,
  block: HeldBlock,
  row: ReserveComponentRow | undefined,
): Source => ({
  id: contractRowId(chain.chainId, address),
  chainId: chain.chainId,
  kind: 'STABLECOIN',
  name,
  valueUsd: row === undefined ? 0n : row.valueUsd,
  provenance: 'EVENT',
  valuedAt: block.at,
  publishedAt: null,
  maxAgeSeconds: null,
  heartbeatSeconds: null,
  ...componentTerms(chain, {address, kind: 'STABLECOIN'}, block.height),
});

const tbill = (
  chain: IndexedChain,
  {address, name, maxAgeSeconds, heartbeatSeconds}: ChainContract,
  block: HeldBlock,
  row: ReserveComponentRow | undefined,
): Source => ({
  id: contractRowId(chain.chainId, address),
  chainId: chain.chainId,
  kind: 'TBILL',
  name,
  valueUsd: row?.valueUsd ?? null,
  provenance: row !== undefined && row.pendingMoves.length > 0 ? 'DERIVED' : 'ATTESTED',
  valuedAt: row?.valuationAt ?? null,
  publishedAt: row?.publishedAt ?? null,
  maxAgeSeconds: maxAgeSeconds ?? TBILL_MAX_AGE_SECONDS,
  heartbeatSeconds: heartbeatSeconds ?? null,
  ...componentTerms(chain, {address, kind: 'TBILL'}, block.height),
});

/** The newest reports known at a snapshot: their instant, and what they say the T-bills were worth then, USD WAD. */
export interface Attested {
  readonly valuedAt: number;
  readonly reportedUsd: bigint;
}

/** Missing unless every T-bill leg has a report, all of one instant: only then can reserves of that instant be summed. */
export function attestedAt(sources: readonly Source[], versions: VersionsAt): Measured<Attested> {
  const legs = sources.filter(({kind}) => kind === 'TBILL');
  const reports = legs.map(
    ({id, chainId}) => versions.get<ReserveComponentRow>({chainId, projection: 'reserveComponent', key: id})?.row,
  );
  const [first] = reports;
  let reportedUsd = 0n;
  for (const report of reports) {
    if (report?.reportedUsd == null || report.valuationAt === null) return missing('NO_OBSERVATION');
    if (report.valuationAt !== first?.valuationAt) return missing('PARTIAL');
    reportedUsd += report.reportedUsd;
  }
  return first?.valuationAt == null ? missing('NO_OBSERVATION') : known({valuedAt: first.valuationAt, reportedUsd});
}
