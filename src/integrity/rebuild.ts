import type {Client} from 'pg';
import {DECODERS_VERSION} from '../chain/contracts';
import type {Network} from '../chain/networks';
import {streamLog} from '../eventlog/stream';
import {ProjectionVersion} from '../model';
import {project} from '../project';
import {PROJECTIONS} from '../projections';
import {firstHeads} from '../projections/digest';
import {createScratch, ScratchStore} from './scratch';

/** Records folded at once: their rows are what memory holds. */
const PIECE = 2_000;

/** Told how many records of how many are folded. */
export type Progress = (done: number, total: number) => void;

/**
 * Folds the whole log of a chain into scratch tables of the connection, which must be in a transaction: nothing that
 * others see is written, no node is asked, and memory stays bounded however long the log is.
 * @returns the number of records folded
 */
export async function rebuild(db: Client, network: Network, onProgress: Progress): Promise<number> {
  const {rows} = await db.query<{total: number}>(
    'SELECT count(*)::int AS total FROM event_record WHERE chain_id = $1',
    [network.chainId],
  );
  const total = rows[0]?.total ?? 0;
  await createScratch(db);
  const store = new ScratchStore(db);
  const heads = firstHeads(network.chainId, PROJECTIONS, DECODERS_VERSION);
  await store.insert(heads.map((head) => new ProjectionVersion(head)));
  let done = 0;
  for await (const records of streamLog(db, network.chainId, PIECE)) {
    await project(store, records, network);
    done += records.length;
    onProgress(done, total);
  }
  return done;
}
