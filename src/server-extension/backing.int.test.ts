import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {BACKING} from './fixture/fields';
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

interface Component {
  kind: string;
  name: string;
  valueUsd: string | null;
  share: string | null;
  provenance: string;
  asOf: string | null;
  stale: boolean;
  reasons: {field: string; reason: string}[];
}
interface Backing {
  ratio: string | null;
  ratioFloor: string | null;
  attestedRatio: string | null;
  state: string;
  reason: string | null;
  components: Component[];
  reasons: {field: string; reason: string}[];
  asOf: {height: number};
  start?: string;
  end?: string;
  isCarried?: boolean;
}

const at = async (block: number): Promise<Backing> =>
  (await reader.answer<{backing: Backing}>(`{backing(asOf: {block: ${block}}) {${BACKING}}}`)).backing;

const history = async (args: string): Promise<Backing[]> =>
  (await reader.answer<{backingHistory: Backing[]}>(`{backingHistory(${args}) {start end isCarried ${BACKING}}}`))
    .backingHistory;

test('golden: 12.5, 4.0 and 3.8 over 20 is 1.015, with the ages of the valuation and of its publication', async () => {
  expect(await at(488)).toMatchObject({
    ratio: '1.015',
    ratioFloor: '1.015',
    attestedRatio: '1.015',
    state: 'COMPLETE',
    reason: null,
    reservesUsd: '20300000',
    liabilities: '20000000000000000000000000',
    valuationAgeSeconds: 80 * 21_600,
    publicationAgeSeconds: 68 * 21_600,
  });
});

test('every null has its reason, and nothing else has one', async () => {
  const answer = await at(488);
  const nulls = Object.entries(answer).filter(([field, value]) => value === null && !/reason$/i.test(field));
  expect(answer.reasons.map(({field}) => field).sort()).toEqual(nulls.map(([field]) => field).sort());
  expect(answer.components[0]?.reasons).toEqual(
    ['publishedAt', 'valuationAgeSeconds', 'publicationAgeSeconds', 'publicationLagSeconds', 'publicationStale'].map(
      (field) => ({field, reason: 'NOT_APPLICABLE'}),
    ),
  );
});

test('before the first report the T-bill leg is unreadable, and the rest is a floor', async () => {
  const answer = await at(59);
  expect(answer).toMatchObject({state: 'FLOOR', ratio: null, reason: 'PARTIAL', ratioFloor: '0.354545454545454545'});
  expect(answer.components.map(({kind, valueUsd, asOf}) => [kind, valueUsd, asOf])).toEqual([
    ['STABLECOIN', '4000000', '2026-05-04T18:00:00.000Z'],
    ['STABLECOIN', '3800000', '2026-05-04T18:00:00.000Z'],
    ['TBILL', null, null],
  ]);
});

test('moves since the valuation make the T-bill leg DERIVED; the attested ratio stays one of the instant attested', async () => {
  const answer = await at(100);
  expect(answer.components[2]).toMatchObject({
    valueUsd: '12500000',
    provenance: 'DERIVED',
    asOf: '2026-04-30T00:00:00.000Z',
  });
  expect(answer.attestedRatio).toBe('0.918181818181818182');
  expect(answer.ratio).toBe('0.922727272727272727');
});

test('a valuation older than its age allowed backs nothing', async () => {
  const answer = await at(400);
  expect(answer).toMatchObject({state: 'FLOOR', ratio: null, reason: 'STALE', ratioFloor: '0.39'});
  expect(answer.components.map(({stale}) => stale)).toEqual([false, false, true]);
});

test('each point of a history is the answer as of its block', async () => {
  const points = await history('from: "2026-04-20T00:00:00Z", to: "2026-08-21T00:00:00Z", interval: WEEK');
  expect(points).toHaveLength(18);
  for (const {start: _start, end: _end, isCarried: _carried, ...point} of points) {
    expect(point).toEqual(await at(point.asOf.height));
  }
});

test('a bucket shows the last block before its end; one without a change is carried', async () => {
  const points = await history('from: "2026-06-01T00:00:00Z", to: "2026-06-10T00:00:00Z"');
  expect(points.map(({start, end, asOf, isCarried}) => [start, end, asOf.height, isCarried])).toEqual(
    Array.from({length: 9}, (_, day) => [
      `2026-06-0${day + 1}T00:00:00.000Z`,
      `2026-06-${String(day + 2).padStart(2, '0')}T00:00:00.000Z`,
      171 + 4 * day,
      day !== 3 && day !== 8,
    ]),
  );
});

test('a history costs the same statements however long it is', async () => {
  const before = reader.statements;
  await history('from: "2026-06-01T00:00:00Z", to: "2026-06-02T00:00:00Z"');
  const short = reader.statements - before;
  expect(await history('interval: HOUR')).toHaveLength(2923);
  expect(reader.statements - before - short).toBe(short);
});

test('knowledge of a time ends the history there', async () => {
  const points = await history('asOfKnowledge: "2026-06-03T00:00:00Z"');
  expect(points.at(-1)).toMatchObject({start: '2026-06-03T00:00:00.000Z', asOf: {height: 176}});
});

test('bad arguments are refused in one sentence', async () => {
  const refusal = async (args: string) => (await reader.ask(`{backingHistory(${args}) {ratio}}`)).error;
  expect(await refusal('from: "2026-06-02T00:00:00Z", to: "2026-06-01T00:00:00Z"')).toEqual({
    message: 'from (2026-06-02T00:00:00Z) must lie before to (2026-06-01T00:00:00Z).',
    code: 'BAD_USER_INPUT',
  });
  expect((await refusal('to: "2026-08-22T00:00:00Z"'))?.message).toMatch(
    /^to 2026-08-22T00:00:00Z is not indexed: chain/,
  );
  expect((await refusal('from: "2026-04-19T23:59:59Z"'))?.message).toMatch(/^from .* is not indexed: chain/);
  expect((await refusal('asOfKnowledge: "2027-01-01T00:00:00Z"'))?.code).toBe('BAD_USER_INPUT');
  expect((await refusal('interval: YEAR'))?.message).toMatch(/YEAR/);
});
