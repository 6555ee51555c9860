import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import pino from 'pino';
import {loadConfig} from '../config';
import {readProgress} from '../gateway/progress';
import {openDatabase, withConnection, type Database} from '../postgres/database';
import {forgetEmbeddedPostgres} from '../postgres/embedded';
import {waitFor} from '../postgres/pid';
import {startHeartbeat, type Heartbeat} from './heartbeat';

const dataDir = mkdtempSync(path.join(tmpdir(), 'heartbeat-'));
const logged: string[] = [];
let answer = JSON.stringify({result: '0x2a'});
const node = createServer((_request, response) => response.end(answer));
let database: Database;
let heartbeat: Heartbeat;

const query = (sql: string) => withConnection(database.url, 'test', (db) => db.query(sql));
const progress = () => withConnection(database.url, 'test', readProgress);

beforeAll(async () => {
  database = await openDatabase(loadConfig({DATA_DIR: dataDir}), () => undefined);
  await query(`CREATE TABLE chain (id text, chain_id int, network text, start_block int, finality_confirmation int,
    head_height int, head_at timestamptz, contracts jsonb)`);
  await new Promise<void>((resolve) => node.listen(0, '127.0.0.1', resolve));
  const rpcUrl = `http://127.0.0.1:${(node.address() as AddressInfo).port}`;
  const log = pino({}, {write: (line: string) => void logged.push(line)});
  heartbeat = startHeartbeat(5, {rpcUrl, gatewayUrl: undefined}, database.url, log);
});

afterAll(async () => {
  await heartbeat.stop();
  node.close();
  await database.stop();
  forgetEmbeddedPostgres(dataDir);
  rmSync(dataDir, {recursive: true});
});

test('the head is known once the chain has its row, and that row has it too', async () => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heartbeat.head()).toBeNull();
  await query(`INSERT INTO chain (id, chain_id, network, start_block, finality_confirmation, contracts)
               VALUES ('5', 5, 'trial', 0, 3, '[]')`);
  expect(await waitFor(() => heartbeat.head() !== null, 1500)).toBe(true);
  expect(await progress()).toMatchObject([{chainId: 5, headHeight: 42}]);
});

test('a source that fails keeps the last head and its age, and is told once', async () => {
  answer = 'nonsense';
  await waitFor(() => logged.length > 0, 5000);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const [chain] = await progress();
  expect(chain).toMatchObject({headHeight: 42});
  expect(chain?.headAgeSeconds).toBeGreaterThan(2);
  expect(logged).toHaveLength(1);
  answer = JSON.stringify({result: '0x2b'});
  expect(await waitFor(() => heartbeat.head() === 43, 5000)).toBe(true);
});
