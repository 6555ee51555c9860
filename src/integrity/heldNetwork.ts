import type {Client} from 'pg';
import {parseNetwork, type Network} from '../chain/networks';

interface ChainRow extends Record<string, unknown> {
  readonly readEvery: number | null;
}

/** Every network that a database holds, as it was indexed, by the ids of their chains. */
export async function heldNetworks(db: Client): Promise<Network[]> {
  const {rows} = await db.query<ChainRow>(
    `SELECT network AS name, chain_id AS "chainId", finality_confirmation AS "finalityConfirmation",
            start_block AS "startBlock", read_every AS "readEvery", custody, contracts, parameters
     FROM chain ORDER BY chain_id`,
  );
  return rows.map(({readEvery, ...row}) =>
    parseNetwork({...row, ...(readEvery === null ? {} : {readEvery})}, `the database's network ${String(row['name'])}`),
  );
}
