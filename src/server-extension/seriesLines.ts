import {assetRowId, contractRowId} from '../domain/ids';
import {FLOWS, gaugeRowId, LEVELS, PER_ASSET, SERIES, type Flow, type Level} from '../domain/series';
import {BadInput} from './badInput';
import {contractsOf, type IndexedChain} from './chains';
import type {RowName} from './versions';

/** Where a series is kept: the row, and for a lifetime sum the field of it. */
export interface SeriesLine {
  readonly name: string;
  readonly unit: string;
  readonly assetId: string | null;
  readonly row: RowName;
  /** Null for a level, which has a row of its own */
  readonly field: string | null;
}

const ASSET_ID = /^0x[0-9a-f]{64}$/;

/**
 * @throws BadInput for a name that is none, an asset id that is missing, misplaced or malformed, and a chain without
 * the contract that the series is of
 */
export function seriesLine(chain: IndexedChain, name: string, assetId: string | null | undefined): SeriesLine {
  if (!isSeries(name)) throw new BadInput(`name is ${name}: expected one of ${SERIES.join(', ')}.`);
  if (PER_ASSET.includes(name) && assetId == null)
    throw new BadInput(`${name} is a series of one asset: give assetId.`);
  if (!PER_ASSET.includes(name) && assetId != null) {
    throw new BadInput(`${name} is a series of the whole chain: leave assetId out.`);
  }
  const asset = assetId?.toLowerCase() ?? null;
  if (asset !== null && !ASSET_ID.test(asset)) throw new BadInput(`assetId is ${assetId}: expected 32 bytes in hex.`);
  const {chainId} = chain;
  const subject = asset === null ? '' : assetRowId(chainId, asset);
  if (isFlow(name)) {
    const {unit, projection, field} = FLOWS[name];
    return {name, unit, assetId: asset, row: {chainId, projection, key: keyOf(chain, name, subject)}, field};
  }
  const row = {chainId, projection: 'gauge', key: gaugeRowId(chainId, name, subject)};
  return {name, unit: LEVELS[name], assetId: asset, row, field: null};
}

const isSeries = (name: string): name is Level | Flow => (SERIES as readonly string[]).includes(name);
const isFlow = (name: Level | Flow): name is Flow => name in FLOWS;

const ROLE_OF = {token: 'aid', stakingVault: 'said'} as const;

function keyOf(chain: IndexedChain, name: Flow, subject: string): string {
  const {projection} = FLOWS[name];
  if (projection === 'computeAsset') return subject;
  const contract = contractsOf(chain, ROLE_OF[projection]).at(-1);
  if (contract !== undefined) return contractRowId(chain.chainId, contract.address);
  throw new BadInput(
    `Chain ${chain.chainId} (${chain.network}) has no ${ROLE_OF[projection]} contract, which ${name} is of.`,
  );
}
