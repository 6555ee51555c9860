import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {RECONCILIATION} from './fixture/fields';
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

const ask = async <D>(query: string): Promise<D> =>
  Object.values(await reader.answer<Record<string, D>>(`{${query}}`))[0];
const at = <D>(block: number, fields: string): Promise<D> =>
  ask<D>(`stakingYield(asOf: {block: ${block}}) {${fields}}`);
const K = (thousands: number): string => `${BigInt(Math.round(thousands * 10)) * 10n ** 20n}`;

interface Interval {
  id: string;
  stakingNav: string | null;
  unstakingNav: string | null;
  block: number;
  knownAtBlock: number;
  validFrom: string;
  validTo: string | null;
  reasons: {field: string; reason: string}[];
}
interface Intervals {
  intervals: Interval[];
  nextCursor: string | null;
}

const INTERVALS =
  'intervals {id stakingNav unstakingNav block knownAtBlock validFrom validTo reasons {field reason}} nextCursor';

test('the NAV intervals tile time: each ends where the next begins, a late step from its own block on', async () => {
  const {intervals, nextCursor} = await ask<Intervals>(`navIntervals {${INTERVALS}}`);
  expect(
    intervals.map(({stakingNav, unstakingNav, block, knownAtBlock}) => [stakingNav, unstakingNav, block, knownAtBlock]),
  ).toEqual([
    ['1.03', null, 12, 12],
    ['1.04', '1.04', 44, 44],
    ['1.05', '1.05', 168, 180],
    ['1.0598', '1.0598', 288, 288],
    ['1.0701', '1.0594', 412, 412],
  ]);
  expect(intervals.slice(1).map(({validFrom}) => validFrom)).toEqual(
    intervals.slice(0, -1).map(({validTo}) => validTo),
  );
  expect(intervals.at(-1)?.reasons).toContainEqual({field: 'validTo', reason: 'NOT_APPLICABLE'});
  expect(intervals[0]?.reasons).toContainEqual({field: 'unstakingNav', reason: 'REVERTED'});
  expect(nextCursor).toBeNull();
});

test('pages of intervals are the whole, without a gap or a repetition', async () => {
  const whole = (await ask<Intervals>(`navIntervals {${INTERVALS}}`)).intervals;
  const paged: Interval[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const after: string = cursor === undefined ? '' : `, cursor: "${cursor}"`;
    const page = await ask<Intervals>(`navIntervals(limit: 2${after}) {${INTERVALS}}`);
    paged.push(...page.intervals);
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(whole);
});

test('a span holds the intervals that share an instant with it', async () => {
  const blocksOf = async (span: string): Promise<number[]> =>
    (await ask<Intervals>(`navIntervals(${span}) {${INTERVALS}}`)).intervals.map(({block}) => block);
  expect(await blocksOf('from: "2026-05-15T00:00:00Z", to: "2026-06-01T00:00:00Z"')).toEqual([44]);
  expect(await blocksOf('from: "2026-05-15T00:00:00Z", to: "2026-06-01T00:00:01Z"')).toEqual([44, 168]);
});

test('bad arguments of a page get one sentence', async () => {
  for (const [args, sentence] of [
    ['limit: 0', 'limit is 0, expected 1 to 1000.'],
    ['limit: 1001', 'limit is 1001, expected 1 to 1000.'],
    ['cursor: "1-0000000044-R00000"', 'cursor "1-0000000044-R00000" is not the nextCursor of a page of chain 31337.'],
  ]) {
    const {error} = await reader.ask(`{navIntervals(${args}) {nextCursor}}`);
    expect(error).toEqual({message: sentence, code: 'BAD_USER_INPUT'});
  }
  const {error} = await reader.ask('{roundTrips(owner: "0x12") {nextCursor}}');
  expect(error).toEqual({message: 'owner "0x12" is not an address: give 20 bytes in hex.', code: 'BAD_USER_INPUT'});
});

test('the identity of the book is told at every mark, and with the yield the newest of them', async () => {
  const {reconciliations} = await ask<{reconciliations: {block: number; residual: string}[]}>(
    `reconciliations {reconciliations {${RECONCILIATION}}}`,
  );
  expect(reconciliations.map(({block, residual}) => [block, residual])).toEqual([
    [44, '0'],
    [168, '0'],
    [288, '0'],
    [412, '0'],
  ]);
  const part = (block: number) =>
    at<{reconciliation: unknown; reasons: unknown[]}>(
      block,
      `reconciliation {${RECONCILIATION}} reasons {field reason}`,
    );
  expect((await part(488)).reconciliation).toMatchObject({
    block: 412,
    accrued: K(290.8),
    held: K(18_971),
    residual: '0',
    waiting: '0',
  });
  expect((await part(175)).reconciliation).toMatchObject({block: 44});
  const before = await part(30);
  expect(before.reconciliation).toBeNull();
  expect(before.reasons).toContainEqual({field: 'reconciliation', reason: 'NO_OBSERVATION'});
});
