import type {DataSource} from 'typeorm';
import {METHODOLOGY, type Measured} from '../domain/methodology';
import type {PublishedName} from '../domain/published';
import {Reader} from '../server-extension/fixture/ask';
import {STAKING_YIELD} from '../server-extension/fixture/fields';
import {writeHistory} from '../server-extension/fixture/history';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {closesAt} from './closes';
import {publishAll, type Formulas} from './publish';
import {openSource} from './session';

/** What the formulas of before made of a close; undefined where they agree with those of today. */
type Old = (metric: PublishedName, height: number) => Measured<string> | undefined;

const known = (value: string): Measured<string> => ({value, reason: null});
const CHANGE = 'what is owed counts what is on its way';
const LOG = {backing: [{version: METHODOLOGY.backing, change: CHANGE}]};
const USING: Formulas = {closesAt, methodology: METHODOLOGY, log: LOG};

/** Blocks 43, 263 and 403 close 2026-04-30, 2026-06-24 and 2026-07-29. */
const OLD: Old = (metric, height) => {
  if (height !== 263) return undefined;
  const values: Partial<Record<PublishedName, Measured<string>>> = {
    'backing.ratio': known('0.99'),
    'backing.reservesUsd': {value: null, reason: 'STALE'},
    'backing.liabilities': known('77'),
    'stakingYield.markApy.3.value': known('0.5'),
    'stakingYield.windows.30d.apy': {value: null, reason: 'INSUFFICIENT_HISTORY'},
    'assets.revenueToDate.gross': known('5'),
    'assets.daysPastDue': known('3'),
    'usage.holderCount': known('9'),
  };
  return values[metric];
};

const before: Formulas = {
  closesAt: async (em, held, points) =>
    (await closesAt(em, held, points)).map((closes, i) =>
      closes.map((close) => ({...close, value: OLD(close.metric, points[i]?.height ?? 0) ?? close.value})),
    ),
  methodology: {...METHODOLOGY, backing: 'backing/0', stakingYield: 'staking-yield/0', assets: 'assets/0'},
  log: LOG,
};

let database: TestDatabase;
let source: DataSource;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase();
  await writeHistory(database.url);
  source = await openSource(database.url);
  reader = await Reader.open(database.url);
  await publishAll(source, before);
});
afterAll(async () => {
  await source.destroy();
  await reader.close();
  await database.drop();
});

/** Of the finalized head, block 470. */
const RESTATED_AT = '2026-08-15T12:00:00.000Z';
const THEN = '2026-08-10T00:00:00Z';
const SINCE = '2026-08-16T00:00:00Z';

interface Point {
  [field: string]: unknown;
  reasons: {field: string; reason: string}[];
  methodologyVersion: string;
}

/** The point of a history whose block closes a day; the knowledge of today without `knowledge`. */
async function point(question: string, height: number, fields: string, knowledge?: string): Promise<Point> {
  const [name = '', args = ''] = question.split('(');
  const day = Date.UTC(2026, 3, 20) + (height - 3) * 21_600_000;
  const span = `from: "${new Date(day).toISOString()}", to: "${new Date(day + 86_400_000).toISOString()}"`;
  const asked = [args.replace(')', ''), span, ...(knowledge === undefined ? [] : [`asOfKnowledge: "${knowledge}"`])];
  const query = `{${name}(${asked.filter(Boolean).join(', ')}) {${fields} methodologyVersion reasons {field reason} asOf {height}}}`;
  const points = (await reader.answer<Record<string, Point[]>>(query))[name] ?? [];
  expect(points.map(({asOf}) => asOf)).toEqual([{height}]);
  return points[0];
}

const BACKING = 'ratio ratioFloor reservesUsd liabilities state reason mintHeadroom';

test('until the formulas change, every time of knowledge answers what is answered today', async () => {
  const fields = `${BACKING} start end isCarried hhi`;
  for (const height of [43, 403]) {
    const {methodologyVersion: _, ...today} = await point('backingHistory', height, fields);
    expect(await point('backingHistory', height, fields, THEN)).toMatchObject(today);
  }
});

describe('after the formulas changed', () => {
  let restatements: number;
  beforeAll(async () => {
    const done = await publishAll(source, USING);
    restatements = done.restatements;
    expect(done).toMatchObject({days: 115, values: 0, left: 0});
  });

  test('each value that changed is restated with old and new value, versions and reason; the others are not', async () => {
    const {restatements: page} = await reader.answer<{restatements: {restatements: Record<string, unknown>[]}}>(
      `{restatements {restatements {metric key day revision height oldValue newValue oldReason newReason reason
         oldMethodologyVersion newMethodologyVersion knownAt reasons {field reason}}}}`,
    );
    expect(page.restatements).toHaveLength(restatements);
    expect(new Set(page.restatements.map(({height}) => height))).toEqual(new Set([263]));
    const today = await point('backingHistory', 263, BACKING);
    const told = {day: '2026-06-24T00:00:00.000Z', revision: 1, height: 263, key: '', knownAt: RESTATED_AT};
    const versions = {oldMethodologyVersion: 'backing/0', newMethodologyVersion: METHODOLOGY.backing};
    const reason = `methodology backing/0 -> ${METHODOLOGY.backing}: ${CHANGE}`;
    expect(page.restatements).toContainEqual({
      ...{...told, ...versions, reason, metric: 'backing.ratio', oldValue: '0.99', newValue: today['ratio']},
      ...{oldReason: null, newReason: null},
      reasons: ['oldReason', 'newReason'].map((field) => ({field, reason: 'NOT_APPLICABLE'})),
    });
    expect(page.restatements).toContainEqual({
      ...{...told, ...versions, reason, metric: 'backing.reservesUsd', oldValue: null, newValue: today['reservesUsd']},
      ...{oldReason: 'STALE', newReason: null},
      reasons: [
        {field: 'oldValue', reason: 'STALE'},
        {field: 'newReason', reason: 'NOT_APPLICABLE'},
      ],
    });
    const usage = page.restatements.filter(({metric}) => metric === 'usage.holderCount');
    expect(usage.map(({key, reason: why}) => [key, why])).toEqual([
      ['AID', 'no version that it rests on changed'],
      ['SAID', 'no version that it rests on changed'],
    ]);
  });

  test('what did not change was checked under the new versions, once: nothing is due any more', async () => {
    expect(await publishAll(source, USING)).toEqual({days: 0, values: 0, restatements: 0, left: 0});
    const revisions = await source.query<{revision: number; days: number; versions: number}[]>(
      `SELECT revision, count(*)::int AS days, count(DISTINCT versions)::int AS versions FROM published_day
       GROUP BY revision ORDER BY revision`,
    );
    expect(revisions).toEqual([
      {revision: 0, days: 115, versions: 1},
      {revision: 1, days: 115, versions: 1},
    ]);
  });

  test('block and knowledge are asked for apart: four combinations', async () => {
    const [changed, same] = [await point('backingHistory', 263, BACKING), await point('backingHistory', 43, BACKING)];
    expect([changed.methodologyVersion, same.methodologyVersion]).toEqual([METHODOLOGY.backing, METHODOLOGY.backing]);
    expect(await point('backingHistory', 263, BACKING, SINCE)).toEqual(changed);
    expect(await point('backingHistory', 43, BACKING, SINCE)).toEqual(same);
    expect(await point('backingHistory', 43, BACKING, THEN)).toEqual({...same, methodologyVersion: 'backing/0'});
    expect(await point('backingHistory', 263, BACKING, THEN)).toEqual({
      ...{...changed, ratio: '0.99', reservesUsd: null, liabilities: '77', methodologyVersion: 'backing/0'},
      reasons: [...changed.reasons, {field: 'reservesUsd', reason: 'STALE'}],
    });
  });

  test('the instant of the restatement itself knows it, the second before does not', async () => {
    expect((await point('backingHistory', 263, BACKING, RESTATED_AT)).methodologyVersion).toBe(METHODOLOGY.backing);
    const earlier = await point('backingHistory', 263, BACKING, '2026-08-15T11:59:59Z');
    expect([earlier['ratio'], earlier.methodologyVersion]).toEqual(['0.99', 'backing/0']);
  });

  test('before the close was final what was published first is answered', async () => {
    expect((await point('backingHistory', 263, BACKING, '2026-06-25T18:00:00Z'))['ratio']).toBe('0.99');
  });

  test('buckets that end with a published day answer its close, whatever their length; others what is computed', async () => {
    const {weeks} = await reader.answer<{weeks: Point[]}>(
      `{weeks: backingHistory(interval: HOUR, from: "2026-06-24T06:00:00Z", to: "2026-06-25T00:00:00Z",
         asOfKnowledge: "${THEN}") {ratio asOf {height}}}`,
    );
    const ratios = new Map(weeks.map(({asOf, ratio}) => [(asOf as {height: number}).height, ratio]));
    expect([ratios.get(263), ratios.get(262) === '0.99', ratios.get(261) === '0.99']).toEqual(['0.99', false, false]);
  });

  test('inside of parts and lists only what was published changes, and its reason', async () => {
    const fields = STAKING_YIELD.replace(/ methodologyVersion$/, '').replace(
      /reasons \{field reason\} asOf \{[^}]*\}$/,
      '',
    );
    const today = await point('stakingYieldHistory', 263, fields);
    const then = await point('stakingYieldHistory', 263, fields, THEN);
    const windows = today['windows'] as (Point & {window: string})[];
    expect(then).toEqual({
      ...today,
      methodologyVersion: 'staking-yield/0',
      markApy: (today['markApy'] as (Point & {marks: number})[]).map((part) =>
        part.marks === 3
          ? {...part, value: '0.5', reason: null, reasons: part.reasons.filter(({field}) => field !== 'value')}
          : part,
      ),
      windows: windows.map((part) =>
        part.window === '30d'
          ? {...part, apy: null, reasons: [...part.reasons, {field: 'apy', reason: 'INSUFFICIENT_HISTORY'}]}
          : part,
      ),
    });
    expect(windows.find(({window}) => window === '30d')?.['apy']).not.toBeNull();
  });

  test('assets and tokens are told apart by their keys', async () => {
    const [{key} = {key: ''}] = await source.query<{key: string}[]>(
      `SELECT key FROM published_value WHERE metric = 'assets.daysPastDue' AND height = 263 AND revision = 1 ORDER BY key`,
    );
    const asset = `assetHistory(assetId: "${key}")`;
    const today = await point(asset, 263, 'outstanding daysPastDue revenueToDate {gross netToVault}');
    const then = await point(asset, 263, 'outstanding daysPastDue revenueToDate {gross netToVault}', THEN);
    expect(then).toMatchObject({
      ...{outstanding: today['outstanding'], daysPastDue: 3, methodologyVersion: 'assets/0'},
      revenueToDate: {...(today['revenueToDate'] as object), gross: '5'},
    });
    const usage = await point('usageHistory(token: "SAID")', 263, 'holderCount supply volume', THEN);
    const now = await point('usageHistory(token: "SAID")', 263, 'holderCount supply volume');
    expect(usage).toEqual({...now, holderCount: 9});
  });

  test('a reader follows restatements page by page and misses none', async () => {
    const page = (args: string) =>
      reader.answer<{
        restatements: {restatements: {metric: string}[]; nextCursor: string | null; lastCursor: string | null};
      }>(`{restatements(${args}) {restatements {metric} nextCursor lastCursor}}`);
    let seen = 0;
    let cursor = '';
    for (;;) {
      const {restatements: one} = await page(`limit: 3${cursor}`);
      seen += one.restatements.length;
      cursor = `, cursor: "${one.lastCursor}"`;
      if (one.nextCursor === null) break;
    }
    expect(seen).toBe(restatements);
    expect((await page(`limit: 3${cursor}`)).restatements).toEqual({
      restatements: [],
      nextCursor: null,
      lastCursor: null,
    });
    expect((await page('metric: "backing.ratio"')).restatements.restatements).toHaveLength(1);
    expect((await page('from: "2026-06-25T00:00:00Z"')).restatements.restatements).toHaveLength(0);
    const refused = await reader.ask('{restatements(metric: "backing.hhi") {nextCursor}}');
    expect(refused.error).toEqual({
      message: 'metric "backing.hhi" is not published: published lists what is.',
      code: 'BAD_USER_INPUT',
    });
  });

  test('published says what is, and by what', async () => {
    const {published} = await reader.answer<{published: Record<string, unknown>}>(
      '{published {chainId days firstDay lastDay knownAt outdatedDays restatements keys}}',
    );
    expect(published).toMatchObject({
      ...{chainId: 31337, days: 115, outdatedDays: 0, restatements},
      ...{firstDay: '2026-04-20T00:00:00.000Z', lastDay: '2026-08-12T00:00:00.000Z'},
      knownAt: '2026-08-15T12:00:00.000Z',
    });
    expect(published['keys']).toContain('AID');
  });
});
