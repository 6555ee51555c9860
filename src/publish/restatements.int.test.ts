import {METHODOLOGY} from '../domain/methodology';
import {
  BACKING,
  CHANGE,
  openPublishedStage,
  pointOf,
  RESTATED_AT,
  USING,
  type PublishedStage,
} from '../test/publishedStage';
import {publishAll} from './publish';

let stage: PublishedStage;
let restatements: number;

beforeAll(async () => {
  stage = await openPublishedStage();
  const done = await publishAll(stage.source, USING);
  restatements = done.restatements;
  expect(done).toMatchObject({days: 115, values: 0, left: 0});
});
afterAll(() => stage.close());

test('each value that changed is restated with old and new value, versions and reason; the others are not', async () => {
  const {restatements: page} = await stage.reader.answer<{restatements: {restatements: Record<string, unknown>[]}}>(
    `{restatements {restatements {metric key day revision height oldValue newValue oldReason newReason reason
       oldMethodologyVersion newMethodologyVersion knownAt reasons {field reason}}}}`,
  );
  expect(page.restatements).toHaveLength(restatements);
  expect(new Set(page.restatements.map(({height}) => height))).toEqual(new Set([263]));
  const today = await pointOf(stage, 'backingHistory', 263, BACKING);
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
  expect(await publishAll(stage.source, USING)).toEqual({days: 0, values: 0, restatements: 0, left: 0});
  const revisions = await stage.source.query<{revision: number; days: number; versions: number}[]>(
    `SELECT revision, count(*)::int AS days, count(DISTINCT versions)::int AS versions FROM published_day
     GROUP BY revision ORDER BY revision`,
  );
  expect(revisions).toEqual([
    {revision: 0, days: 115, versions: 1},
    {revision: 1, days: 115, versions: 1},
  ]);
});

test('a reader follows restatements page by page and misses none', async () => {
  const page = (args: string) =>
    stage.reader.answer<{
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
  const refused = await stage.reader.ask('{restatements(metric: "backing.hhi") {nextCursor}}');
  expect(refused.error).toEqual({
    message: 'metric "backing.hhi" is not published: published lists what is.',
    code: 'BAD_USER_INPUT',
  });
});

test('published says what is, and by what', async () => {
  const {published} = await stage.reader.answer<{published: Record<string, unknown>}>(
    '{published {chainId days firstDay lastDay knownAt outdatedDays restatements keys}}',
  );
  expect(published).toMatchObject({
    ...{chainId: 31337, days: 115, outdatedDays: 0, restatements},
    ...{firstDay: '2026-04-20T00:00:00.000Z', lastDay: '2026-08-12T00:00:00.000Z'},
    knownAt: '2026-08-15T12:00:00.000Z',
  });
  expect(published['keys']).toContain('AID');
});
