import {Client} from 'pg';
import {BusyError} from './domain/errors';

/** First key of the two-key advisory locks of this product: "gaib" in ASCII. The second key is the chain id. */
const LOCK_SPACE = 0x67616962;

/** The session of a killed holder may live a moment longer than its process. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 100;

/**
 * Takes the right to write a chain, for as long as this process and its connection live: one writer per chain.
 * @throws BusyError when another process holds it
 */
export async function takeWriterLock(
  dbUrl: string,
  chainId: number,
  patienceMs = PATIENCE_MS,
): Promise<() => Promise<void>> {
  const client = new Client({connectionString: dbUrl, application_name: `gaib-squid writer ${chainId}`});
  await client.connect();
  client.on('error', (error) => {
    process.stderr.write(`The connection that holds the writer lock of chain ${chainId} is lost: ${error.message}\n`);
    process.exit(1);
  });
  for (const end = performance.now() + patienceMs; !(await tryLock(client, chainId));) {
    if (performance.now() > end) {
      await client.end();
      throw new BusyError(
        `Another process already writes chain ${chainId} in this database; stop it or try again later.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return () => client.end();
}

async function tryLock(client: Client, chainId: number): Promise<boolean> {
  const {rows} = await client.query<{taken: boolean}>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
    LOCK_SPACE,
    chainId,
  ]);
  return rows[0]?.taken === true;
}
