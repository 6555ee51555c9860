import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {writeHistory} from './fixture/history';
import {ASSET_A, ASSET_B} from './fixture/revenue';
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
