import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {writeHistory} from './fixture/history';

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

interface Yield {
  discountBps: string | null;
  market: Record<string, string | number | null> & {reasons: unknown[]};
  reasons: unknown[];
}

const at = async (block: number): Promise<Yield> =>
  (
    await reader.answer<{stakingYield: Yield}>(
      `{stakingYield(asOf: {block: ${block}}) {discountBps reasons {field reason}
        market {price discountBps waitSeconds impliedExitApy reasons {field reason}}}}`,
    )
  ).stakingYield;

test('the market price of a share, in AID, stands beside what an exit gets', async () => {
  const {discountBps, market} = await at(488);
  expect(market).toMatchObject({price: '1.04', discountBps, waitSeconds: 12 * 86_400, reasons: []});
  expect(Number(discountBps)).toBeCloseTo(10_000 * (1 - 1.04 / 1.0594), 8);
  expect(Number(market['impliedExitApy'])).toBeCloseTo((1.0594 / 1.04) ** (365 / 12) - 1, 8);
});

test('an old price is stale, none is not observed, and neither is 0', async () => {
  const stale = await at(470);
  expect([stale.discountBps, stale.market['price']]).toEqual([null, null]);
  expect(stale.reasons).toContainEqual({field: 'discountBps', reason: 'STALE'});
  const none = await at(400);
  expect(none.market.reasons).toContainEqual({field: 'price', reason: 'NO_OBSERVATION'});
  expect(none.reasons).toContainEqual({field: 'discountBps', reason: 'NO_OBSERVATION'});
});
