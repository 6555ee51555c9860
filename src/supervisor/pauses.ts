import {Client} from 'pg';
import type {Logger} from 'pino';
import {PAUSE_CHANNEL, PAUSE_SPACE} from '../handover';

export interface Pauses {
  stop(): Promise<void>;
}

/**
 * Listens for those who want to write the chain themselves for a while (`replay`, `rewind`).
 * @param pause ends the processor, and starts another once the promise it is given is settled
 */
export async function listenForPauses(options: {
  dbUrl: string;
  chainId: number;
  pause: (until: Promise<unknown>) => Promise<void>;
  onPause: () => void;
  log: Logger;
}): Promise<Pauses> {
  const {dbUrl, chainId, pause, onPause, log} = options;
  const db = new Client({connectionString: dbUrl});
  db.on('error', (error) => log.warn({err: error}, 'requests to pause the processor are no longer heard'));
  await db.connect();
  db.on('notification', ({payload}) => {
    if (payload !== `${chainId}`) return;
    onPause();
    pause(turnOver(dbUrl, chainId)).catch((error: unknown) => log.warn({err: error}, 'the processor was not paused'));
  });
  await db.query(`LISTEN ${PAUSE_CHANNEL}`);
  return {stop: () => db.end()};
}

/** Settles once nobody holds the turn: it is taken for a moment, which waits for whoever has it. */
async function turnOver(dbUrl: string, chainId: number): Promise<void> {
  const db = new Client({connectionString: dbUrl});
  await db.connect();
  try {
    await db.query('SELECT pg_advisory_lock($1, $2)', [PAUSE_SPACE, chainId]);
  } finally {
    await db.end();
  }
}
