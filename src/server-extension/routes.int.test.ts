import {DataSource} from 'typeorm';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {BUFFER, NAV_BAND, PEG_EPISODES, ROUTE, WARNING} from './fixture/fields';
import {writeHistory} from './fixture/history';
import {contractId, dateOf, insert, LINE, M} from './fixture/rows';

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
interface Route extends Reasons {
  route: string;
  capacity: string | null;
  payoutFloat: string | null;
  redeemedToday: string | null;
  evidence: {field: string; provenance: string; height: number | null}[];
}

const routesAt = async (block: number): Promise<Route[]> =>
  (await reader.answer<{redemptionRoutes: Route[]}>(`{redemptionRoutes(asOf: {block: ${block}}) {${ROUTE}}}`))
    .redemptionRoutes;
const tenths = (count: bigint): string => ((count * M) / 10n).toString();

test('the card of AID: whitelisted, at once, for 10 basis points, as much as float and allowance let through', async () => {
  const [aid] = await routesAt(429);
  expect(aid).toMatchObject({
    ...{route: 'AID', access: 'WHITELISTED', settlement: 'IMMEDIATE', outputName: 'USDC', feeBps: 10},
    ...{payoutFloat: tenths(5n), dailyLimit: tenths(10n), redeemedToday: '0', remainingAllowance: tenths(10n)},
    capacity: tenths(5n),
  });
  expect(aid?.evidence.find(({field}) => field === 'payoutFloat')).toMatchObject({provenance: 'EVENT', height: 50});
  expect(aid?.evidence.find(({field}) => field === 'capacity')?.provenance).toBe('DERIVED');
});

test('a drained float moves the capacity within its block, and the allowance of the day with it', async () => {
  const [aid] = await routesAt(430);
  expect(aid).toMatchObject({
    ...{payoutFloat: tenths(1n), redeemedToday: tenths(4n), remainingAllowance: tenths(6n), capacity: tenths(1n)},
  });
  expect(aid?.evidence.find(({field}) => field === 'payoutFloat')?.height).toBe(430);
  expect((await routesAt(434))[0]).toMatchObject({redeemedToday: '0', remainingAllowance: tenths(10n)});
});

test('terms that no event said leave the capacity unknown', async () => {
  const [before, limitless] = [(await routesAt(2))[0], (await routesAt(3))[0]];
  expect(before).toMatchObject({capacity: null, feeBps: null, outputAsset: null, payoutFloat: null});
  expect(limitless).toMatchObject({capacity: null, feeBps: 10, payoutFloat: '0'});
  expect(limitless?.reasons).toContainEqual({field: 'capacity', reason: 'NO_OBSERVATION'});
});

test('the card of sAID: anybody, queued, as much as the vault holds, with what stands ahead', async () => {
  expect((await routesAt(488))[1]).toMatchObject({
    ...{route: 'SAID', access: 'OPEN', settlement: 'QUEUED', outputName: 'AID', capacity: tenths(160n)},
    pendingAhead: tenths(150n),
  });
});

test('golden: a time off the peg has its exact start, peak, end and integral', async () => {
  const query = (block: number) => `{pegEpisodes(asOf: {block: ${block}}) {${PEG_EPISODES}}}`;
  type Answer = {pegEpisodes: {episodes: object[]; openBps: number}};
  const {pegEpisodes} = await reader.answer<Answer>(query(488));
  expect(pegEpisodes).toMatchObject({openBps: 100, closeBps: 50, holdSeconds: 900, minSources: 2});
  expect(pegEpisodes.episodes).toMatchObject([
    {
      ...{startedAt: '2026-08-08T00:00:00.000Z', confirmedAt: '2026-08-08T12:00:00.000Z'},
      ...{peakBps: -150, peakAt: '2026-08-08T00:00:00.000Z', sourcesAgreeing: 2, bpsHours: '-7200'},
      ...{endedAt: '2026-08-10T00:00:00.000Z', closedAt: '2026-08-10T12:00:00.000Z'},
    },
  ]);
  expect((await reader.answer<Answer>(query(441))).pegEpisodes.episodes).toEqual([]);
});

test('T5: a step of -3 % is kept and flagged, never skipped', async () => {
  const source = await new DataSource({type: 'postgres', url: database.url}).initialize();
  const nav = (10_701n * 97n * 10n ** 14n) / 100n;
  await insert(source, 'nav_mark', [
    {
      ...{id: 'mark-484', chainId: LINE.chainId, vault: contractId(LINE, 'b'), ordinal: 484, kind: 'NAV_UPDATED'},
      ...{provenance: 'EVENT', totalAssets: M, totalShares: M, stakingNav: nav, unstakingNav: nav},
      ...{effectiveHeight: 484, at: dateOf(LINE, 484), height: 484, record: 'record-484'},
    },
  ]);
  await source.destroy();
  type Answer = {navBand: {steps: {nav: string; flag: string; step: string; after: string}[]; suspectCount: number}};
  const {navBand} = await reader.answer<Answer>(`{navBand {${NAV_BAND}}}`);
  expect(navBand.steps[0]).toMatchObject({nav: 'STAKING', flag: 'SUSPECT', step: '-0.03', after: '1.037997'});
  expect(navBand.steps.slice(2).map(({flag}) => flag)).toEqual(Array(6).fill('IN_BAND'));
  const before = await reader.answer<Answer>(`{navBand(asOf: {block: 483}, marks: 1) {${NAV_BAND}}}`);
  expect([before.navBand.suspectCount, before.navBand.steps.length]).toEqual([0, 2]);
  expect((await reader.ask(`{navBand(marks: 0) {suspectCount}}`)).error?.message).toMatch(/^marks is 0/);
});

test('the buffer is what the vault holds less what it owes, beside its stress and its target', async () => {
  type Answer = {bufferAdequacy: Record<string, string | null>};
  const {bufferAdequacy} = await reader.answer<Answer>(`{bufferAdequacy {${BUFFER}}}`);
  expect(bufferAdequacy).toMatchObject({
    ...{buffer: tenths(10n), deployed: tenths(40n), share: '0.2', targetShare: '0.3', shareGap: '-0.1'},
    ...{stressLoss: tenths(2n), stressOutflow: '1926180000000000000000000'},
  });
  expect(Number(bufferAdequacy['adequacy'])).toBeCloseTo(1 / 2.12618, 12);
});

test('the warning shows each of its parts, and none under 30 % of the weight', async () => {
  type Warning = {
    earlyWarning: {
      score: string | null;
      availableWeight: number;
      missingWeight: number;
      signals: ({name: string; reading: string | null; score: string | null; weight: number} & Reasons)[];
    } & Reasons;
  };
  const at = async (block: number) =>
    (await reader.answer<Warning>(`{earlyWarning(asOf: {block: ${block}}) {${WARNING}}}`)).earlyWarning;
  const answer = await at(483);
  expect(Object.fromEntries(answer.signals.map(({name, score}) => [name, score && Number(score).toFixed(6)]))).toEqual({
    ...{RESERVE_RATIO: '0.000000', VALUATION_AGE: '0.000000', PEG: '0.000000', QUEUE_PRESSURE: '70.967742'},
    ...{NAV_GAP: '100.000000', BUFFER: '100.000000', INSTANT_CAPACITY: '0.000000'},
  });
  expect([answer.availableWeight, answer.missingWeight]).toEqual([100, 0]);
  expect(Number(answer.score)).toBeCloseTo((15 * 70.967741935 + 20 * 100) / 100, 6);
  const early = await at(1);
  expect([early.score, early.reasons]).toEqual([null, [{field: 'score', reason: 'PARTIAL'}]]);
});
