import {AID} from './given';
import {SERVICES} from './laws/circulation';
import {accountsSince, isCirculation, movesOf, sum} from './recount';
import {openUsageStage, SERVICE, STATE, usageOf, type Usage, type UsageStage} from './usageStage';
import {blockTime} from './worldDatabase';

let stage: UsageStage;

beforeAll(async () => {
  stage = await openUsageStage();
});
afterAll(() => stage.close());

const history = async (interval: string, more = '') =>
  (
    await stage.reader.answer<{usageHistory: (Usage & {start: string; end: string})[]}>(
      `{usageHistory(interval: ${interval} ${more}) {${STATE} volume activeAccounts paymentCount paymentVolume payerCount
        payments ${SERVICE} start end isCarried}}`,
    )
  ).usageHistory;

test('a point of a history is the answer as of its block, and what moved in the buckets adds up to all that moved', async () => {
  const moves = movesOf(stage.events, AID, stage.head);
  for (const interval of ['DAY', 'WEEK', 'MONTH']) {
    const points = await history(interval);
    for (const point of points.filter((_point, i) => i % 7 === 0)) {
      const {height} = point['asOf'] as {height: number};
      const {payments30d: _, paymentsToDate: __, ...answer} = await usageOf(stage.reader, height);
      expect(point).toMatchObject(answer);
    }
    for (const point of points) {
      const [start, end] = [Date.parse(point.start) / 1000, Date.parse(point.end) / 1000];
      const inBucket = moves.filter(({meta}) => meta.at >= start && meta.at < end);
      const payments = inBucket.filter(({from, to, amount}) => SERVICES.includes(to) && from !== to && amount > 0n);
      expect(point).toMatchObject({
        volume: `${sum(inBucket.filter(isCirculation).map(({amount}) => amount))}`,
        activeAccounts: accountsSince(inBucket, start).size,
        paymentCount: payments.length,
        paymentVolume: `${sum(payments.map(({amount}) => amount))}`,
        payerCount: new Set(payments.map(({from}) => from)).size,
      });
    }
  }
});

test('the number of statements does not grow with the number of points', async () => {
  const count = async (interval: string): Promise<number> => {
    const before = stage.reader.statements;
    await history(interval);
    return stage.reader.statements - before;
  };
  expect(await count('HOUR')).toBe(await count('MONTH'));
});

test('a history as of earlier knowledge ends with what was known', async () => {
  const middle = new Date(blockTime(60) * 1000).toISOString();
  const known = await history('DAY', `, asOfKnowledge: "${middle}"`);
  expect((known.at(-1)?.['asOf'] as {height: number}).height).toBe(60);
});
