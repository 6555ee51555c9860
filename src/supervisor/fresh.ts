import {existsSync} from 'node:fs';
import type {Config} from '../config';
import {UserError} from '../domain/errors';
import {readProgress} from '../gateway/progress';
import {withConnection} from '../postgres/database';
import {embeddedHome, forgetEmbeddedPostgres, startEmbeddedPostgres} from '../postgres/embedded';
import {LOCAL_CHAIN_ID} from './admission';

/**
 * Deletes the embedded database for a fresh start of the local chain. What real chains were indexed into is not touched.
 * @throws UserError when there is more than the local chain to lose, or the database is in use
 */
export async function forgetLocalChain(config: Config, network: string | undefined): Promise<void> {
  if (network !== undefined) {
    throw new UserError(`--fresh forgets the local chain, so it does not go with --network ${network}: leave one out.`);
  }
  if (config.dbUrl !== undefined) {
    throw new UserError('--fresh deletes the embedded database only, but DB_URL is set: empty that database yourself.');
  }
  if (!existsSync(embeddedHome(config.dataDir))) return;
  const server = await startEmbeddedPostgres({dataDir: config.dataDir, log: () => undefined});
  const chains = await withConnection(server.url, 'The database', readProgress);
  await server.stopIfUnused();
  const real = chains.find(({chainId}) => chainId !== LOCAL_CHAIN_ID);
  if (real !== undefined) {
    throw new UserError(
      `--fresh would delete the database of chain ${real.chainId} (${real.network}): set DATA_DIR to another folder.`,
    );
  }
  forgetEmbeddedPostgres(config.dataDir);
}
