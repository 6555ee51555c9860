import {Client} from 'pg';
import {createTestDatabase, type TestDatabase} from '../test/postgres';

const CHAIN_ID = 31337;
const FINALIZED = 100;

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({connectionString: database.url});
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The table in which the SDK keeps how far a chain is final. */
async function finalize(chainId: number, height: number): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS squid_${chainId}`);
  await client.query(`CREATE TABLE squid_${chainId}.status (id int PRIMARY KEY, height int, hash text, nonce int)`);
  await client.query(`INSERT INTO squid_${chainId}.status VALUES (0, $1, '0x', 1)`, [height]);
}

const idOf = (chainId: number, height: number): string => `${chainId}-${String(height).padStart(10, '0')}-L00000`;

async function append(chainId: number, ...heights: number[]): Promise<void> {
  for (const height of heights) {
    await client.query(
      `INSERT INTO event_record (id, chain_id, height, block_hash, at, kind, address, topics, data)
       VALUES ($1, $2, $3, '0xb', now(), 'LOG', '0xa', '{}', '0x')`,
      [idOf(chainId, height), chainId, height],
    );
  }
}

const heights = async (chainId: number): Promise<number[]> => {
  const {rows} = await client.query<{height: number}>(
    'SELECT height FROM event_record WHERE chain_id = $1 ORDER BY id',
    [chainId],
  );
  return rows.map(({height}) => height);
};

const remove = (chainId: number, height: number) =>
  client.query('DELETE FROM event_record WHERE id = $1', [idOf(chainId, height)]);

beforeAll(async () => {
  await finalize(CHAIN_ID, FINALIZED);
  await append(CHAIN_ID, 99, 100, 101, 102);
});

test('no record is ever changed, final or not', async () => {
  for (const height of [100, 102]) {
    const update = client.query(`UPDATE event_record SET data = '0x01' WHERE id = $1`, [idOf(CHAIN_ID, height)]);
    await expect(update).rejects.toThrow('event_record is append-only: UPDATE is refused');
  }
  const same = client.query('UPDATE event_record SET data = data');
  await expect(same).rejects.toThrow('event_record is append-only: UPDATE is refused');
});

test('the log is never emptied at once', async () => {
  await expect(client.query('TRUNCATE event_record')).rejects.toThrow('append-only: TRUNCATE is refused');
  await expect(client.query('TRUNCATE event_record CASCADE')).rejects.toThrow('append-only: TRUNCATE is refused');
  expect(await heights(CHAIN_ID)).toEqual([99, 100, 101, 102]);
});

test('a record at or below the finalized height stays', async () => {
  await expect(remove(CHAIN_ID, 99)).rejects.toThrow('block 99 of chain 31337 is final');
  await expect(remove(CHAIN_ID, 100)).rejects.toThrow('block 100 of chain 31337 is final');
  await expect(client.query('DELETE FROM event_record')).rejects.toThrow('is final');
  expect(await heights(CHAIN_ID)).toEqual([99, 100, 101, 102]);
});

test('a record above the finalized height goes with its fork', async () => {
  await remove(CHAIN_ID, 102);
  expect(await heights(CHAIN_ID)).toEqual([99, 100, 101]);
  await append(CHAIN_ID, 102);
});

test('the finalized height is read as it is now', async () => {
  await client.query(`UPDATE squid_${CHAIN_ID}.status SET height = 101`);
  await expect(remove(CHAIN_ID, 101)).rejects.toThrow('block 101 of chain 31337 is final');
  await client.query(`UPDATE squid_${CHAIN_ID}.status SET height = ${FINALIZED}`);
  await remove(CHAIN_ID, 101);
  expect(await heights(CHAIN_ID)).toEqual([99, 100, 102]);
});

test('every chain has its own finalized height', async () => {
  await finalize(56, 5);
  await append(56, 5, 6);
  await remove(56, 6);
  await expect(remove(56, 5)).rejects.toThrow('block 5 of chain 56 is final');
  await expect(remove(CHAIN_ID, 99)).rejects.toThrow('is final');
});

test('where nothing says what is final, nothing may go', async () => {
  await append(1, 7);
  await expect(remove(1, 7)).rejects.toThrow('squid_1.status');
  await finalize(1, 3);
  await client.query('DELETE FROM squid_1.status');
  await expect(remove(1, 7)).rejects.toThrow('block 7 of chain 1 is final');
});

test('a record is appended once', async () => {
  await expect(append(CHAIN_ID, 99)).rejects.toThrow('duplicate key');
  const again = client.query(
    `INSERT INTO event_record (id, chain_id, height, block_hash, at, kind, address, topics, data)
     VALUES ($1, $2, 99, '0xother', now(), 'LOG', '0xa', '{}', '0x01') ON CONFLICT (id) DO UPDATE SET data = '0x01'`,
    [idOf(CHAIN_ID, 99), CHAIN_ID],
  );
  await expect(again).rejects.toThrow('append-only: UPDATE is refused');
});
