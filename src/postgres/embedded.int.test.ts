import {spawn} from 'node:child_process';
import {chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Client} from 'pg';
import {UserError} from '../domain/errors';
import {clusterPaths} from './cluster';
import {embeddedHome, forgetEmbeddedPostgres, startEmbeddedPostgres} from './embedded';
import {isAlive, waitFor} from './pid';

// A parent of mode 0700, where the user PostgreSQL runs as cannot enter when we are root.
const parent = mkdtempSync(path.join(tmpdir(), 'embedded-'));
chmodSync(parent, 0o700);
const dataDir = path.join(parent, 'data');
const paths = clusterPaths(embeddedHome(dataDir));
const start = () => startEmbeddedPostgres({dataDir, log: () => undefined});

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({connectionString: url});
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

afterAll(() => {
  forgetEmbeddedPostgres(dataDir);
  rmSync(parent, {recursive: true});
});

test('a cluster is created, durable, on loopback only, and gone without a process when stopped', async () => {
  const server = await start();
  expect(server.started).toBe(true);
  const [settings] = await query<Record<string, string>>(
    server.url,
    `SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS listen,
            current_setting('unix_socket_directories') AS sockets, current_setting('TimeZone') AS zone`,
  );
  expect(settings).toEqual({fsync: 'on', listen: '127.0.0.1', sockets: '', zone: 'UTC'});
  await query(server.url, 'CREATE TABLE kept (id int)');
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
});

test('the password is needed, and is readable by its owner alone', async () => {
  const server = await start();
  await expect(query(server.url.replace(/:[^:@]*@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/);
  expect(readFileSync(paths.password, 'utf8').trim()).toHaveLength(48);
  await server.stop();
});

test('rows outlive a kill -9 of the server, whose lock file then names a live process of somebody else', async () => {
  const server = await start();
  await query(server.url, 'INSERT INTO kept VALUES (7)');
  const lock = readFileSync(path.join(paths.data, 'postmaster.pid'), 'utf8');
  process.kill(server.pid, 'SIGKILL');
  await waitFor(() => !isAlive(server.pid), 5000);
  const stranger = spawn('sleep', ['60']);
  writeFileSync(path.join(paths.data, 'postmaster.pid'), lock.replace(/^\d+/, String(stranger.pid)));
  const again = await start().finally(() => stranger.kill());
  expect(again.started).toBe(true);
  expect(await query(again.url, 'SELECT id FROM kept')).toEqual([{id: 7}]);
  await again.stop();
});

test('a second starter finds the running server, and stops it only when nobody else is connected', async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({pid: first.pid, started: false, url: first.url});
  const client = new Client({connectionString: first.url});
  await client.connect();
  await second.stopIfUnused();
  expect(isAlive(first.pid)).toBe(true);
  expect(() => forgetEmbeddedPostgres(dataDir)).toThrow(UserError);
  await client.end();
  await second.stopIfUnused();
  expect(isAlive(first.pid)).toBe(false);
});

test('a cluster of another major version is refused and left alone', async () => {
  const version = path.join(paths.data, 'PG_VERSION');
  const own = readFileSync(version, 'utf8');
  writeFileSync(version, '9\n');
  await expect(start()).rejects.toThrow(/was written by PostgreSQL 9, but version 18 is installed/);
  writeFileSync(version, own);
  expect(existsSync(path.join(paths.data, 'base'))).toBe(true);
});
