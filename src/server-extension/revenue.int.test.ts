import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {ASSET, REVENUE} from './fixture/fields';
import {writeHistory} from './fixture/history';
import {ASSET_A, ASSET_B, TBILL_INCOME} from './fixture/revenue';

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

interface Revenue {
  assetId: string;
  periodStart: string;
  periodEnd: string;
  gross: string;
  netToVault: string;
  residual: string;
  asOf: {height: number};
}

const revenue = async (args = ''): Promise<Revenue[]> =>
  (await reader.answer<{revenueDistribution: Revenue[]}>(`{revenueDistribution${args} {${REVENUE}}}`))
    .revenueDistribution;

test('without an interval every asset has one sum, from the first block to the head, T-bill income included', async () => {
  const answers = await revenue();
  expect(answers.map(({assetId, gross}) => [assetId, gross])).toEqual([
    [ASSET_A, '800'],
    [ASSET_B, '300'],
    [TBILL_INCOME, '400'],
  ]);
  expect(answers[0]).toMatchObject({
    periodStart: '2026-04-20T06:00:00.000Z',
    periodEnd: '2026-08-20T00:00:00.000Z',
    passThrough: '80',
    protocolFee: '40',
    performanceFee: '120',
    reserveContribution: '40',
    netToVault: '480',
    paidToHolders: '32',
    dust: '8',
    residual: '0',
    currency: 'AID',
    asOf: {height: 488},
  });
});

test('buckets add up to the whole, and one without a distribution is exactly 0', async () => {
  for (const interval of ['HOUR', 'DAY', 'WEEK', 'MONTH']) {
    const buckets = await revenue(`(assetId: "${ASSET_A}", interval: ${interval})`);
    expect(buckets.reduce((sum, {gross}) => sum + BigInt(gross), 0n)).toBe(800n);
    expect(buckets.some(({gross, residual}) => gross === '0' && residual === '0')).toBe(true);
  }
  const months = await revenue(`(assetId: "${ASSET_A}", interval: MONTH)`);
  expect(months.map(({periodStart, gross}) => [periodStart.slice(0, 7), gross])).toEqual([
    ['2026-04', '0'],
    ['2026-05', '100'],
    ['2026-06', '200'],
    ['2026-07', '0'],
    ['2026-08', '500'],
  ]);
});

test('a period is half-open, and buckets are cut by it', async () => {
  const one = (from: string, to: string, more = '') =>
    revenue(`(assetId: "${ASSET_A}", from: "${from}", to: "${to}" ${more})`);
  expect(await one('2026-05-15T00:00:00Z', '2026-05-15T00:00:01Z')).toMatchObject([{gross: '100'}]);
  expect(await one('2026-05-14T00:00:00Z', '2026-05-15T00:00:00Z')).toMatchObject([{gross: '0'}]);
  expect(await one('2026-05-20T00:00:00Z', '2026-06-14T00:00:00Z', ', interval: MONTH')).toMatchObject([
    {periodStart: '2026-05-20T00:00:00.000Z', periodEnd: '2026-06-01T00:00:00.000Z', gross: '0'},
    {periodStart: '2026-06-01T00:00:00.000Z', periodEnd: '2026-06-14T00:00:00.000Z', gross: '0'},
  ]);
  expect(await one('2026-06-14T00:00:00Z', '2026-06-14T00:00:01Z')).toMatchObject([{gross: '200'}]);
});

test('an asset is named by its bytes32 in any case; anything else is refused', async () => {
  expect(await revenue(`(assetId: "0x${'54'.repeat(32).toUpperCase()}")`)).toMatchObject([{gross: '400'}]);
  const refusal = async (args: string) => (await reader.ask(`{revenueDistribution(${args}) {gross}}`)).error;
  expect(await refusal('assetId: "TBILL"')).toEqual({
    message: 'assetId "TBILL" is not an asset id: give 32 bytes in hex, as assets answers.',
    code: 'BAD_USER_INPUT',
  });
  expect(await refusal(`assetId: "0x${'9'.repeat(64)}"`)).toEqual({
    message: `Asset 0x${'9'.repeat(64)} is not known on chain 31337 (local).`,
    code: 'BAD_USER_INPUT',
  });
  expect((await refusal('from: "2026-05-02T00:00:00Z", to: "2026-05-02T00:00:00Z"'))?.code).toBe('BAD_USER_INPUT');
});

test('assets carry their terms, what is known of them, and the same revenue as their distributions', async () => {
  type Assets = {assets: {assetId: string; revenueToDate: Revenue; reasons: {field: string}[]}[]};
  const {assets} = await reader.answer<Assets>(`{assets {${ASSET}}}`);
  expect(assets.map(({revenueToDate}) => revenueToDate)).toEqual((await revenue()).slice(0, 2));
  expect(assets[0]).toMatchObject({
    assetId: ASSET_A,
    assetClass: 'GPU',
    dealType: 'DEBT',
    status: 'ACTIVE',
    principal: '5000000000000000000000000',
    outstanding: '4000000000000000000000000',
    collateralValue: '6000000',
    aprBps: 1500,
    startAt: '2026-04-22T00:00:00.000Z',
    xirr: '0',
    region: 'TW',
    utilizationBps: null,
  });
  expect(assets[0]?.reasons).toContainEqual({field: 'utilizationBps', reason: 'NO_OBSERVATION'});
  const early = await reader.answer<Assets>(`{assets(asOf: {block: 60}) {${ASSET}}}`);
  expect(early.assets).toMatchObject([{collateralValue: null}, {collateralValue: null}]);
  expect((await reader.answer<Assets>('{assets(asOf: {block: 49}) {assetId}}')).assets).toEqual([{assetId: ASSET_A}]);
});
