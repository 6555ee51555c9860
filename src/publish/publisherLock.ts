import {Client} from 'pg';
import {BusyError} from '../domain/errors';

/** First key of the two-key advisory locks of publishers: "gaic" in ASCII. The second key is the chain id. */
const LOCK_SPACE = 0x67616963;

const PATIENCE_MS = 2_000;
const PAUSE_MS = 100;

/** The right to publish the values of a chain, held as long as its connection lives. */
export interface PublisherLock {
  /** Aborted when the connection is lost, and the right with it */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/**
 * Takes the right to publish for a chain: one publisher at a time, whatever the processor does.
 * @throws BusyError when another process holds it
 */
export async function takePublisherLock(dbUrl: string, chainId: number): Promise<PublisherLock> {
  const client = new Client({connectionString: dbUrl, application_name: `gaib-squid publisher ${chainId}`});
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  await client.connect();
  // The session of a killed holder may live a moment longer than its process.
  for (const end = performance.now() + PATIENCE_MS; !(await tryLock(client, chainId));) {
    if (performance.now() > end) {
      await client.end();
      throw new BusyError(
        `Another process already publishes the values of chain ${chainId}: gaib-squid up does so by itself.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return {lost: lost.signal, release: () => client.end()};
}

async function tryLock(client: Client, chainId: number): Promise<boolean> {
  const {rows} = await client.query<{taken: boolean}>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
    LOCK_SPACE,
    chainId,
  ]);
  return rows[0]?.taken === true;
}
