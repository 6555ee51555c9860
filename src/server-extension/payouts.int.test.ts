import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {HOLDER, VAULT} from './fixture/credit';
import {PAYOUTS} from './fixture/fields';
import {writeHistory} from './fixture/history';
import {ASSET_A} from './fixture/revenue';

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

type Fields = Record<string, unknown>;

const refusal = async (query: string) => (await reader.ask(query)).error?.message;

interface Distributions {
  distributions: (Fields & {payouts: Fields[]})[];
  nextCursor: string | null;
}
const payouts = async (args = ''): Promise<Distributions> =>
  (await reader.answer<{it: Distributions}>(`{it: payouts${args} {${PAYOUTS}}}`)).it;

test('payouts are compared with balances at the distribution, not at the end of its block', async () => {
  const {distributions} = await payouts(`(assetId: "${ASSET_A}")`);
  expect(distributions.map(({height, net, residual, isDustBounded}) => [height, net, residual, isDustBounded])).toEqual(
    [
      [100, '65', '0', true],
      [220, '130', '2', true],
      [488, '325', '4', false],
    ],
  );
  expect(distributions[2]?.payouts).toMatchObject([
    {holder: HOLDER, balance: '4', expected: '20', observed: '20'},
    {holder: VAULT, balance: '60', expected: '304', observed: '300'},
  ]);
});

test('payouts are paged without a gap, and told of one holder', async () => {
  const all = (await payouts()).distributions.map(({record}) => record);
  expect(all).toHaveLength(5);
  const paged: unknown[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Distributions = await payouts(`(limit: 2, cursor: "${cursor}")`);
    paged.push(...page.distributions.map(({record}) => record));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(all);
  const own = (await payouts(`(holder: "${HOLDER.toUpperCase().replace('0X', '0x')}")`)).distributions;
  expect(own.map((one) => one.payouts.map(({holder, observed}) => [holder, observed]))).toEqual([
    [[HOLDER, '4']],
    [[HOLDER, '7']],
    [[HOLDER, '20']],
  ]);
  expect(await refusal('{payouts(limit: 0) {nextCursor}}')).toBe('limit is 0, expected 1 to 500.');
  expect(await refusal('{payouts(holder: "bob") {nextCursor}}')).toMatch(/^holder "bob" is not an address/);
});
