import {Client} from 'pg';
import {BusyError} from './domain/errors';
import {takeWriterLock} from './writerLock';

/** First key of the advisory locks of those for whom the processor of a chain pauses: "gaip" in ASCII. */
export const PAUSE_SPACE = 0x67616970;
/** Channel on which a supervisor hears of them; the payload is the chain id. */
export const PAUSE_CHANNEL = 'gaib_squid_pause';

/** A processor ends within seconds; one without a supervisor does not hear us. */
const PATIENCE_MS = 15_000;

/**
 * Takes the right to write a chain from its processor: a supervisor that runs here, or on another machine with the same
 * database, stops it, and starts it again once the returned function is called or this process has ended.
 * @throws BusyError when another such work is going on, or a processor that nobody supervises runs
 */
export async function takeOver(dbUrl: string, chainId: number): Promise<() => Promise<void>> {
  const turn = new Client({connectionString: dbUrl, application_name: `gaib-squid pause ${chainId}`});
  await turn.connect();
  try {
    const {rows} = await turn.query<{taken: boolean}>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
      PAUSE_SPACE,
      chainId,
    ]);
    if (rows[0]?.taken !== true) {
      throw new BusyError(`Another command already rewrites chain ${chainId} in this database; try again later.`);
    }
    await turn.query('SELECT pg_notify($1, $2)', [PAUSE_CHANNEL, `${chainId}`]);
    const release = await takeWriterLock(dbUrl, chainId, PATIENCE_MS);
    return async () => {
      await release();
      await turn.end();
    };
  } catch (error) {
    await turn.end();
    throw error;
  }
}
