import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Client} from 'pg';
import pino from 'pino';
import {BusyError} from '../domain/errors';
import {PAUSE_CHANNEL, PAUSE_SPACE, takeOver} from '../handover';
import {waitFor} from '../postgres/pid';
import {createEmptyDatabase, type TestDatabase} from '../test/postgres';
import {takeWriterLock} from '../writerLock';
import {listenForPauses, type Pauses} from './pauses';
import {ProcessLog} from './processLog';
import {superviseProcessor, type SupervisedProcessor} from './processorChild';

const CHAIN_ID = 31337;
const LIMIT_MS = 20_000;
const LONGER_THAN_A_START_MS = 1_000;
const dir = mkdtempSync(path.join(tmpdir(), 'pauses-'));

let database: TestDatabase;
let db: Client;
let processor: SupervisedProcessor;
let pauses: Pauses;
let paused = 0;

/** A processor of one deed: it holds the writer lock of its chain. */
const WRITER = `
  const {takeWriterLock} = require(process.argv[3]);
  takeWriterLock(process.argv[2], ${CHAIN_ID}).then(() => setInterval(() => {}, 1000), (error) => {
    process.stderr.write('gaib-squid: ' + error.message + '\\n');
    process.exit(75);
  });`;

const writers = async (): Promise<number> => {
  const {rowCount} = await db.query(
    `SELECT 1 FROM pg_stat_activity WHERE application_name = 'gaib-squid writer ${CHAIN_ID}'`,
  );
  return rowCount ?? 0;
};

/** Waits until so many have or want the writer lock. @returns how many it is in the end */
async function waitForWriters(count: number, limitMs = LIMIT_MS): Promise<number> {
  let last = -1;
  const end = performance.now() + limitMs;
  while (last !== count && performance.now() < end) {
    last = await writers();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return last;
}

const untilWriters = async (count: number): Promise<void> => expect(await waitForWriters(count)).toBe(count);

beforeAll(async () => {
  database = await createEmptyDatabase();
  db = new Client({connectionString: database.url});
  await db.connect();
  const script = path.join(dir, 'writer.js');
  writeFileSync(script, WRITER);
  processor = superviseProcessor({
    script,
    args: [database.url, path.resolve(__dirname, '../../lib/writerLock.js')],
    environment: {},
    log: new ProcessLog(path.join(dir, 'writer.log'), []),
    onRestart: () => undefined,
  });
  pauses = await listenForPauses({
    dbUrl: database.url,
    chainId: CHAIN_ID,
    pause: processor.pause,
    onPause: () => (paused += 1),
    log: pino({level: 'silent'}),
  });
  await untilWriters(1);
});
afterAll(async () => {
  await pauses.stop();
  await processor.stop();
  await db.end();
  await database.drop();
  rmSync(dir, {recursive: true});
});

test('a processor ends for whoever takes over its chain, and goes on when it is given back', async () => {
  const giveBack = await takeOver(database.url, CHAIN_ID);
  await expect(takeWriterLock(database.url, CHAIN_ID, 0)).rejects.toThrow(BusyError);
  await expect(takeOver(database.url, CHAIN_ID)).rejects.toThrow('Another command already rewrites chain 31337');
  expect(paused).toBe(1);
  expect(await waitForWriters(2, LONGER_THAN_A_START_MS)).toBe(1);
  await giveBack();
  await untilWriters(1);
  await expect(takeWriterLock(database.url, CHAIN_ID, 0)).rejects.toThrow(BusyError);
});

test('a processor goes on when whoever paused it dies', async () => {
  const turn = new Client({connectionString: database.url});
  turn.on('error', () => undefined);
  await turn.connect();
  await turn.query('SELECT pg_advisory_lock($1, $2)', [PAUSE_SPACE, CHAIN_ID]);
  await turn.query('SELECT pg_notify($1, $2)', [PAUSE_CHANNEL, `${CHAIN_ID}`]);
  await untilWriters(0);
  const {rows} = await turn.query<{pid: number}>('SELECT pg_backend_pid() AS pid');
  await db.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
  await untilWriters(1);
});

test('the pause of another chain is none of ours', async () => {
  const before = paused;
  const giveBack = await takeOver(database.url, 1);
  await giveBack();
  expect(await waitFor(() => paused > before, 300)).toBe(false);
  expect(await writers()).toBe(1);
});

test('a processor that is stopped while it is paused starts no more', async () => {
  const giveBack = await takeOver(database.url, CHAIN_ID);
  await processor.stop();
  await giveBack();
  await expect(processor.failed).rejects.toMatchObject({name: 'Interrupted'});
  expect(await writers()).toBe(0);
});
