import {decode} from './chain/decode';
import type {Network} from './chain/networks';
import {projectionRowId} from './domain/ids';
import type {ChainRecord} from './domain/record';
import {PROJECTIONS} from './projections';
import {LOG} from './projections/digest';
import {fold, references} from './projections/fold';
import {load, loadHeads, save, type RowStore} from './projections/store';

const NAMES = [LOG, ...PROJECTIONS.map(({name}) => name)];

/** Records of whole blocks, in the order of their ids, as rows: decoded, folded and saved. The same live and on replay. */
export async function project(store: RowStore, records: readonly ChainRecord[], network: Network): Promise<void> {
  if (records.length === 0) return;
  const events = decode(records, network);
  const loaded = await load(store, references(events, PROJECTIONS));
  const ids = NAMES.map((name) => projectionRowId(network.chainId, name));
  await save(store, network.chainId, await loadHeads(store, ids), records, fold(events, PROJECTIONS, loaded));
}
