import type {Endpoint} from '../chain/endpoint';
import type {Network} from '../chain/networks';
import {migrate} from '../postgres/migrate';
import {withConnection} from '../postgres/database';
import {refuseMixture, refuseOtherChain} from '../supervisor/admission';

/**
 * Makes a database ready for a network: refuses one that holds something else, then applies the migrations.
 * @throws UserError before anything is written
 */
export async function prepareDatabase(url: string, network: Network, endpoint: Endpoint): Promise<void> {
  await withConnection(url, 'The database', async (db) => {
    await refuseMixture(db, network);
    await refuseOtherChain(db, network, endpoint);
  });
  await migrate(url);
}
