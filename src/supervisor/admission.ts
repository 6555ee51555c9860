import type {Client} from 'pg';
import {blockHash, type Endpoint} from '../chain/endpoint';
import type {Network} from '../chain/networks';
import {BusyError, UserError} from '../domain/errors';
import {stateSchema} from '../domain/ids';
import {readProgress} from '../gateway/progress';

/** Chain id of the local chain, whose money is play money. */
export const LOCAL_CHAIN_ID = 31337;

/** Second key: no chain id, which the writers' locks use, is 0. */
const SUPERVISOR_LOCK = [0x67616962, 0] as const;

const START_AFRESH =
  'run npm start -- --fresh to forget the local chain and its database, or set DATA_DIR or DB_URL to another';

/**
 * Refuses to put real and play money into one database, where every total would be a sum of both.
 * @throws UserError naming the chains
 */
export async function refuseMixture(db: Client, network: Pick<Network, 'chainId' | 'name'>): Promise<void> {
  const isLocal = (chainId: number) => chainId === LOCAL_CHAIN_ID;
  const other = (await readProgress(db)).find(({chainId}) => isLocal(chainId) !== isLocal(network.chainId));
  if (other === undefined) return;
  throw new UserError(
    `The database holds the chain ${other.chainId} (${other.network}), and the totals of local and real chains must not ` +
      `be mixed: set DATA_DIR or DB_URL to another for ${network.name}.`,
  );
}

/**
 * Refuses to go on when the last final block of the database is another block on the chain behind the endpoint.
 * @throws UserError naming the height and both hashes
 */
export async function refuseOtherChain(db: Client, network: Network, {rpcUrl}: Endpoint): Promise<void> {
  const schema = stateSchema(network.chainId);
  const held = await db.query<{found: boolean}>('SELECT to_regclass($1) IS NOT NULL AS found', [`${schema}.status`]);
  if (rpcUrl === undefined || held.rows[0]?.found !== true) return;
  const {rows} = await db.query<{height: number; hash: string}>(
    `SELECT height, hash FROM ${schema}.status WHERE id = 0`,
  );
  const [last] = rows;
  if (last === undefined || last.height < 0) return;
  const found = await blockHash(rpcUrl, last.height);
  const isLocal = network.chainId === LOCAL_CHAIN_ID;
  if (found === last.hash || (found === null && !isLocal)) return;
  throw new UserError(
    `The database holds another chain ${network.chainId} than the endpoint: its final block ${last.height} is ${last.hash}, ` +
      `there it is ${found ?? 'missing'}; ${isLocal ? START_AFRESH : 'check the endpoint, or use another database'}.`,
  );
}

/**
 * Makes this process the only supervisor of the database, for as long as the connection lives.
 * @throws BusyError when there is one already
 */
export async function becomeSupervisor(db: Client): Promise<void> {
  const {rows} = await db.query<{taken: boolean}>('SELECT pg_try_advisory_lock($1, $2) AS taken', [...SUPERVISOR_LOCK]);
  if (rows[0]?.taken === true) return;
  throw new BusyError('Another gaib-squid up works on this database: stop it, or set DATA_DIR or DB_URL to another.');
}
