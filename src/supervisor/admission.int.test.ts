import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Client} from 'pg';
import {parseNetwork} from '../chain/networks';
import {loadConfig} from '../config';
import {openDatabase, type Database} from '../postgres/database';
import {forgetEmbeddedPostgres} from '../postgres/embedded';
import {becomeSupervisor, refuseMixture, refuseOtherChain} from './admission';
import {forgetLocalChain} from './fresh';

const dataDir = mkdtempSync(path.join(tmpdir(), 'admission-'));
const config = loadConfig({DATA_DIR: dataDir});
const network = parseNetwork(
  {
    name: 'trial',
    chainId: 5,
    finalityConfirmation: 3,
    startBlock: 0,
    contracts: [{role: 'aid', name: 'AID', address: `0x${'aa'.repeat(20)}`, fromBlock: 0}],
  },
  'trial.json',
);
const local = {name: 'local', chainId: 31337};
/** Hash of every block of the node's chain; null when it has none */
let hash: string | null = '0xa1';
const node = createServer((_request, response) =>
  response.end(JSON.stringify({result: hash === null ? null : {hash}})),
);
let database: Database;
let db: Client;

async function connect(): Promise<Client> {
  const client = new Client({connectionString: database.url});
  await client.connect();
  return client;
}

const chainRow = (id: number, name: string) =>
  db.query(
    `INSERT INTO chain (id, chain_id, network, start_block, finality_confirmation, contracts) VALUES ($1, $2, $3, 0, 3, '[]')`,
    [String(id), id, name],
  );

beforeAll(async () => {
  database = await openDatabase(config, () => undefined);
  db = await connect();
  await db.query(`CREATE TABLE chain (id text, chain_id int, network text, start_block int, finality_confirmation int,
    head_height int, head_at timestamptz, contracts jsonb)`);
});

afterAll(async () => {
  node.close();
  await db.end();
  await database.stop();
  forgetEmbeddedPostgres(dataDir);
  rmSync(dataDir, {recursive: true});
});

beforeEach(() => db.query('TRUNCATE chain'));

test('local and real chains do not share a database, in either order; real ones do', async () => {
  await chainRow(1, 'ethereum');
  await refuseMixture(db, network);
  await expect(refuseMixture(db, local)).rejects.toThrow(/holds the chain 1 \(ethereum\).*must not be mixed/);
  await db.query('TRUNCATE chain');
  await chainRow(31337, 'local');
  await refuseMixture(db, local);
  await expect(refuseMixture(db, network)).rejects.toThrow(/holds the chain 31337 \(local\)/);
});

test('a chain whose final block is another one than the endpoint has is refused with both hashes', async () => {
  await new Promise<void>((resolve) => node.listen(0, '127.0.0.1', resolve));
  const endpoint = {rpcUrl: `http://127.0.0.1:${(node.address() as AddressInfo).port}`, gatewayUrl: undefined};

  await refuseOtherChain(db, network, endpoint);
  await db.query('CREATE SCHEMA squid_5');
  await db.query('CREATE TABLE squid_5.status (id int, height int, hash text)');
  await db.query(`INSERT INTO squid_5.status VALUES (0, -1, '0x')`);
  await refuseOtherChain(db, network, endpoint);
  await db.query(`UPDATE squid_5.status SET height = 7, hash = '0xa1'`);
  await refuseOtherChain(db, network, endpoint);
  hash = null;
  await refuseOtherChain(db, network, endpoint);
  hash = '0xb2';
  await expect(refuseOtherChain(db, network, endpoint)).rejects.toThrow(/final block 7 is 0xa1, there it is 0xb2/);
  await refuseOtherChain(db, network, {rpcUrl: undefined, gatewayUrl: 'http://127.0.0.1:1'});
});

test('there is one supervisor, until it is gone', async () => {
  const [first, second] = [await connect(), await connect()];
  await becomeSupervisor(first);
  await expect(becomeSupervisor(second)).rejects.toMatchObject({name: 'BusyError'});
  await first.end();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await becomeSupervisor(second);
  await second.end();
});

test('a fresh start forgets no real chain, no server of somebody else, and goes with no network', async () => {
  await expect(forgetLocalChain(config, 'base')).rejects.toThrow(/does not go with --network base/);
  await expect(forgetLocalChain({...config, dbUrl: database.url}, undefined)).rejects.toThrow(/DB_URL is set/);
  await chainRow(1, 'ethereum');
  await expect(forgetLocalChain(config, undefined)).rejects.toThrow(/would delete the database of chain 1/);
  await db.query('TRUNCATE chain');
  await expect(forgetLocalChain(config, undefined)).rejects.toThrow(/is in use by process/);
});
