import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {PORTFOLIO} from './fixture/fields';
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

type Fields = Record<string, unknown>;
interface Reasoned extends Fields {
  reasons: {field: string; reason: string}[];
}

interface Part extends Reasoned {
  assetClass: string;
  delinquency: Fields[];
}
const portfolio = async (block: number) =>
  (
    await reader.answer<{it: Reasoned & {total: Part; classes: Part[]; concentration: Fields[]}}>(
      `{it: portfolio(asOf: {block: ${block}}) {${PORTFOLIO}}}`,
    )
  ).it;

test('the portfolio is the sum of its classes, with lateness, coverage and returns', async () => {
  const {total, classes} = await portfolio(400);
  expect(classes.map(({assetClass}) => assetClass)).toEqual(['GPU', 'ROBOTICS', 'DATA_CENTER']);
  for (const field of ['principal', 'outstanding', 'gross', 'netToVault', 'dust', 'paidIn', 'distributions', 'nav']) {
    expect(classes.reduce((sum, part) => sum + BigInt(part[field] as string), 0n)).toBe(BigInt(total[field] as string));
  }
  expect(total).toMatchObject({
    ...{assetCount: 2, runningCount: 1, outstanding: '4000000000000000000000000', collateralValue: '6000000'},
    ...{overcollateralization: '0.5', weightedApr: '0.15', scheduledShare: '1', cumulativeDefault: '0', moic: '1'},
    delinquency: [
      {days: 30, share: '0'},
      {days: 60, share: '0'},
      {days: 90, share: '0'},
    ],
  });
  expect(total.reasons).toContainEqual({field: 'lossGivenDefault', reason: 'NOT_APPLICABLE'});
});

test('idle cash costs its share of what the deals earn; obligors are named, and what one would cost', async () => {
  expect(await portfolio(488)).toMatchObject({
    ...{idle: '1000000000000000000000000', idleShare: '0.2', yieldLost: '0.03'},
    ...{exitYears: null, mismatchYears: null},
    concentration: [
      {
        ...{dimension: 'OBLIGOR', hhi: '1', effectiveNames: '1', top1: '1', unknownShare: '0'},
        names: [{name: 'GMI Cloud', share: '1', navImpact: '0.207664911898161127'}],
      },
      {dimension: 'REGION', hhi: '1', names: [{name: 'TW'}]},
    ],
  });
  const [, region] = (await portfolio(59)).concentration;
  expect(region).toMatchObject({hhi: null, unknownShare: '1', hhiLower: '0', hhiUpper: '1', names: []});
});
