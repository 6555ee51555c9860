import {METHODOLOGY} from '../domain/methodology';
import {STAKING_YIELD} from '../server-extension/fixture/fields';
import {
  BACKING,
  formulasOf,
  known,
  openPublishedStage,
  pointOf,
  RESTATED_AT,
  SINCE,
  THEN,
  USING,
  type Point,
  type PublishedStage,
} from '../test/publishedStage';
import {publishAll} from './publish';

let stage: PublishedStage;

beforeAll(async () => {
  stage = await openPublishedStage();
});
afterAll(() => stage.close());

const point = (question: string, height: number, fields: string, knowledge?: string): Promise<Point> =>
  pointOf(stage, question, height, fields, knowledge);

test('until the formulas change, every time of knowledge answers what is answered today', async () => {
  const fields = `${BACKING} start end isCarried hhi`;
  for (const height of [43, 403]) {
    const {methodologyVersion: _, ...today} = await point('backingHistory', height, fields);
    expect(await point('backingHistory', height, fields, THEN)).toMatchObject(today);
  }
});

describe('after the formulas changed', () => {
  beforeAll(() => publishAll(stage.source, USING));

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
    expect(await point('backingHistory', 263, BACKING, RESTATED_AT)).toEqual(
      await point('backingHistory', 263, BACKING),
    );
    const earlier = await point('backingHistory', 263, BACKING, '2026-08-15T11:59:59Z');
    expect([earlier['ratio'], earlier.methodologyVersion]).toEqual(['0.99', 'backing/0']);
  });

  test('before the close was final what was published first is answered', async () => {
    expect((await point('backingHistory', 263, BACKING, '2026-06-25T18:00:00Z'))['ratio']).toBe('0.99');
  });

  test('buckets that end with a published day answer its close, whatever their length; others what is computed', async () => {
    const {weeks} = await stage.reader.answer<{weeks: Point[]}>(
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
    const [{key} = {key: ''}] = await stage.source.query<{key: string}[]>(
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

  test('of three generations each is answered in its time, and the published one where it is not what is computed', async () => {
    await stage.source.query('UPDATE squid_31337.status SET height = 480');
    await stage.source.query('DELETE FROM squid_31337.hot_block WHERE height <= 480');
    const third = formulasOf((metric) => (metric === 'backing.ratio' ? known('0.5') : undefined), {
      backing: 'backing/9',
    });
    expect((await publishAll(stage.source, third)).restatements).toBe(115);
    const today = await point('backingHistory', 263, BACKING);
    const ratioAt = async (knowledge: string) => {
      const {ratio, methodologyVersion} = await point('backingHistory', 263, BACKING, knowledge);
      return [ratio, methodologyVersion];
    };
    expect(await ratioAt('2026-06-25T00:00:00Z')).toEqual(['0.99', 'backing/0']);
    expect(await ratioAt(THEN)).toEqual(['0.99', 'backing/0']);
    expect(await ratioAt(RESTATED_AT)).toEqual([today['ratio'], METHODOLOGY.backing]);
    expect(await ratioAt('2026-08-17T23:59:59Z')).toEqual([today['ratio'], METHODOLOGY.backing]);
    expect(await ratioAt('2026-08-18T00:00:00Z')).toEqual(['0.5', 'backing/9']);
    expect(await ratioAt('2026-08-20T00:00:00Z')).toEqual(['0.5', 'backing/9']);
    expect([today['ratio'] === '0.5', today.methodologyVersion]).toEqual([false, METHODOLOGY.backing]);
  });
});
