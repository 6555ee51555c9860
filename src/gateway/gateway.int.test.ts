import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {Client} from 'pg';
import pino from 'pino';
import {loadConfig} from '../config';
import {openDatabase, type Database} from '../postgres/database';
import {forgetEmbeddedPostgres} from '../postgres/embedded';
import {startGateway, type Gateway} from '.';
import {writeTrialProject} from './trialProject';

const root = mkdtempSync(path.join(tmpdir(), 'gateway-'));
const projectDir = path.join(root, 'project');
const logged: string[] = [];
let database: Database;
let gateway: Gateway;
let db: Client;

interface Reply {
  readonly status: number;
  readonly body: {data?: Record<string, unknown>; errors?: {message: string; extensions: {code: string}}[]};
}

async function ask(query: string, variables?: unknown): Promise<Reply> {
  const headers = {'content-type': 'application/json'};
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({query, variables}),
  });
  return {status: response.status, body: (await response.json()) as Reply['body']};
}

const get = (at: string, init?: RequestInit) => fetch(`${gateway.url}${at}`, {redirect: 'manual', ...init});

beforeAll(async () => {
  writeTrialProject(projectDir);
  const config = loadConfig({DATA_DIR: path.join(root, 'data')});
  database = await openDatabase(config, () => undefined);
  db = new Client({connectionString: database.url});
  await db.connect();
  await db.query('CREATE TABLE note (id text primary key, body text not null)');
  await db.query(`INSERT INTO note SELECT i::text, 'n' || i FROM generate_series(1, 30) i`);
  const log = pino({level: 'warn'}, {write: (line: string) => void logged.push(line)});
  gateway = await startGateway({config: {...config, dbUrl: database.url}, port: 0, projectDir, log});
});

afterAll(async () => {
  await gateway.close();
  await db.end();
  await database.stop();
  forgetEmbeddedPostgres(path.join(root, 'data'));
  rmSync(root, {recursive: true});
});

test('/ leads to the console, which is served from here alone', async () => {
  expect((await get('/')).headers.get('location')).toBe('/graphql');
  const page = await (await get('/graphql')).text();
  expect(page).not.toMatch(/(src|href)="https?:|\$\{/);
  const assets = [...page.matchAll(/(?:src|href)="(console\/[^"]+)"/g)].map((match) => match[1] ?? '');
  expect(assets.length).toBeGreaterThanOrEqual(4);
  for (const asset of assets) expect((await get(`/${asset}`)).status).toBe(200);
});

test('rows are answered through OpenReader and the schema is published', async () => {
  expect(await ask('{ noteById(id: "7") { body } }')).toEqual({status: 200, body: {data: {noteById: {body: 'n7'}}}});
  expect(await (await get('/schema.graphql')).text()).toContain('type Note');
});

test('an answer sees one state of the database, which it cannot change', async () => {
  expect((await ask('{ session }')).body.data).toEqual({session: 'repeatable read on'});
  const {status, body} = await ask('{ write }');
  expect({status, errors: body.errors}).toMatchObject({status: 200, errors: [{message: 'internal error'}]});
  expect((await db.query(`SELECT 1 FROM note WHERE id = 'x'`)).rowCount).toBe(0);
});

test('no text of the database reaches a client, and the log has it', async () => {
  await db.query('ALTER TABLE note RENAME COLUMN body TO hidden');
  const {body} = await ask('{ notes(limit: 1) { body } }').finally(() =>
    db.query('ALTER TABLE note RENAME COLUMN hidden TO body'),
  );
  expect(body.errors).toEqual([
    {
      message: 'internal error',
      locations: expect.anything() as unknown,
      path: ['notes'],
      extensions: {code: 'INTERNAL_SERVER_ERROR'},
    },
  ]);
  expect(logged.join('')).toMatch(/column .*body.* does not exist/);
});

test('what a user did wrong is told', async () => {
  expect((await ask('{ even(n: 1) }')).body.errors?.[0]).toMatchObject({
    message: 'n must be even',
    extensions: {code: 'BAD_USER_INPUT'},
  });
  expect((await ask('{ nothing }')).status).toBe(400);
  expect((await ask('{ nothing }')).body.errors?.[0]?.message).toContain('Cannot query field "nothing"');
  expect((await ask('{')).body.errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
  expect((await ask('query Q($n: Int!) { even(n: $n) }', {n: 'two'})).body.errors?.[0]?.message).toContain('$n');
  expect(
    (await ask(`{ ${Array.from({length: 9}, (_, i) => `x${i}`).join(' ')} }`)).body.errors?.length,
  ).toBeLessThanOrEqual(6);
});

test.each([
  ['a negative limit', '{ notes(limit: -1) { id } }', undefined],
  ['a negative limit in a variable', 'query Q($l: Int) { notes(limit: $l) { id } }', {l: -5}],
  ['a negative limit as a default', 'query Q($l: Int = -5) { notes(limit: $l) { id } }', undefined],
  ['a negative offset in a fragment', '{ ...F } fragment F on Query { notes(offset: -1) { id } }', undefined],
  ['a huge limit', '{ notes(limit: 1001) { id } }', undefined],
  ['a huge offset', '{ notes(limit: 1, offset: 10001) { id } }', undefined],
  ['a huge page', '{ notesConnection(orderBy: id_ASC, first: 1001) { totalCount } }', undefined],
])('%s is refused', async (_case, query, variables) => {
  const {status, body} = await ask(query, variables);
  expect({status, code: body.errors?.[0]?.extensions.code}).toEqual({status: 400, code: 'BAD_USER_INPUT'});
});

test('too many root fields and an unbounded list are refused', async () => {
  const fields = Array.from({length: 11}, (_, i) => `a${i}: session`).join(' ');
  expect((await ask(`{ ${fields} }`)).body.errors?.[0]?.message).toContain('only 10 root fields allowed');
  expect((await ask('{ notes { id } }')).body.errors?.[0]?.message).toContain('size limit');
});

test('a slow statement is cut off after 5 s and says so', async () => {
  expect((await ask('{ sleep }')).body.errors?.[0]?.extensions.code).toBe('QUERY_TIMEOUT');
}, 15_000);

test.each([
  ['text/plain', '{"query": "{ session }"}', 415],
  ['application/x-www-form-urlencoded', 'query={session}', 415],
  ['application/json', '[]', 400],
  ['application/json', '{"query": 1}', 400],
  ['application/json', '{', 400],
  ['application/json', JSON.stringify({query: ' '.repeat(65 * 1024)}), 413],
])('a body of %s is refused (%s)', async (type, body, status) => {
  const response = await get('/graphql', {method: 'POST', headers: {'content-type': type}, body});
  expect(response.status).toBe(status);
  expect(await response.json()).toHaveProperty('errors');
});

test('readiness follows what is indexed and the age of the last good answer of the source', async () => {
  const readiness = async () => {
    const response = await get('/readyz');
    return [response.status, ((await response.json()) as {reason?: string}).reason];
  };
  expect(await readiness()).toEqual([503, 'no chain is indexed yet']);
  await db.query(`CREATE TABLE chain (id text, chain_id int, network text, start_block int, finality_confirmation int,
    head_height int, head_at timestamptz, contracts jsonb)`);
  await db.query(`INSERT INTO chain VALUES ('5', 5, 'trial', 0, 10, NULL, NULL, '[]')`);
  expect(await readiness()).toEqual([503, 'trial (5): no block is indexed yet']);
  await db.query('CREATE SCHEMA squid_5');
  await db.query('CREATE TABLE squid_5.status (id int, height int); CREATE TABLE squid_5.hot_block (height int)');
  await db.query('INSERT INTO squid_5.status VALUES (0, 90); INSERT INTO squid_5.hot_block VALUES (91), (100)');
  expect(await readiness()).toEqual([503, 'trial (5): the head of the chain is not known']);
  await db.query('UPDATE chain SET head_height = 100, head_at = now()');
  expect(await readiness()).toEqual([200, undefined]);
  await db.query('UPDATE chain SET head_height = 131');
  expect(await readiness()).toEqual([503, 'trial (5): 31 blocks behind the head']);
  await db.query(`UPDATE chain SET head_height = 100, head_at = now() - interval '40 s'`);
  expect(await readiness()).toEqual([503, 'trial (5): the source gave its last good answer 40 s ago']);
  expect((await get('/healthz')).status).toBe(200);
  expect((await get('/nowhere')).status).toBe(404);
});

test('a port in use is refused with the port', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const {port} = other.address() as AddressInfo;
  const config = {...loadConfig({}), dbUrl: database.url};
  const started = startGateway({config, port, projectDir}).finally(() => other.close());
  await expect(started).rejects.toThrow(`The port ${port} is in use`);
});
