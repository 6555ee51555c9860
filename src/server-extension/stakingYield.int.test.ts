import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {STAKING_YIELD} from './fixture/fields';
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

interface Part {
  value?: string | null;
  reason: string | null;
}
interface Yield {
  stakingNav: string | null;
  navGapBps: string | null;
  markApy: (Part & {marks: number})[];
  windows: (Part & {
    window: string;
    apr: string | null;
    apy: string | null;
    block0: number | null;
    dtSeconds: number | null;
  })[];
  compat: (Part & {name: string})[];
  breakevenDays: string | null;
  reasons: {field: string; reason: string}[];
  asOf: {height: number};
}

const at = async (block: number, more = ''): Promise<Yield> =>
  (await reader.answer<{stakingYield: Yield}>(`{stakingYield(asOf: {block: ${block}} ${more}) {${STAKING_YIELD}}}`))
    .stakingYield;

const markOf = ({markApy}: Yield, k: number): string | null | undefined => {
  const part = markApy.find(({marks}) => marks === k);
  return part?.value == null ? part?.reason : Number(part.value).toFixed(12);
};

const windowOf = ({windows}: Yield, name: string) => windows.find(({window}) => window === name);

const near = (text: string | null | undefined, expected: number): void =>
  expect(Number(text)).toBeCloseTo(expected, 10);

test('golden: one mark back 0.120616204174, three back 0.119850488755, the gap 99.990655 bps and 192,600 AID', async () => {
  const answer = await at(488);
  expect([1, 3, 6, 12].map((k) => markOf(answer, k))).toEqual([
    '0.120616204174',
    '0.119850488755',
    'INSUFFICIENT_HISTORY',
    'INSUFFICIENT_HISTORY',
  ]);
  expect(Number(answer.navGapBps).toFixed(6)).toBe('99.990655');
  expect(answer).toMatchObject({
    stakingNav: '1.0701',
    unstakingNav: '1.0594',
    unrealizedLoss: '192600000000000000000000',
    totalShares: '18000000000000000000000000',
    nextMarkExpectedAt: '2026-08-31T00:00:00.000Z',
    realisedApyReason: null,
  });
  near(answer.breakevenDays, (365 * Math.log(1.0701 / 1.0594)) / Math.log(1.119850488755));
});

test('a window compares the prices of its two evaluation blocks over the seconds between them', async () => {
  const answer = await at(488);
  const month = windowOf(answer, '30d');
  expect(month).toMatchObject({block0: 368, block1: 488, dtSeconds: 30 * 86_400, reason: null});
  near(month?.apr, (1.0701 / 1.0598 - 1) * (365 / 30));
  near(month?.apy, (1.0701 / 1.0598) ** (365 / 30) - 1);
  near(windowOf(answer, '7d')?.apy, 0);
  const inception = windowOf(answer, 'INCEPTION');
  expect(inception).toMatchObject({block0: 12, dtSeconds: (488 - 12) * 21_600});
  near(inception?.apy, (1.0701 / 1.03) ** ((365 * 4) / 476) - 1);
});

test('a window that begins before the first price is missing, not shortened', async () => {
  const answer = await at(488);
  expect([windowOf(answer, '180d'), windowOf(answer, 'YTD')]).toMatchObject([
    {apr: null, apy: null, reason: 'INSUFFICIENT_HISTORY', block0: null, block1: 488, dtSeconds: null},
    {apr: null, apy: null, reason: 'INSUFFICIENT_HISTORY', block0: null, block1: 488, dtSeconds: null},
  ]);
});

test('a year of another length changes every annualised rate of ours, none of the others', async () => {
  const [usual, other] = [await at(488), await at(488, ', yearBasis: 365.25')];
  near(windowOf(other, '30d')?.apy, (1.0701 / 1.0598) ** (365.25 / 30) - 1);
  expect(markOf(other, 1)).not.toBe(markOf(usual, 1));
  expect(other.compat).toEqual(usual.compat);
  const {error} = await reader.ask('{stakingYield(yearBasis: 366) {stakingNav}}');
  expect(error).toEqual({
    message: 'yearBasis is 366, expected one of 360, 365, 365.2425, 365.25.',
    code: 'BAD_USER_INPUT',
  });
});

test('a step found later counts from the block where it happened, for whoever asks after it was found', async () => {
  const before = await at(175);
  expect([before.stakingNav, windowOf(before, '1d')?.block0, windowOf(before, '1d')?.apr]).toEqual(['1.04', 171, '0']);
  const after = await at(182);
  expect([after.stakingNav, windowOf(after, '1d')?.block0, windowOf(after, '1d')?.apr]).toEqual(['1.05', 178, '0']);
  expect(markOf(after, 1)).toBe('0.119265390103');
});

test('before the first reading a NAV is not observed; a view that reverts says so', async () => {
  const unread = await at(10);
  expect(unread).toMatchObject({stakingNav: null, unstakingNav: null, totalShares: '18000000000000000000000000'});
  expect(unread.reasons).toContainEqual({field: 'stakingNav', reason: 'NO_OBSERVATION'});
  expect(unread.windows.map(({reason}) => reason)).toEqual(Array(7).fill('NO_OBSERVATION'));
  expect(unread.compat.find(({name}) => name === 'SEC_7D')?.reason).toBe('NO_OBSERVATION');
  const reverted = await at(20);
  expect(reverted).toMatchObject({stakingNav: '1.03', unstakingNav: null, navGapBps: null});
  expect(reverted.reasons).toContainEqual({field: 'unstakingNav', reason: 'REVERTED'});
  expect(reverted.reasons).toContainEqual({field: 'navGapBps', reason: 'REVERTED'});
});

test('each point of a history is the answer as of its block, late steps included', async () => {
  type Points = {stakingYieldHistory: (Yield & {start: string; end: string; isCarried: boolean})[]};
  const {stakingYieldHistory: points} = await reader.answer<Points>(
    `{stakingYieldHistory(interval: DAY, from: "2026-05-30T00:00:00Z", to: "2026-06-05T00:00:00Z") {start end isCarried ${STAKING_YIELD}}}`,
  );
  expect(points).toHaveLength(6);
  for (const {start: _start, end: _end, isCarried: _carried, ...point} of points) {
    expect(point).toEqual(await at(point.asOf.height));
  }
});

test('a history costs the same statements however long it is', async () => {
  const cost = async (args: string): Promise<number> => {
    const before = reader.statements;
    await reader.answer(`{stakingYieldHistory(${args}) {${STAKING_YIELD}}}`);
    return reader.statements - before;
  };
  const short = await cost('from: "2026-06-01T00:00:00Z", to: "2026-06-02T00:00:00Z"');
  expect(await cost('interval: DAY')).toBe(short);
});
