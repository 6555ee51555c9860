import {Client} from 'pg';
import {BusyError} from './domain/errors';

/** First key of the two-key advisory locks of this product: "gaib" in ASCII. The second key is the chain id. */
const LOCK_SPACE = 0x67616962;

/**
 * Takes the right to write a chain, for as long as this process and its connection live: one writer per chain.
 * @throws BusyError when another process holds it
 */
export async function takeWriterLock(dbUrl: string, chainId: number): Promise<() => Promise<void>> {
  const client = new Client({connectionString: dbUrl, application_name: `gaib-squid writer ${chainId}`});
  await client.connect();
  client.on('error', (error) => {
    process.stderr.write(`The connection that holds the writer lock of chain ${chainId} is lost: ${error.message}\n`);
    process.exit(1);
  });
  const {rows} = await client.query<{taken: boolean}>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
    LOCK_SPACE,
    chainId,
  ]);
  if (rows[0]?.taken !== true) {
    await client.end();
    throw new BusyError(
      `Another process already writes chain ${chainId} in this database; stop it or try again later.`,
    );
  }
  return () => client.end();
}
