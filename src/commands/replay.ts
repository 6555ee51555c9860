import {UserError} from '../domain/errors';
import {takeOver} from '../handover';
import {replay} from '../integrity/replay';
import {DERIVED_TABLES} from '../integrity/tables';
import {withConnection} from '../postgres/database';
import {PROJECTIONS} from '../projections';
import {progressDisplay} from '../supervisor/progressDisplay';
import {withHeldDatabase} from './heldDatabase';

export interface ReplayOptions {
  readonly projection?: string;
}

/**
 * Rebuilds the rows of every chain of the database from its log.
 * @throws UserError for a projection that does not exist, BusyError while somebody else writes the chain
 */
export async function replayCommand({projection}: ReplayOptions): Promise<void> {
  const names = PROJECTIONS.map(({name}) => name);
  if (projection !== undefined && !names.includes(projection)) {
    throw new UserError(`--projection is '${projection}', expected one of ${[...names].sort().join(', ')}.`);
  }
  const display = progressDisplay();
  try {
    await withHeldDatabase(async (dbUrl, networks) => {
      for (const network of networks) {
        const bar = display.bar(network.name, 'records');
        const giveBack = await takeOver(dbUrl, network.chainId);
        try {
          const records = await withConnection(dbUrl, 'The database', (db) =>
            replay(db, network, projection, (done, total) => bar.update(done, total)),
          );
          display.say(`${network.name}: ${records} records make up ${projection ?? `${names.length} projections`}.`);
        } finally {
          await giveBack();
        }
      }
      await withConnection(dbUrl, 'The database', async (db) => {
        for (const {name} of DERIVED_TABLES) await db.query(`VACUUM (ANALYZE) public.${db.escapeIdentifier(name)}`);
      });
    });
  } finally {
    display.stop();
  }
}
