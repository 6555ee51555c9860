import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {allAsOf} from './fixture/fields';
import {stopAt, writeHistory} from './fixture/history';
import {FINALIZED, hashOf, HEAD} from './fixture/rows';

let database: TestDatabase;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase();
  await writeHistory(database.url);
  reader = await Reader.open(database.url);
});

afterAll(async () => {
  await reader.close();
  await database.drop();
});

interface AsOfAnswer {
  supply: {asOf: {chainId: number; height: number; hash: string; timestamp: string; finality: string}};
}

const asOf = (input: string) =>
  reader.ask<AsOfAnswer>(`{supply(asOf: ${input}) {asOf {chainId height hash timestamp finality}}}`);

const refusal = async (input: string): Promise<string | undefined> => {
  const {error} = await asOf(input);
  expect(error?.code).toBe('BAD_USER_INPUT');
  return error?.message;
};

const RANGE = 'chain 31337 (local) is held from block 1 (2026-04-20T06:00:00Z) to block 488 (2026-08-20T00:00:00Z)';

test('without an argument the answer is about the indexed head', async () => {
  expect((await asOf('{}')).data.supply.asOf).toEqual({
    chainId: 31337,
    height: HEAD,
    hash: hashOf(HEAD),
    timestamp: '2026-08-20T00:00:00.000Z',
    finality: 'LATEST',
  });
  expect((await reader.answer<AsOfAnswer>('{supply {asOf {height}}}')).supply.asOf.height).toBe(HEAD);
});

test('a block is itself, a time is the last block at or before it', async () => {
  expect((await asOf('{block: 44}')).data.supply.asOf).toMatchObject({
    height: 44,
    timestamp: '2026-05-01T00:00:00.000Z',
  });
  expect((await asOf('{time: "2026-05-01T00:00:00Z"}')).data.supply.asOf.height).toBe(44);
  expect((await asOf('{time: "2026-05-01T05:59:59Z"}')).data.supply.asOf.height).toBe(44);
  expect((await asOf('{time: "2026-05-01T06:00:00Z", chainId: 31337}')).data.supply.asOf.height).toBe(45);
});

test('a block is final up to the height the processor committed as final', async () => {
  expect((await asOf(`{block: ${FINALIZED}}`)).data.supply.asOf.finality).toBe('FINALIZED');
  expect((await asOf(`{block: ${FINALIZED + 1}}`)).data.supply.asOf.finality).toBe('LATEST');
});

test('what is not held is refused in one sentence that names the range held', async () => {
  expect(await refusal('{block: 489}')).toBe(`Block 489 is not indexed: ${RANGE}.`);
  expect(await refusal('{block: 0}')).toBe(`Block 0 is not indexed: ${RANGE}.`);
  expect(await refusal('{time: "2026-08-20T00:00:01Z"}')).toBe(
    `asOf.time 2026-08-20T00:00:01.000Z is not indexed: ${RANGE}.`,
  );
  expect(await refusal('{time: "2026-04-20T05:59:59Z"}')).toContain('is not indexed');
  expect(await refusal('{chainId: 1}')).toBe('Chain 1 is not indexed here: ask for 31337 (local).');
  expect(await refusal('{block: 3, time: "2026-05-01T00:00:00Z"}')).toBe(
    'asOf names a block and a time: give one of them.',
  );
});

test('an answer as of a block is what an index that stopped there answers', async () => {
  const stopped = await createTestDatabase();
  await writeHistory(stopped.url);
  for (const height of [HEAD, 470, 400, 300, 182, 180, 179, 168, 100, 44, 20, 10, 3, 1]) {
    await stopAt(stopped.url, height);
    const fresh = await Reader.open(stopped.url);
    expect(await reader.answer(allAsOf(`(asOf: {block: ${height}})`))).toEqual(await fresh.answer(allAsOf('')));
    await fresh.close();
  }
  await stopped.drop();
});
