import {setTimeout as sleep} from 'node:timers/promises';
import {Pool} from 'pg';
import type {Logger} from 'pino';
import {headHeight, type Endpoint} from '../chain/endpoint';

const INTERVAL_MS = 2_000;
/** Until the processor has written the chain's row, there is nothing to update */
const FIRST_INTERVAL_MS = 100;

export interface Heartbeat {
  /** The head by the last good answer that is also written; null before the first */
  readonly head: () => number | null;
  stop(): Promise<void>;
}

/**
 * Asks the source for its head every 2 s and writes height and time of each good answer to the chain's row, by which
 * readiness is judged. Runs beside the processor, because a processor that is alive may still make no progress.
 */
export function startHeartbeat(chainId: number, endpoint: Endpoint, dbUrl: string, log: Logger): Heartbeat {
  const pool = new Pool({connectionString: dbUrl, max: 1, connectionTimeoutMillis: 5_000});
  pool.on('error', (error) => log.warn({err: error}, 'the database connection of the heartbeat was lost'));
  const stopped = new AbortController();
  let head: number | null = null;
  let wasGood = true;

  const beat = async () => {
    try {
      const height = await headHeight(endpoint);
      const update = 'UPDATE chain SET head_height = $2, head_at = now() WHERE id = $1';
      if ((await pool.query(update, [String(chainId), height])).rowCount === 1) head = height;
      wasGood = true;
    } catch (error) {
      if (wasGood && !stopped.signal.aborted)
        log.warn({reason: (error as Error).message, chainId}, 'no heartbeat of the chain');
      wasGood = false;
    }
  };
  const loop = async () => {
    while (!stopped.signal.aborted) {
      await beat();
      await sleep(head === null ? FIRST_INTERVAL_MS : INTERVAL_MS, undefined, {signal: stopped.signal}).catch(
        () => undefined,
      );
    }
  };
  const ended = loop();
  const stop = async () => {
    stopped.abort();
    await ended;
    await pool.end();
  };
  return {head: () => head, stop};
}
