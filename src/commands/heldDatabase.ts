import {existsSync} from 'node:fs';
import type {Network} from '../chain/networks';
import {loadConfig, redact} from '../config';
import {UserError} from '../domain/errors';
import {heldNetworks} from '../integrity/heldNetwork';
import {openDatabase, withConnection} from '../postgres/database';
import {embeddedHome} from '../postgres/embedded';
import {migrate} from '../postgres/migrate';

/**
 * Runs `use` with the database that the configuration names and the networks it holds; an embedded server that nobody
 * else uses is stopped again.
 * @throws UserError when there is no database, or no chain in it
 */
export async function withHeldDatabase<T>(use: (dbUrl: string, networks: Network[]) => Promise<T>): Promise<T> {
  const config = loadConfig();
  // Looking at an index must not create an embedded database.
  if (config.dbUrl === undefined && !existsSync(embeddedHome(config.dataDir))) {
    throw new UserError(`No chain is indexed in ${config.dataDir}: run gaib-squid up, or set DB_URL or DATA_DIR.`);
  }
  const database = await openDatabase(config, () => undefined);
  try {
    await migrate(database.url);
    const networks = await withConnection(database.url, 'The database', heldNetworks);
    if (networks.length === 0) {
      throw new UserError(`${redact(database.shown)} holds no chain yet: run gaib-squid up or gaib-squid process.`);
    }
    return await use(database.url, networks);
  } finally {
    await database.stopIfUnused();
  }
}
