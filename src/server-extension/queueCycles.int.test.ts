import {DataSource} from 'typeorm';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {askQueue, cycleIn, isoOf, withTerms} from './fixture/askQueue';
import {QUEUE_HEAD, writeQueue} from './fixture/queue';

let database: TestDatabase;
let reader: Reader;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  await writeQueue(database.url);
  reader = await Reader.open(database.url);
  source = await new DataSource({type: 'postgres', url: database.url}).initialize();
});

afterAll(async () => {
  await reader.close();
  await source.destroy();
  await database.drop();
});

test('a settled cycle is an account whose sides are equal, and says where its liquidity came from', async () => {
  const queue = await askQueue(reader, QUEUE_HEAD);
  expect(queue.cycles.map(({cycleId}) => cycleId)).toEqual(['3', '2', '1', '0']);
  expect(cycleIn(queue, 1)).toMatchObject({
    ...{status: 'SETTLED', policy: 'PRO_RATA', policySource: 'CYCLE', declaredPolicy: 'PRO_RATA', requestCount: 2},
    ...{opensAt: isoOf(80), cutoffAt: isoOf(168), settlesAt: isoOf(168), settledAt: isoOf(172)},
    ...{opening: '100', requested: '200', filled: '120', filledBetween: '0', cancelled: '0', rolled: '180', open: '0'},
    ...{residual: '0', due: '300', liquid: '120', fillRatio: '0.4', verdict: 'AGREES', reasons: []},
    daysToPay: '19.5',
    liquiditySources: [
      {source: 'HELD_BEFORE', amount: '0'},
      {source: 'DEPOSITED', amount: '400'},
      {source: 'RETURNED', amount: '0'},
      {source: 'REVENUE', amount: '0'},
      {source: 'DEPLOYED', amount: '-280'},
      {source: 'PAID_BETWEEN', amount: '0'},
    ],
  });
  expect(cycleIn(queue, 2)).toMatchObject({
    opening: '180',
    requested: '0',
    filled: '90',
    rolled: '90',
    fillRatio: '0.5',
  });
});

test('a cycle that is not settled has its account so far, and no result', async () => {
  const queue = await askQueue(reader, QUEUE_HEAD);
  expect(cycleIn(queue, 3)).toMatchObject({
    ...{status: 'OPENED', opening: '90', requested: '40', filled: '0', filledBetween: '30', open: '100'},
    ...{rolled: null, residual: null, due: null, liquid: null, fillRatio: null, verdict: null, liquiditySources: []},
  });
  expect(cycleIn(queue, 3)?.['reasons']).toContainEqual({field: 'verdict', reason: 'NOT_APPLICABLE'});
  expect(cycleIn(queue, 0)).toMatchObject({
    ...{status: 'OUTSIDE', requested: '100', rolled: '100', open: '0', residual: '0', declaredPolicy: null},
    ...{filledBetween: '0', daysToPay: '62.25'},
  });
  expect(cycleIn(await askQueue(reader, 55), 0)).toMatchObject({requested: '100', rolled: '0', open: '100'});
});

test('pro-rata payments in a FIFO cycle are a POLICY_MISMATCH, with what FIFO would have paid', async () => {
  const queue = await askQueue(reader, QUEUE_HEAD);
  expect([cycleIn(queue, 1)?.['verdict'], cycleIn(queue, 2)?.['verdict']]).toEqual(['AGREES', 'POLICY_MISMATCH']);
  expect(queue.policyMismatches).toEqual([
    {
      cycleId: '2',
      policy: 'FIFO',
      deviations: [
        {requestId: '1', paid: '30', expected: '60'},
        {requestId: '2', paid: '15', expected: '30'},
        {requestId: '3', paid: '45', expected: '0'},
      ],
    },
  ]);
  expect((await askQueue(reader, 291)).policyMismatches).toEqual([]);
});

test('the terms of the network file come before what a cycle declares, from their block on', async () => {
  const proRata = [{fromBlock: 1, policy: 'PRO_RATA', maxDays: 62}];
  const queue = await withTerms(source, proRata, () => askQueue(reader, QUEUE_HEAD));
  expect(queue).toMatchObject({
    policy: 'PRO_RATA',
    policySource: 'PARAMETERS',
    policyMaxDays: 62,
    policyMismatches: [],
  });
  expect(queue.requests[0]).toMatchObject({eligibleTo: isoOf(100 + 62 * 4), expectedWindow: null});
  const later = await withTerms(source, [{fromBlock: 293, policy: 'PRO_RATA', maxDays: 62}], () =>
    askQueue(reader, QUEUE_HEAD),
  );
  expect(later.policyMismatches).toHaveLength(1);
  const cohort = await withTerms(source, [{fromBlock: 1, policy: 'COHORT', maxDays: 62}], () =>
    askQueue(reader, QUEUE_HEAD),
  );
  expect(cohort.requests[0]).toMatchObject({eligibleFrom: '2026-07-01T00:00:00.000Z'});
  expect(cohort.policyMismatches).toMatchObject([{cycleId: '1', policy: 'COHORT'}]);
});
