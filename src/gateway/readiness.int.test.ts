import {Client} from 'pg';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {unreadiness} from './readiness';

let database: TestDatabase;
let db: Client;

/** A chain that is indexed to its head. */
beforeAll(async () => {
  database = await createTestDatabase();
  db = new Client({connectionString: database.url});
  await db.connect();
  await db.query(
    `INSERT INTO chain (id, chain_id, network, start_block, finality_confirmation, head_height, head_at, contracts, custody, parameters, labels)
     VALUES ('5', 5, 'trial', 0, 10, 100, now(), '[]', '{}', '{}', '{}')`,
  );
  await db.query('CREATE SCHEMA squid_5');
  await db.query('CREATE TABLE squid_5.status (id int, height int); CREATE TABLE squid_5.hot_block (height int)');
  await db.query('INSERT INTO squid_5.status VALUES (0, 90); INSERT INTO squid_5.hot_block VALUES (100)');
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

const check = (name: string, residual: number, isGuard: boolean): Promise<unknown> =>
  db.query(
    `INSERT INTO invariant_check
       (id, chain_id, name, subject, residual, ok, is_guard, broken_height, updated_height, updated_at)
     VALUES ($1, 5, $2, '5-0xa', $3, $4, $5, $6, 93, now())`,
    [name, name, residual, residual === 0, isGuard, residual === 0 ? null : 93],
  );

test('a law that holds, or is no guard, is no reason; a guard that is broken is named with what it leaves over', async () => {
  await check('supply', 0, true);
  await check('payouts', 3, false);
  expect(await unreadiness(db)).toEqual([]);
  await check('holdings', -7, true);
  expect(await unreadiness(db)).toEqual(['trial (5): the law holdings of 5-0xa is broken by -7 since block 93']);
  await db.query('UPDATE chain SET head_height = 200');
  expect(await unreadiness(db)).toEqual([
    'trial (5): 100 blocks behind the head',
    'trial (5): the law holdings of 5-0xa is broken by -7 since block 93',
  ]);
});
