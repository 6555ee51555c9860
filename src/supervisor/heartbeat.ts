import {setTimeout as sleep} from 'node:timers/promises';
import {Pool} from 'pg';
import type {Logger} from 'pino';
import {headHeight, type Endpoint} from '../chain/endpoint';

const INTERVAL_MS = 2_000;

export interface Heartbeat {
  /** The head by the last good answer; null before the first */
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
      head = await headHeight(endpoint);
      await pool.query('UPDATE chain SET head_height = $2, head_at = now() WHERE id = $1', [String(chainId), head]);
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
      await sleep(INTERVAL_MS, undefined, {signal: stopped.signal}).catch(() => undefined);
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
