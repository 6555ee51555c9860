import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {ASSET, CASH_FLOW} from './fixture/fields';
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

type Fields = Record<string, unknown>;
interface Reasoned extends Fields {
  reasons: {field: string; reason: string}[];
}

const metrics = async (block: number, assetId = ASSET_A): Promise<Reasoned> =>
  (await reader.answer<{it: Reasoned}>(`{it: assetMetrics(assetId: "${assetId}", asOf: {block: ${block}}) {${ASSET}}}`))
    .it;
const refusal = async (query: string) => (await reader.ask(query)).error?.message;
const onDay = (day: string) => `2026-${day}T00:00:00.000Z`;

test('T12: days past due count from each due date: grace, late, and paid with the last distribution', async () => {
  const at = async (block: number) => {
    const {status, registryStatus, daysPastDue, arrears} = await metrics(block);
    return [status, registryStatus, daysPastDue, arrears];
  };
  expect(await at(368 - 1)).toEqual(['ACTIVE', 'ACTIVE', 0, '0']);
  expect(await at(368 + 4 * 5)).toEqual(['GRACE', 'ACTIVE', 5, '450']);
  expect(await at(368 + 4 * 6)).toEqual(['LATE', 'ACTIVE', 6, '450']);
  expect(await at(487)).toEqual(['LATE', 'ACTIVE', 29, '450']);
  expect(await at(488)).toEqual(['ACTIVE', 'ACTIVE', 0, '0']);
});

test('an asset says what is owed, what stands behind it, and who owes it', async () => {
  expect(await metrics(488)).toMatchObject({
    ...{scheduleVersion: 2, scheduleReport: {issuer: 'GAIB', ageSeconds: (488 - 29) * 21_600}},
    ...{nextDueAt: '2026-12-26T00:00:00.000Z', nextDueAmount: '4000000000000000000000090', collectionRate: '1'},
    ...{overcollateralization: '0.5', advanceRate: '0.666666666666666667', cashReserveRequired: '0.05'},
    ...{obligor: 'GMI Cloud', region: 'TW', moic: '1', dpi: '0.2', xirr: '0', smm: '0', cpr: '0'},
    ...{walYears: '0.350684931506849315', maturityYears: '0.350684931506849315', netRevenue: '520'},
  });
  const early = await metrics(59);
  expect(early).toMatchObject({obligor: '0x8888888888888888888888888888888888888888', region: null, dscr: null});
  expect(early.reasons).toEqual(
    expect.arrayContaining([
      {field: 'region', reason: 'NO_OBSERVATION'},
      {field: 'dscr', reason: 'NO_OBSERVATION'},
      {field: 'defaultedAt', reason: 'NOT_APPLICABLE'},
    ]),
  );
});

test('a covenant that is broken says so with the report; one the accounts leave out is null', async () => {
  const {dscr, covenants} = await metrics(488);
  expect(dscr).toBe('1.3');
  expect(covenants).toMatchObject([
    {
      name: 'DSCR',
      limit: '1.35',
      value: '1.3',
      headroom: '-0.05',
      isBreached: true,
      report: {assurance: 'SELF_REPORTED'},
    },
    {name: 'DEBT_TO_EQUITY', value: '0.7', headroom: '-0.05', isBreached: true},
    {name: 'CURRENT_RATIO', value: null, isBreached: null},
  ]);
});

test('what nothing is known of is null with its reason; an asset not registered by then is null itself', async () => {
  const bare = await metrics(488, ASSET_B);
  const nulls = Object.entries(bare).filter(([, value]) => value === null);
  expect(bare.reasons.map(({field}) => field).sort()).toEqual(nulls.map(([field]) => field).sort());
  expect(bare.reasons).toContainEqual({field: 'walYears', reason: 'NO_OBSERVATION'});
  expect(bare.reasons).toContainEqual({field: 'moic', reason: 'NOT_APPLICABLE'});
  expect(await metrics(49, ASSET_B)).toBeNull();
  expect(await refusal('{assetMetrics(assetId: "GPU-1") {xirr}}')).toMatch(/^assetId "GPU-1" is not an asset id/);
});

test('expected against actual, by the schedule in force and by the one it corrects', async () => {
  const flow = async (args: string): Promise<Reasoned> =>
    (await reader.answer<{it: Reasoned}>(`{it: assetCashFlow(assetId: "${ASSET_A}", ${args}) {${CASH_FLOW}}}`)).it;
  const newest = await flow('asOf: {block: 487}');
  expect(newest).toMatchObject({
    ...{scheduleVersion: 2, contractual: true, due: '1000000000000000000000720', received: '1000000000000000000000270'},
    surprise: '-450',
    versions: [
      {version: 1, inForce: false, paymentCount: 3},
      {version: 2, inForce: true, paymentCount: 4},
    ],
  });
  expect(newest['payments']).toMatchObject([
    {interest: '90', paidInterest: '90', received: '90', surprise: '0', daysPastDue: 0, paidAt: onDay('05-15')},
    {interest: '180', paidInterest: '180', surprise: '1000000000000000000000000', daysPastDue: 0},
    {interest: '450', paidInterest: '0', paidPrincipal: '1000000000000000000000000', daysPastDue: 29, paidAt: null},
    {surprise: null, daysPastDue: null},
  ]);
  expect(await flow('version: 1')).toMatchObject({scheduleVersion: 1, payments: [{}, {}, {}]});
  expect(await flow('asOf: {block: 29}')).toMatchObject({scheduleVersion: 1, versions: [{inForce: true}]});
  expect(await flow('asOf: {block: 5}')).toMatchObject({scheduleVersion: null, payments: [], surprise: null});
  expect(await refusal(`{assetCashFlow(assetId: "${ASSET_A}", version: 3) {due}}`)).toBe(
    'There is no version 3 of the schedule: 2 were published by this block.',
  );
  expect(await refusal(`{assetCashFlow(assetId: "${TBILL_INCOME}") {due}}`)).toMatch(/^Asset 0x54.* is not known/);
});

test('a history has a point for each bucket from the registration on, carried where nothing happened', async () => {
  const history = async (args: string): Promise<Fields[]> =>
    (
      await reader.answer<{it: Fields[]}>(
        `{it: assetHistory(assetId: "${ASSET_A}" ${args}) {start isCarried status daysPastDue netRevenue asOf {height}}}`,
      )
    ).it;
  const days = await history('from: "2026-04-20T00:00:00Z", to: "2026-05-17T00:00:00Z"');
  expect(days[0]).toMatchObject({start: onDay('04-21'), isCarried: false});
  expect(days.filter(({isCarried}) => isCarried === false).map(({start}) => start)).toEqual(
    ['04-21', '04-22', '04-27', '05-05', '05-15'].map(onDay),
  );
  const before = reader.statements;
  const months = await history(', interval: MONTH');
  const one = reader.statements - before;
  expect(months.map(({status, daysPastDue, netRevenue}) => [status, daysPastDue, netRevenue])).toEqual([
    ['ACTIVE', 0, '0'],
    ['ACTIVE', 0, '65'],
    ['ACTIVE', 0, '195'],
    ['LATE', 10, '195'],
    ['ACTIVE', 0, '520'],
  ]);
  await history(', interval: HOUR');
  expect(reader.statements - before - one).toBe(one);
  expect(await refusal(`{assetHistory(assetId: "0x${'9'.repeat(64)}") {status}}`)).toMatch(/is not known on chain/);
});

test('a history’s point is what assetMetrics answers for its block', async () => {
  const {it} = await reader.answer<{it: (Fields & {asOf: {height: number}})[]}>(
    `{it: assetHistory(assetId: "${ASSET_A}", interval: WEEK) {${ASSET}}}`,
  );
  for (const point of it) expect(point).toEqual(await metrics(point.asOf.height));
});
