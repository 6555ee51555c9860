import {Reader} from '../../server-extension/fixture/ask';
import {writeHistory} from '../../server-extension/fixture/history';
import {createTestDatabase, type TestDatabase} from '../postgres';
import {questionSchema} from './comparison';
import {OF_NOW} from './questions';

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

const RANGE = 'chain 31337 (local) is held from block 1 (2026-04-20T06:00:00Z) to block 488 (2026-08-20T00:00:00Z)';
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  asOf: ['{block: 0}', '{block: 489}', '{time: "2026-04-20T05:59:59Z"}', '{time: "2026-08-20T00:00:01Z"}'],
  asOfKnowledge: ['"2026-04-20T05:59:59Z"', '"2026-08-20T00:00:01Z"'],
  from: ['"2020-01-01T00:00:00Z"', '"2030-01-01T00:00:00Z"'],
  to: ['"2020-01-01T00:00:00Z"', '"2030-01-01T00:00:00Z"'],
};
/** Arguments that a question cannot do without. */
const NEEDED: Readonly<Record<string, string>> = {
  account: `address: "0x${'7'.repeat(40)}", `,
  assetMetrics: `assetId: "0x${'a'.repeat(64)}", `,
  assetCashFlow: `assetId: "0x${'a'.repeat(64)}", `,
  assetHistory: `assetId: "0x${'a'.repeat(64)}", `,
  series: 'name: "SUPPLY", ',
  lineage: 'metric: "supply.total", ',
};

test('what lies outside of what is held is refused with the range that is, by every question that can be asked it', async () => {
  const schema = await questionSchema();
  const wrong: string[] = [];
  let asked = 0;
  for (const {name, args} of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    if (OF_NOW.has(name)) continue;
    for (const argument of args.map((one) => one.name)) {
      for (const value of OUTSIDE[argument] ?? []) {
        const question = `{${name}(${NEEDED[name] ?? ''}${argument}: ${value}) {__typename}}`;
        const {error} = await reader.ask(question);
        asked += 1;
        const isRefused = error?.code === 'BAD_USER_INPUT' && error.message.endsWith(` is not indexed: ${RANGE}.`);
        if (!isRefused) wrong.push(`${question}: ${error?.message ?? 'answered'}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(120);
});
