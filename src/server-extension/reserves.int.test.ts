import {DataSource} from 'typeorm';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {BACKING} from './fixture/fields';
import {writeHistory} from './fixture/history';
import {PARAMETERS} from './fixture/liquidity';
import {M} from './fixture/rows';

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

interface Reasons {
  reasons: {field: string; reason: string}[];
}
interface Backing extends Reasons {
  haircutRatio: string | null;
  components: ({name: string; share: string | null; haircutBps: number | null} & Reasons)[];
  evidence: ({evidence: string; share: string | null} & Reasons)[];
  liquidityCoverage: ({horizonDays: number; demand: string; demandAid: string; coverage: string | null} & Reasons)[];
  mintHeadroomByMode: {mode: string; limit: string | null; headroom: string | null; reason: string | null}[];
  peg: {price: string | null; deviationBps: number | null; episode: {startedAt: string} | null} & Reasons;
}

const at = async (block: number): Promise<Backing> =>
  (await reader.answer<{backing: Backing}>(`{backing(asOf: {block: ${block}}) {${BACKING}}}`)).backing;

test('golden: 12.5, 4.0 and 3.8 less 0, 2 and 25 % over 20 is 0.9635', async () => {
  expect(await at(488)).toMatchObject({haircutRatio: '0.9635', liquidShare: '0.615763546798029557'});
});

test('a haircut changes values from its block on, and none before', async () => {
  const [before, from] = [await at(299), await at(300)];
  expect([before.haircutRatio, from.haircutRatio]).toEqual(['1.0072', '0.9635']);
  const source = await new DataSource({type: 'postgres', url: database.url}).initialize();
  const set = (parameters: object) => source.query('UPDATE chain SET parameters = $1', [JSON.stringify(parameters)]);
  const [older, newer] = [await at(449), await at(450)];
  await set({...PARAMETERS, haircuts: [...PARAMETERS.haircuts, {fromBlock: 450, component: 'TBILL', bps: 100}]});
  expect(await at(449)).toEqual(older);
  const changed = await at(450);
  expect(changed.haircutRatio).toBe('0.95725');
  expect({...changed, haircutRatio: 0, components: 0, liquidityCoverage: 0}).toEqual({
    ...{...newer, haircutRatio: 0, components: 0, liquidityCoverage: 0},
  });
  await set({...PARAMETERS, haircuts: []});
  const without = await at(488);
  expect(without.haircutRatio).toBeNull();
  expect(without.reasons).toContainEqual({field: 'haircutRatio', reason: 'NO_OBSERVATION'});
  expect(without.components[0]?.reasons).toContainEqual({field: 'haircutBps', reason: 'NO_OBSERVATION'});
  await set(PARAMETERS);
  await source.destroy();
});

test('golden: settling in 1, 5 and 120 days against 15 covers 0.833333, 1.094667 and 1.094667', async () => {
  const {liquidityCoverage} = await at(488);
  const of = (demand: string) => liquidityCoverage.filter((row) => row.demand === demand);
  expect(of('PENDING').map((row) => [row.horizonDays, row.coverage])).toEqual([
    [1, '0.833333333333333333'],
    [7, '1.094666666666666667'],
    [30, '1.094666666666666667'],
  ]);
  expect(of('PENDING_PLUS_FREE').map((row) => row.demandAid)).toEqual(Array<string>(3).fill((16n * M).toString()));
  expect(of('ALL').map((row) => row.coverage)).toEqual(['0.625', '0.821', '0.821']);
});

test('what may be minted, by the margin in force and in every mode', async () => {
  const answer = await at(488);
  expect(answer).toMatchObject({
    mintMargin: 'POSITIVE_PERCENTAGE',
    mintHeadroom: ((97n * M) / 1000n).toString(),
    mintHeadroomReason: null,
  });
  expect(answer.mintHeadroomByMode.map(({mode, limit}) => [mode, limit])).toEqual([
    ['NONE', ((203n * M) / 10n).toString()],
    ['POSITIVE_PERCENTAGE', ((1827n * M) / 100n).toString()],
    ['POSITIVE_ABSOLUTE', ((203n * M) / 10n - 5n).toString()],
    ['NEGATIVE_PERCENTAGE', ((2233n * M) / 100n).toString()],
    ['NEGATIVE_ABSOLUTE', ((203n * M) / 10n + 5n).toString()],
  ]);
  expect((await at(199)).mintHeadroomByMode[0]?.headroom).toBe('0');
  expect(await at(199)).toMatchObject({mintMargin: 'NONE'});
});

test('what rests on a stale source is nowhere carried on: every dependent says so', async () => {
  const answer = await at(400);
  const dependents = ['ratio', 'haircutRatio', 'reservesUsd', 'hhi', 'liquidShare', 'unknownShare'];
  for (const field of dependents) {
    expect([field, answer[field as keyof Backing]]).toEqual([field, null]);
    expect(answer.reasons).toContainEqual({field, reason: 'STALE'});
  }
  expect(answer).toMatchObject({state: 'FLOOR', reason: 'STALE', valuationStale: true, publicationStale: true});
  expect(answer).toMatchObject({mintHeadroom: '0', mintHeadroomReason: 'STALE'});
  expect(answer.reasons).toContainEqual({field: 'mintHeadroom', reason: 'STALE'});
  expect(answer.mintHeadroomByMode.map(({headroom, reason}) => [headroom, reason])).toEqual(
    Array(5).fill(['0', 'STALE']),
  );
  for (const {share, reasons} of [...answer.components, ...answer.evidence]) {
    expect(share).toBeNull();
    expect(reasons).toContainEqual({field: 'share', reason: 'STALE'});
  }
  for (const {coverage, reasons, demand} of answer.liquidityCoverage) {
    expect(coverage).toBeNull();
    const reason = demand === 'PENDING' ? 'NOT_APPLICABLE' : 'STALE';
    expect(reasons).toContainEqual({field: 'coverage', reason});
  }
});

test('valuation and publication are judged by limits of their own', async () => {
  expect(await at(320)).toMatchObject({
    ...{valuationStale: false, publicationStale: false, publicationLagSeconds: 345_600},
  });
  expect(await at(321)).toMatchObject({state: 'COMPLETE', valuationStale: false, publicationStale: true});
  expect(await at(385)).toMatchObject({state: 'FLOOR', valuationStale: true, publicationStale: true});
});

test('every slice has its evidence, and T-bills that nobody names a custodian of are the unknown share', async () => {
  const {evidence, ...answer} = await at(420);
  expect(evidence.map(({evidence: name, share}) => [name, share])).toEqual([
    ['INDEPENDENT', '0.384236453201970443'],
    ['STATIC_VALIDATED', '0'],
    ['WEAK_LIVE_PROBE', '0.615763546798029557'],
  ]);
  expect(answer).toMatchObject({unknownShare: '0.615763546798029557'});
});

test('the peg is the median of the fresh feeds, and an episode shows while it lasts', async () => {
  expect((await at(299)).peg).toMatchObject({price: null, freshSources: 0});
  expect((await at(441)).peg).toMatchObject({price: '0.985', deviationBps: -150, freshSources: 2, episode: null});
  expect((await at(444)).peg.episode).toMatchObject({
    ...{startedAt: '2026-08-08T00:00:00.000Z', confirmedAt: '2026-08-08T12:00:00.000Z'},
    ...{peakBps: -150, endedAt: null, bpsHours: '-3600', sourcesAgreeing: 2},
  });
  expect((await at(488)).peg).toMatchObject({price: '1', deviationBps: 0, episode: null});
});

test('arguments out of range are refused in one sentence', async () => {
  const refusal = async (field: string) => (await reader.ask(`{backing {${field} {reason: reasons {field}}}}`)).error;
  expect(await refusal('mintHeadroomByMode(bps: 10001, absolute: "0")')).toEqual({
    message: 'bps is 10001, expected basis points from 0 to 10000.',
    code: 'BAD_USER_INPUT',
  });
  expect((await refusal('mintHeadroomByMode(bps: 1, absolute: "-1")'))?.code).toBe('BAD_USER_INPUT');
  expect((await refusal('liquidityCoverage(freeSupplyBps: -1)'))?.message).toMatch(/^freeSupplyBps is -1/);
});
