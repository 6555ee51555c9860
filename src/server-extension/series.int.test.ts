import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
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

interface Point {
  start: string;
  open: string | null;
  high: string | null;
  low: string | null;
  close: string | null;
  mean: string | null;
  change: string | null;
  count: number | null;
  isCarried: boolean;
  isPartial: boolean;
  reasons: {field: string; reason: string}[];
}
interface Series {
  name: string;
  unit: string;
  points: Point[];
  asOf: {height: number};
}

const POINT = 'start open high low close mean change count isCarried isPartial reasons {field reason}';

const series = async (args: string): Promise<Series> =>
  (
    await reader.answer<{series: Series}>(
      `{series(${args}) {name unit points {${POINT}} asOf {height} methodologyVersion}}`,
    )
  ).series;

const refusal = async (args: string): Promise<string | undefined> =>
  (await reader.ask(`{series(${args}) {name}}`)).error?.message;

const millions = (text: string | null): number => Number(BigInt(text ?? -1) / 10n ** 24n);

test('a month of a level: open, bounds, close, and the mean by the seconds each value held', async () => {
  const {unit, points} = await series('name: "SUPPLY", interval: MONTH');
  expect(unit).toBe('AID wei');
  expect(points.map(({start}) => start.slice(0, 7))).toEqual(['2026-04', '2026-05', '2026-06', '2026-07', '2026-08']);
  const [april, , june] = points;
  expect(april).toMatchObject({open: null, isCarried: false, isPartial: false});
  expect(april?.reasons).toEqual([
    {field: 'open', reason: 'NO_OBSERVATION'},
    {field: 'change', reason: 'NO_OBSERVATION'},
  ]);
  expect([april?.high, april?.low, april?.close].map((text) => millions(text ?? null))).toEqual([22, 15, 22]);
  expect([june?.open, june?.high, june?.low, june?.close].map((text) => millions(text ?? null))).toEqual([
    22, 22, 20, 20,
  ]);
  expect(june?.mean).toBe((((22n * 32n + 20n * 88n) * 10n ** 24n) / 120n).toString());
  expect(june?.change).toBe(`-2${'0'.repeat(24)}`);
});

test('T11: every day is there; one without a change is carried and flagged, the last one is not over', async () => {
  const {points} = await series('name: "SUPPLY"');
  expect(points).toHaveLength(123);
  expect(new Set(points.map(({start}) => start)).size).toBe(123);
  expect(points.filter(({isCarried}) => !isCarried).map(({start}) => start.slice(0, 10))).toEqual([
    '2026-04-20',
    '2026-04-30',
    '2026-06-09',
  ]);
  expect(points.filter(({isPartial}) => isPartial).map(({start}) => start.slice(0, 10))).toEqual(['2026-08-20']);
});

test('what flowed in a bucket is the difference of a lifetime sum; the parts make the whole', async () => {
  const {points} = await series('name: "MINTED", interval: WEEK');
  const flowed = points.reduce((sum, {change}) => sum + BigInt(change ?? 0), 0n);
  expect(millions(flowed.toString())).toBe(22);
  expect(points.at(-1)).toMatchObject({high: null, mean: null, count: null});
  expect(points.at(-1)?.reasons.map(({field, reason}) => `${field} ${reason}`)).toEqual(
    ['high', 'low', 'mean', 'count'].map((field) => `${field} NOT_APPLICABLE`),
  );
});

test('a series of an asset is told which', async () => {
  const {points} = await series(`name: "OUTSTANDING", assetId: "${ASSET_A}", interval: MONTH`);
  expect(points.map(({close}) => (close === null ? null : millions(close)))).toEqual([4, 4, 4, 4, 4]);
});

test('a series takes the same statements however long it is', async () => {
  const count = async (args: string): Promise<number> => {
    const before = reader.statements;
    await series(args);
    return reader.statements - before;
  };
  expect(await count('name: "SUPPLY", interval: HOUR')).toBe(await count('name: "SUPPLY", interval: MONTH'));
});

test('knowledge of a time ends the series there', async () => {
  const {points, asOf} = await series('name: "SUPPLY", interval: MONTH, asOfKnowledge: "2026-06-01T00:00:00Z"');
  expect(points.map(({close}) => millions(close))).toEqual([22, 22, 22]);
  expect(asOf.height).toBe(168);
  expect(points.at(-1)?.isPartial).toBe(true);
});

test('bad arguments are refused in one sentence', async () => {
  expect(await refusal('name: "TVL"')).toMatch(/^name is TVL: expected one of SUPPLY, /);
  expect(await refusal('name: "OUTSTANDING"')).toBe('OUTSTANDING is a series of one asset: give assetId.');
  expect(await refusal(`name: "SUPPLY", assetId: "${ASSET_A}"`)).toContain('leave assetId out');
  expect(await refusal('name: "OUTSTANDING", assetId: "0x12"')).toBe('assetId is 0x12: expected 32 bytes in hex.');
  expect(await refusal('name: "SUPPLY", chainId: 5')).toContain('Chain 5 is not indexed here');
});
