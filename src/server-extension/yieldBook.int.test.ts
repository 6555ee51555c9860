import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {REALISED, RECONCILIATION} from './fixture/fields';
import {writeHistory} from './fixture/history';
import {ASSET_A, ASSET_B} from './fixture/revenue';
import {LEAVER} from './fixture/vaultFlows';
import {TBILL_ASSET} from '../domain/attributionTally';

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

interface Realised {
  realised: Record<string, string | number | null> & {reasons: unknown[]};
  realisedApy: string | null;
  realisedApyReason: string | null;
}

test('realised: what those who left got, by what is known of them, from entry to payment', async () => {
  const {realised, realisedApy, realisedApyReason} = await at<Realised>(
    488,
    `realised {${REALISED}} realisedApy realisedApyReason`,
  );
  expect(realised).toMatchObject({
    ...{requests: 1, unknownRequests: 1, cost: '1040000000000000000000', assets: '1059400000000000000000'},
    ...{
      entryAt: '2026-05-01T00:00:00.000Z',
      requestedAt: '2026-08-01T00:00:00.000Z',
      paidAt: '2026-08-13T00:00:00.000Z',
    },
  });
  expect(Number(realised['gain']).toFixed(12)).toBe('0.018653846154');
  expect(Number(realised['apyHold']).toFixed(12)).toBe('0.076080544139');
  expect(Number(realisedApy)).toBeCloseTo(1.018653846153846 ** (365 / 104) - 1, 10);
  expect([realised['apyRealised'], realisedApyReason]).toEqual([realisedApy, null]);
});

test('before anybody is paid in full nothing is realised, and that is said', async () => {
  const {realised, realisedApy, realisedApyReason} = await at<Realised>(
    460,
    `realised {${REALISED}} realisedApy realisedApyReason`,
  );
  expect(realised).toMatchObject({requests: 0, unknownRequests: 0, gain: null, apyRealised: null});
  expect([realisedApy, realisedApyReason]).toEqual([null, 'NO_OBSERVATION']);
  expect(realised.reasons).toContainEqual({field: 'gain', reason: 'NO_OBSERVATION'});
});

interface Trips {
  trips: Record<string, unknown>[];
  nextCursor: string | null;
}
const TRIPS = `trips {requestId owner shares cost assets entryNav exitNav settlementNav entryAt requestedAt paidAt settledAt
  daysHeld daysWaited gain gainAtSettlement apyHold apyRealised reasons {field reason}} nextCursor`;

test('a round trip tells both prices of the exit and the days of holding and waiting', async () => {
  const {trips} = await ask<Trips>(`roundTrips(owner: "${LEAVER.toUpperCase().replace('X', 'x')}") {${TRIPS}}`);
  expect(trips).toHaveLength(1);
  expect(trips[0]).toMatchObject({
    ...{requestId: '1', owner: LEAVER, entryNav: '1.04', exitNav: '1.0594', settlementNav: '1.0594'},
    ...{daysHeld: '92', daysWaited: '12', settledAt: '2026-08-14T00:00:00.000Z', reasons: []},
  });
});

test('a request whose shares cost nobody knows what is listed without its gain; pages follow the settlements', async () => {
  const first = await ask<Trips>(`roundTrips(limit: 1) {${TRIPS}}`);
  expect([first.trips[0]?.['requestId'], first.nextCursor === null]).toEqual(['1', false]);
  const second = await ask<Trips>(`roundTrips(limit: 1, cursor: "${first.nextCursor}") {${TRIPS}}`);
  expect([second.trips[0]?.['requestId'], second.nextCursor]).toEqual(['2', null]);
  expect(second.trips[0]).toMatchObject({cost: null, gain: null, exitNav: '1.0594'});
  expect(second.trips[0]?.['reasons']).toContainEqual({field: 'gain', reason: 'PARTIAL'});
});

interface Attributed {
  navStart: string | null;
  navEnd: string | null;
  startAt: string | null;
  endAt: string;
  parts: {source: string; kind: string; assetId: string | null; amount: string; perShare: string}[];
  whole: string;
  residual: string;
  residualPerShare: string | null;
  unconfirmedMarks: number;
  waiting: string;
  priceYield: string;
  reasons: unknown[];
}
const attribution = (args: string): Promise<Attributed> =>
  ask<Attributed>(
    `yieldAttribution${args} {navStart navEnd startAt endAt parts {source kind assetId amount perShare} whole residual
      residualPerShare unconfirmedMarks waiting priceYield reasons {field reason}}`,
  );

test('the yield since the first mark is revenue before fees, fees, income, a gift and accrual, to the wei', async () => {
  const answer = await attribution('(from: "2026-05-01T06:00:00Z")');
  expect(answer).toMatchObject({
    navStart: '1.04',
    navEnd: '1.0701',
    residual: '0',
    residualPerShare: '0',
    waiting: '0',
    unconfirmedMarks: 0,
  });
  expect(answer.whole).toBe(K(541.8));
  expect(answer.priceYield).toBe(K(541.8));
  const parts = answer.parts.map(({source, kind, assetId, amount}) => [source, kind, assetId, amount]);
  expect(parts).toEqual(
    expect.arrayContaining([
      ['ASSET', 'REVENUE', ASSET_A, K(375)],
      ['ASSET', 'FEE', ASSET_A, K(-75)],
      ['ASSET', 'INCOME', ASSET_B, K(10)],
      ['ASSET', 'REVENUE', ASSET_B, K(100)],
      ['ASSET', 'FEE', ASSET_B, K(-20)],
      ['TBILL', 'REVENUE', TBILL_ASSET, K(50)],
      ['TBILL', 'FEE', TBILL_ASSET, K(-10)],
      ['GIFT', 'DONATION', null, K(1)],
      ['ACCRUAL', 'ACCRUAL', null, K(110.8)],
    ]),
  );
  const perShare = answer.parts.reduce((sum, part) => sum + Number(part.perShare), 0);
  expect(perShare).toBeCloseTo(1.0701 - 1.04, 12);
});

test('what came before the start and was marked after it counts; what came and is not marked yet waits', async () => {
  const answer = await attribution('(from: "2026-05-20T00:00:00Z", to: "2026-06-20T00:00:00Z")');
  expect(answer).toMatchObject({navStart: '1.04', navEnd: '1.05', waiting: K(100), residual: '0'});
  expect(answer.parts.map(({kind, amount}) => [kind, amount])).toEqual(
    expect.arrayContaining([
      ['REVENUE', K(250)],
      ['FEE', K(-50)],
      ['ACCRUAL', K(-20)],
    ]),
  );
});

test('without a start the yield is told since the first price; before it the start has none', async () => {
  const whole = await attribution('');
  expect(whole).toMatchObject({
    navStart: '1.03',
    navEnd: '1.0701',
    startAt: '2026-04-23T00:00:00.000Z',
    whole: K(721.8),
  });
  const early = await attribution('(from: "2026-04-20T12:00:00Z", to: "2026-05-02T00:00:00Z")');
  expect(early).toMatchObject({navStart: null, navEnd: '1.04', residualPerShare: null});
  expect(early.reasons).toContainEqual({field: 'navStart', reason: 'NO_OBSERVATION'});
});

test('means, risk and gross rates stand beside the yield', async () => {
  type Detail = {
    means: {sma7Apr: string; sma7Days: number; meanApy30d: string; coverage30d: string};
    risk: Record<string, string | number | null>;
    windows: {
      window: string;
      apr: string | null;
      grossApr: string | null;
      feesPerShare: string | null;
      flags: string[];
    }[];
  };
  const detail = await at<Detail>(
    488,
    `means {sma7Apr sma7Days meanApy30d coverage30d} windows {window apr grossApr feesPerShare flags}
     risk {returns meanReturn deviation trailingYear maxDrawdown peakAt troughAt recoveredAt recoverySeconds}`,
  );
  expect(detail.means).toMatchObject({sma7Apr: '0', sma7Days: 7, coverage30d: '1'});
  expect(Number(detail.means.meanApy30d)).toBeCloseTo(((1.0701 / 1.0598) ** 365 - 1) / 30, 8);
  expect(detail.risk).toMatchObject({returns: 3, trailingYear: null});
  expect(Number(detail.risk['maxDrawdown'])).toBeCloseTo(1.0594 / 1.0598 - 1, 12);
  expect(detail.risk).toMatchObject({
    peakAt: '2026-07-01T00:00:00.000Z',
    troughAt: '2026-08-01T00:00:00.000Z',
    recoveredAt: null,
  });
  const quarter = detail.windows.find(({window}) => window === '90d');
  expect(Number(quarter?.feesPerShare)).toBeCloseTo(55 / 18_000, 12);
  expect(Number(quarter?.grossApr) - Number(quarter?.apr)).toBeCloseTo((55 / 18_000 / 1.04) * (365 / 90), 10);
  expect(detail.windows.find(({window}) => window === '7d')?.flags).toEqual(['NEG_TREND']);
});

test('the market price of a share, in AID, stands beside what an exit gets; an old one is stale, none is not observed', async () => {
  type Market = {market: Record<string, string | number | null> & {reasons: unknown[]}};
  const market = async (block: number) =>
    (await at<Market>(block, 'market {price discountBps waitSeconds impliedExitApy reasons {field reason}}')).market;
  const now = await market(488);
  expect(now).toMatchObject({price: '1.04', waitSeconds: 12 * 86_400, reasons: []});
  expect(Number(now['discountBps'])).toBeCloseTo(10_000 * (1 - 1.04 / 1.0594), 8);
  expect(Number(now['impliedExitApy'])).toBeCloseTo((1.0594 / 1.04) ** (365 / 12) - 1, 8);
  expect((await market(470)).reasons).toContainEqual({field: 'discountBps', reason: 'STALE'});
  expect((await market(400)).reasons).toContainEqual({field: 'price', reason: 'NO_OBSERVATION'});
});
