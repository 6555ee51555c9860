import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {loadConfig} from '../config';
import {checkConnection, openDatabase, withConnection, type Database} from './database';
import {forgetEmbeddedPostgres} from './embedded';
import {migrate} from './migrate';

const dataDir = mkdtempSync(path.join(tmpdir(), 'migrate-'));
const migrations = mkdtempSync(path.join(tmpdir(), 'migrations-'));
let database: Database;

const migration = (name: string, sql: string): void =>
  writeFileSync(
    path.join(migrations, `${name}.js`),
    `module.exports = class ${name} { name = '${name}'; async up(db) { await db.query(${JSON.stringify(sql)}) } async down() {} }`,
  );

const run = <T extends object>(url: string, sql: string): Promise<T[]> =>
  withConnection(url, 'test', async (client) => (await client.query<T>(sql)).rows);

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = name;
  return changed.toString();
}

async function freshDatabase(name: string): Promise<string> {
  await run(database.url, `CREATE DATABASE ${name}`);
  return inDatabase(database.url, name);
}

const tables = async (url: string): Promise<string[]> =>
  (
    await run<{name: string}>(
      url,
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    )
  ).map(({name}) => name);

beforeAll(async () => {
  database = await openDatabase(loadConfig({DATA_DIR: dataDir}), () => undefined);
  migration('Data1000000000001', 'CREATE TABLE one (id int)');
});

afterAll(async () => {
  await database.stop();
  forgetEmbeddedPostgres(dataDir);
  for (const directory of [dataDir, migrations]) rmSync(directory, {recursive: true});
});

test('migrations are applied once, also by two processes at the same time, and later ones are added', async () => {
  const url = await freshDatabase('twice');
  const both = await Promise.all([migrate(url, migrations), migrate(url, migrations)]);
  expect(both.flat()).toEqual(['Data1000000000001']);
  migration('Data1000000000002', 'CREATE TABLE two (id int)');
  expect(await migrate(url, migrations)).toEqual(['Data1000000000002']);
  expect(await tables(url)).toEqual(['migrations', 'one', 'two']);
});

test('a failing migration leaves nothing of the ones before it', async () => {
  const url = await freshDatabase('failing');
  migration('Data1000000000003', 'SELECT 1/0');
  await expect(migrate(url, migrations)).rejects.toThrow(/division by zero/);
  rmSync(path.join(migrations, 'Data1000000000003.js'));
  expect(await tables(url)).not.toContain('one');
});

test('a database of a newer version is refused and left as it was', async () => {
  const url = await freshDatabase('newer');
  await migrate(url, migrations);
  await run(url, `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Data9999999999999')`);
  migration('Data1000000000004', 'CREATE TABLE four (id int)');
  await expect(migrate(url, migrations)).rejects.toThrow(
    /of another version: its migration Data9999999999999 is not among/,
  );
  rmSync(path.join(migrations, 'Data1000000000004.js'));
  expect(await tables(url)).not.toContain('four');
});

test.each([
  ['tables of somebody else', 'CREATE TABLE users (id int)', /is not ours: it holds the tables users; use an empty/],
  ['a migrations table of another program', 'CREATE TABLE migrations (version text)', /of another version|not ours/],
])('a database with %s is refused and left as it was', async (name, sql, message) => {
  const url = await freshDatabase(name.replace(/\W/g, '_'));
  await run(url, sql);
  const before = await tables(url);
  await expect(migrate(url, migrations)).rejects.toThrow(message);
  expect(await tables(url)).toEqual(before);
});

test.each([
  [
    'nothing listens',
    (url: string) => url.replace(/:\d+\//, ':1/'),
    /DB_URL .* is refused: nothing listens on 127.0.0.1:1/,
  ],
  ['a wrong password', (url: string) => url.replace(/:[^:@]*@/, ':secret123@'), /does not let user 'gaib' in/],
  ['a missing database', (url: string) => inDatabase(url, 'nowhere'), /has no database 'nowhere': create it/],
  ['an unknown host', (url: string) => url.replace('127.0.0.1', 'no-such-host.invalid'), /host that cannot be found/],
])('%s is told in one sentence without the password', async (_case, change, message) => {
  const url = change(database.url);
  const error = await checkConnection(url, 'DB_URL').catch((reason: unknown) => reason as Error);
  expect(error).toMatchObject({name: 'UserError'});
  expect((error as Error).message).toMatch(message);
  expect((error as Error).message).not.toContain(new URL(url).password);
});
