import {DataSource} from 'typeorm';
import {SAID} from '../test/given';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {askQueue, COVERAGE, isoOf} from './fixture/askQueue';
import {holder, QUEUE_HEAD, writeQueue} from './fixture/queue';
import {LINE} from './fixture/rows';

let databases: TestDatabase[] = [];
let reader: Reader;
let source: DataSource;

beforeAll(async () => {
  const database = await createTestDatabase();
  databases = [database];
  await writeQueue(database.url);
  reader = await Reader.open(database.url);
  source = await new DataSource({type: 'postgres', url: database.url}).initialize();
});

afterAll(async () => {
  await reader.close();
  await source.destroy();
  for (const database of databases) await database.drop();
});

test('coverage is the AID in the vault over what is owed, and pressure its inverse', async () => {
  expect(await askQueue(reader, QUEUE_HEAD)).toMatchObject({
    ...{pending: '100', pendingRequests: 3, liquid: '25', coverage: '0.25', coverageReason: null, pressure: '4'},
    ...{policy: 'FIFO', policySource: 'CYCLE', policyMaxDays: null, methodologyVersion: 'unstake-queue/1'},
    oldestUnfilledSeconds: (QUEUE_HEAD - 100) * LINE.step,
    reasons: [{field: 'policyMaxDays', reason: 'NOT_APPLICABLE'}],
  });
});

test('nothing pending has no coverage, nothing held covers nothing: null and 0 are told apart', async () => {
  expect(await askQueue(reader, 50)).toMatchObject({
    ...{
      pending: '0',
      pendingRequests: 0,
      liquid: '120',
      coverage: null,
      coverageReason: 'NOT_APPLICABLE',
      pressure: null,
    },
    ...{policy: 'FIFO', policySource: 'CONTRACT', oldestUnfilledSeconds: null, cycles: [], requests: []},
  });
  expect(await askQueue(reader, 172)).toMatchObject({pending: '180', liquid: '0', coverage: '0', pressure: null});
});

test('a request has its place, those ahead of it in AID, its window and its payments', async () => {
  const {requests} = await askQueue(reader, QUEUE_HEAD);
  expect(requests.map(({requestId, position, ahead, remaining}) => [requestId, position, ahead, remaining])).toEqual([
    ['2', 1, '0', '15'],
    ['3', 2, '15', '45'],
    ['4', 3, '60', '40'],
  ]);
  expect(requests[0]).toMatchObject({
    ...{owner: holder(2), cycleId: '1', quoted: '50', paid: '35', status: 'PARTIALLY_FILLED', expectedWindow: 1},
    ...{requestedAt: isoOf(100), eligibleFrom: isoOf(168), eligibleTo: null},
    fills: [
      {cycleId: '1', paid: '20', remaining: '30', at: isoOf(172), waitedSeconds: 72 * LINE.step},
      {cycleId: '2', paid: '15', remaining: '15', at: isoOf(292), waitedSeconds: 192 * LINE.step},
    ],
    reasons: [{field: 'eligibleTo', reason: 'NOT_APPLICABLE'}],
  });
  expect(requests[2]).toMatchObject({status: 'PENDING', expectedWindow: null, eligibleFrom: isoOf(412), fills: []});
  expect(requests[2]?.['reasons']).toContainEqual({field: 'expectedWindow', reason: 'NO_OBSERVATION'});
});

test('pages of the queue follow each other without a gap, and a bad page is refused', async () => {
  const page = (args: string) => askQueue(reader, QUEUE_HEAD, `requests(${args}) {requestId position ahead}`);
  expect((await page('limit: 2')).requests.map(({requestId}) => requestId)).toEqual(['2', '3']);
  expect((await page('limit: 2, cursor: "3"')).requests).toEqual([{requestId: '4', position: 3, ahead: '60'}]);
  const refused = async (args: string): Promise<unknown> =>
    (await reader.ask(`{unstakeQueue {requests(${args}) {requestId}}}`)).error;
  const code = 'BAD_USER_INPUT';
  expect(await refused('limit: 0')).toEqual({message: 'limit is 0, expected 1 to 1000.', code});
  expect(await refused('limit: 1001')).toEqual({message: 'limit is 1001, expected 1 to 1000.', code});
  expect(await refused('cursor: "x"')).toEqual({
    message: 'cursor "x" is not the requestId of the last request of a page.',
    code,
  });
});

test('exit concentration is that of the ten largest, of what is owed and of the shares', async () => {
  expect((await askQueue(reader, QUEUE_HEAD)).exitConcentration).toEqual({
    ...{
      topHolders: 10,
      pendingShare: '1',
      pendingHhi: '0.385',
      largestRequest: '45',
      largestToLiquid: '1.8',
      reasons: [],
    },
    sharesShare: '0.961538461538461538',
  });
  expect((await askQueue(reader, 50)).exitConcentration).toMatchObject({pendingShare: null, largestRequest: null});
});

test('an answer as of a block is that of an index which stopped there', async () => {
  for (const height of [1, 60, 172, 301]) {
    const stopped = await createTestDatabase();
    databases.push(stopped);
    await writeQueue(stopped.url, height);
    const early = await Reader.open(stopped.url);
    expect(await askQueue(reader, height)).toEqual(await askQueue(early, height));
    await early.close();
  }
});

test('each point of a history is the answer as of its block; the statements do not grow with their number', async () => {
  type Points = {unstakeQueueHistory: {start: string; end: string; isCarried: boolean; asOf: {height: number}}[]};
  const history = async (args: string): Promise<[Points['unstakeQueueHistory'], number]> => {
    const before = reader.statements;
    const {unstakeQueueHistory} = await reader.answer<Points>(
      `{unstakeQueueHistory${args} {start end isCarried ${COVERAGE}}}`,
    );
    return [unstakeQueueHistory, reader.statements - before];
  };
  const [days, cost] = await history('');
  expect(days).toHaveLength(113);
  expect((await history('(interval: MONTH)'))[1]).toBe(cost);
  for (const {start: _start, end: _end, isCarried: _carried, ...point} of days.filter((_day, i) => i % 16 === 0)) {
    expect(await askQueue(reader, point.asOf.height, COVERAGE)).toMatchObject({
      ...point,
      reasons: expect.any(Array) as unknown,
    });
  }
  expect(days.filter(({isCarried}) => !isCarried)).toHaveLength(12);
});

test('without an AID on its chain the liquidity is not observed, and without a vault there is no queue', async () => {
  const database = await createTestDatabase();
  databases.push(database);
  await writeQueue(database.url, 60, [SAID]);
  const blind = await Reader.open(database.url);
  expect(await askQueue(blind, 60, COVERAGE)).toMatchObject({
    liquid: null,
    coverage: null,
    coverageReason: 'NO_OBSERVATION',
  });
  await source.query('UPDATE chain SET contracts = $1', ['[]']);
  const {error} = await reader.ask('{unstakeQueue {pending}}');
  expect(error?.message).toBe('Chain 31337 (local) has no sAID vault: and no other chain here does.');
  await blind.close();
});
