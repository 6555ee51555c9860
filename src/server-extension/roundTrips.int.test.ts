import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {REALISED} from './fixture/fields';
import {writeHistory} from './fixture/history';
import {LEAVER} from './fixture/vaultFlows';

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
