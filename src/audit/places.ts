import type {Client} from 'pg';
import type {Network} from '../chain/networks';
import {UserError} from '../domain/errors';
import type {Place} from './node';

/**
 * Blocks of these heights, as they are held.
 * @throws UserError naming the first that is not held, and the range that is
 */
export async function heldPlaces(db: Client, network: Network, heights: readonly number[]): Promise<Place[]> {
  const {rows} = await db.query<Place>(
    'SELECT DISTINCT height, hash FROM block WHERE chain_id = $1 AND height = ANY($2) ORDER BY height',
    [network.chainId, heights],
  );
  const missing = heights.find((height) => !rows.some((row) => row.height === height));
  if (missing !== undefined) throw notHeld(network, missing, await heldRange(db, network));
  return rows;
}

/**
 * So many different blocks, drawn from all that are held: the same seed draws the same of the same blocks.
 * @throws UserError when no block is held
 */
export async function samplePlaces(db: Client, network: Network, count: number, seed: number): Promise<Place[]> {
  const {rows} = await db.query<Place>(
    `SELECT height, hash FROM block WHERE chain_id = $1
     ORDER BY md5(height || ' ' || $2), height LIMIT $3`,
    [network.chainId, `${seed}`, count],
  );
  if (rows.length === 0) throw new UserError(`No block of ${network.name} is held yet: there is nothing to audit.`);
  return rows.sort((a, b) => a.height - b.height);
}

interface Range {
  readonly first: number | null;
  readonly last: number | null;
  readonly count: number;
}

async function heldRange(db: Client, {chainId}: Network): Promise<Range | undefined> {
  const {rows} = await db.query<Range>(
    'SELECT min(height) AS first, max(height) AS last, count(*)::int AS count FROM block WHERE chain_id = $1',
    [chainId],
  );
  return rows[0];
}

function notHeld({name}: Network, height: number, range: Range | undefined): UserError {
  if (range?.first == null) return new UserError(`Block ${height} of ${name} is not held: no block is yet.`);
  const some = range.last !== null && range.count < range.last - range.first + 1 ? `${range.count} blocks ` : '';
  return new UserError(`Block ${height} of ${name} is not held; held are ${some}from ${range.first} to ${range.last}.`);
}
