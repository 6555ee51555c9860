import type {DataSource} from 'typeorm';
import {Random} from '../devnet/random';
import {METHODOLOGY} from '../domain/methodology';
import {familyOf, LIST_KEYS, pathOf, type PublishedFamily, type PublishedName} from '../domain/published';
import {Reader} from '../server-extension/fixture/ask';
import {writeHistory} from '../server-extension/fixture/history';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {closesAt} from './closes';
import {compareAll} from './compare';
import {publishAll, publishBatch, type Formulas} from './publish';
import {takePublisherLock} from './publisherLock';
import {openSource} from './session';

const SEED = parseInt(process.env['SEED'] ?? `${Date.now() % 1_000_000}`, 10);
const SAMPLE = process.env['FULL'] === '1' ? 1000 : 60;
const USING: Formulas = {closesAt, methodology: METHODOLOGY, log: {}};
/** From 2026-04-20 to 2026-08-12: the block that makes the close of the next day final is not final itself. */
const DAYS = 115;

let database: TestDatabase;
let source: DataSource;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase();
  await writeHistory(database.url);
  source = await openSource(database.url);
  reader = await Reader.open(database.url);
});
afterAll(async () => {
  await source.destroy();
  await reader.close();
  await database.drop();
});

interface Row {
  metric: PublishedName;
  key: string;
  day: Date;
  height: number;
  value: string | null;
  reason: string | null;
  knownAt: Date;
}
const rows = (): Promise<Row[]> =>
  source.query<Row[]>(
    `SELECT metric, key, day, height, value, reason, known_at AS "knownAt" FROM published_value ORDER BY sequence`,
  );

test('every day that is final on every chain is published once, whatever it is cut into', async () => {
  const first = await publishBatch(source, USING, 7);
  expect(first).toMatchObject({days: 7, restatements: 0, left: DAYS - 7});
  const rest = await publishAll(source, USING);
  expect([rest.days, rest.left, rest.restatements]).toEqual([DAYS - 7, 0, 0]);
  expect(await publishAll(source, USING)).toEqual({days: 0, values: 0, restatements: 0, left: 0});
  const days = await source.query<{day: Date; revision: number; height: number; knownAt: Date; added: number}[]>(
    'SELECT day, revision, height, known_at AS "knownAt", added FROM published_day ORDER BY day',
  );
  expect(days).toHaveLength(DAYS);
  for (const [i, {day, revision, height, knownAt}] of days.entries()) {
    expect([day.toISOString(), revision]).toEqual([new Date(Date.UTC(2026, 3, 20 + i)).toISOString(), 0]);
    expect(height).toBe(4 * i + 3);
    expect(knownAt.toISOString()).toBe(new Date(Date.UTC(2026, 3, 21 + i, 60)).toISOString());
  }
  const counted = await source.query<{sequences: number; last: number}[]>(
    'SELECT count(DISTINCT sequence)::int AS sequences, max(sequence) AS last FROM published_value',
  );
  const values = first.values + rest.values;
  expect(counted).toEqual([{sequences: values, last: values}]);
  expect(days.reduce((sum, {added}) => sum + added, 0)).toBe(values);
});

const QUERIES: Readonly<Record<PublishedFamily, (asOf: string, key: string) => string>> = {
  backing: (asOf) => `backing(${asOf})`,
  stakingYield: (asOf) => `stakingYield(${asOf})`,
  supply: (asOf) => `supply(${asOf})`,
  assets: (asOf, key) => `assetMetrics(${asOf}, assetId: "${key}")`,
  usage: (asOf, key) => `usage(${asOf}, token: "${key}")`,
};

/** A published metric as the API answers it as of a block. */
async function answered({metric, key, height}: Row): Promise<string | null> {
  const path = pathOf(metric);
  const selection = (fields: readonly string[]): string => {
    const [field = '', ...more] = fields;
    if (more.length === 0) return field;
    const list = LIST_KEYS[field];
    return list === undefined ? `${field} {${selection(more)}}` : `${field} {${list} ${selection(more.slice(1))}}`;
  };
  const question = QUERIES[familyOf(metric)](`asOf: {block: ${height}}`, key);
  const {answer} = await reader.answer<{answer: unknown}>(`{answer: ${question} {${selection(path)}}}`);
  const value = path.reduce<unknown>((at, step, i) => {
    if (Array.isArray(at)) {
      const list = LIST_KEYS[path[i - 1] ?? ''] ?? '';
      return (at as Record<string, unknown>[]).find((element) => String(element[list]) === step);
    }
    return (at as Record<string, unknown>)[step];
  }, answer);
  return value === null ? null : typeof value === 'string' ? value : JSON.stringify(value);
}

test(`a published value is what the API answers as of the day's last block (seed ${SEED})`, async () => {
  const random = new Random('published', SEED);
  const all = await rows();
  const metrics = new Set(all.map(({metric}) => metric));
  expect(metrics.size).toBeGreaterThan(30);
  const sample = [
    ...[...metrics].map((metric) => random.pick(all.filter((row) => row.metric === metric && row.value !== null))),
    ...Array.from({length: SAMPLE}, () => random.pick(all)),
  ];
  for (const row of sample.filter(Boolean)) expect([row, await answered(row)]).toEqual([row, row.value]);
});

test('a value that is missing has its reason, and only such a one', async () => {
  const all = await rows();
  expect(all.filter(({value, reason}) => (value === null) === (reason === null))).toEqual([]);
  expect(new Set(all.map(({reason}) => reason)).size).toBeGreaterThan(3);
});

test.each(['published_value', 'published_day', 'published_versions'])('%s refuses to be changed', async (table) => {
  for (const statement of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
    await expect(source.query(statement)).rejects.toThrow(`${table} is append-only: ${statement.slice(0, 6)}`);
  }
});

test('what is published is held against what is computed now, and each value that differs is named', async () => {
  expect(await compareAll(source, USING)).toEqual([]);
  const other: Formulas = {
    ...USING,
    closesAt: async (em, held, points) =>
      (await closesAt(em, held, points)).map((closes, i) =>
        closes.map((close) =>
          close.metric === 'supply.total' && points[i]?.height === 403
            ? {...close, value: {value: '1', reason: null}}
            : close,
        ),
      ),
  };
  const published = (await rows()).find(({metric, height}) => metric === 'supply.total' && height === 403);
  expect(await compareAll(source, other)).toEqual([
    {day: '2026-07-29', metric: 'supply.total', key: '', published: published?.value, computed: '1'},
  ]);
});

test('one process publishes at a time', async () => {
  const lock = await takePublisherLock(database.url, 31337);
  await expect(takePublisherLock(database.url, 31337)).rejects.toThrow('already publishes the values of chain 31337');
  await lock.release();
  await (await takePublisherLock(database.url, 31337)).release();
});
