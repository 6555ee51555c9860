import {Client} from 'pg';
import type {Config} from '../config';
import {openDatabase, type Database} from '../postgres/database';
import {becomeSupervisor} from './admission';
import type {Lifecycle} from './lifecycle';

/**
 * Opens the database and makes this process its only supervisor.
 * @throws UserError, BusyError
 */
export async function startDatabase(
  config: Config,
  lifecycle: Lifecycle,
  log: (line: string) => void,
): Promise<Database> {
  let isOurs = false;
  const database = await lifecycle.start(
    'PostgreSQL',
    () => openDatabase(config, log),
    (opened) => (isOurs ? opened.stop() : opened.stopIfUnused()),
  );
  const client = new Client({connectionString: database.url, application_name: 'gaib-squid up'});
  client.on('error', (error) => log(`the connection of the supervisor was lost: ${error.message}`));
  await lifecycle.start(
    'supervisor lock',
    async () => {
      await client.connect();
      return client;
    },
    (connected) => connected.end(),
  );
  await becomeSupervisor(client);
  isOurs = true;
  return database;
}
