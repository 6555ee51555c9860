import {rollbackBlock} from '@subsquid/typeorm-store/lib/hot';
import type {Client} from 'pg';
import type {EntityManager} from 'typeorm';
import type {Network} from '../chain/networks';
import {stateSchema} from '../domain/ids';
import {rebuild, type Progress} from './rebuild';
import {DERIVED_TABLES, type DerivedTable} from './tables';

/**
 * Rebuilds the rows of a chain from its log, all of them or those of one projection, in one transaction: readers see
 * the old rows until it commits, and a replay that ends early has changed nothing. To be called by the holder of the
 * chain's writer lock. Blocks that are not final are taken back first, for the processor to fetch again: the next fork
 * would else restore images of the old rows.
 * @param projection all when undefined
 * @returns the number of records folded
 */
export async function replay(
  db: Client,
  network: Network,
  projection: string | undefined,
  onProgress: Progress,
): Promise<number> {
  await db.query('BEGIN');
  try {
    await takeBackHotBlocks(db, network.chainId);
    const records = await rebuild(db, network, onProgress);
    for (const table of DERIVED_TABLES) await putInPlace(db, network.chainId, table, projection);
    await db.query('COMMIT');
    return records;
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  }
}

/** What the SDK does with blocks that a fork drops, newest first, in our transaction. */
async function takeBackHotBlocks(db: Client, chainId: number): Promise<void> {
  const schema = stateSchema(chainId);
  const {rows: found} = await db.query<{held: boolean}>('SELECT to_regclass($1) IS NOT NULL AS held', [
    `${schema}.hot_block`,
  ]);
  if (found[0]?.held !== true) return;
  const {rows} = await db.query<{height: number}>(
    `SELECT height FROM ${db.escapeIdentifier(schema)}.hot_block ORDER BY height DESC`,
  );
  for (const {height} of rows) await rollbackBlock(schema, asEntityManager(db), height);
}

/** The little of an EntityManager that taking a block back asks for, on our connection. */
const asEntityManager = (db: Client): EntityManager =>
  ({
    query: async (sql: string, values?: unknown[]) => (await db.query<object>(sql, values)).rows,
    connection: {driver: {escape: (name: string) => db.escapeIdentifier(name)}},
  }) as unknown as EntityManager;

async function putInPlace(
  db: Client,
  chainId: number,
  {name, projection: owner, projectionColumn}: DerivedTable,
  wanted: string | undefined,
): Promise<void> {
  if (wanted !== undefined && owner !== null && owner !== wanted) return;
  const table = db.escapeIdentifier(name);
  const some = wanted !== undefined && projectionColumn !== null ? ` AND ${projectionColumn} = $2` : '';
  const values = some === '' ? [chainId] : [chainId, wanted];
  await db.query(`DELETE FROM public.${table} WHERE chain_id = $1${some}`, values);
  await db.query(`INSERT INTO public.${table} SELECT * FROM pg_temp.${table} WHERE chain_id = $1${some}`, values);
}
