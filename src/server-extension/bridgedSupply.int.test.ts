import fc from 'fast-check';
import {DataSource} from 'typeorm';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {bridgePlot} from './fixture/bridgePlot';
import {BACKING, SUPPLY} from './fixture/fields';
import type {Timeline} from './fixture/rows';
import {EIDS, ELSEWHERE, FAR, forget, NEAR, TwoChains} from './fixture/twoChains';

let database: TestDatabase;
let source: DataSource;
let reader: Reader;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await new DataSource({type: 'postgres', url: database.url}).initialize();
  reader = await Reader.open(database.url);
});
afterEach(() => forget(source));
afterAll(async () => {
  await source.destroy();
  await reader.close();
  await database.drop();
});

interface Supply {
  total: string;
  inFlight: string | null;
  inFlightReason: string | null;
  away: string | null;
  unmatchedReceived: string | null;
  liabilities: string;
  reasons: {field: string; reason: string}[];
  asOf: {height: number};
}

const supplyAt = async (block: number): Promise<Supply> =>
  (await reader.answer<{supply: Supply}>(`{supply(asOf: {chainId: 31337, block: ${block}}) {${SUPPLY}}}`)).supply;
const history = async (): Promise<Supply[]> =>
  (await reader.answer<{supplyHistory: Supply[]}>(`{supplyHistory(interval: HOUR) {${SUPPLY}}}`)).supplyHistory;
const eidOf = ({chainId}: Timeline): number => EIDS.get(chainId) ?? 0;

test('bridging, flash mints and a chain that lags leave the liabilities what was issued', async () => {
  const property = fc.asyncProperty(bridgePlot, fc.nat(30), async ({world, issued}, lag) => {
    await forget(source);
    const farHead = Math.max(1, world.height - lag);
    await world.write(source, {farHead});
    for (const {asOf, liabilities, unmatchedReceived} of await history()) {
      const {height} = asOf;
      const known = issued.filter((one) => one.height <= (one.on === NEAR ? height : Math.min(height - 1, farHead)));
      expect([height, BigInt(liabilities)]).toEqual([height, known.reduce((sum, {net}) => sum + net, 0n)]);
      expect([height, unmatchedReceived]).toEqual([height, '0']);
    }
  });
  await fc.assert(property, {numRuns: process.env['FULL'] === '1' ? 100 : 12, endOnFailure: true});
}, 120_000);

test('what is sent is in flight until it is received', async () => {
  const world = new TwoChains();
  world.mint(NEAR, 100n);
  world.send(NEAR, '0xa', eidOf(FAR), 30n);
  world.receive(FAR, '0xa', eidOf(NEAR), 30n);
  world.mint(NEAR, 1n);
  await world.write(source);
  expect(await supplyAt(2)).toMatchObject({total: '70', inFlight: '30', away: '0', liabilities: '100'});
  expect(await supplyAt(3)).toMatchObject({total: '70', inFlight: '30', inFlightReason: null, liabilities: '100'});
  expect(await supplyAt(4)).toMatchObject({total: '101', inFlight: '0', liabilities: '101', unmatchedReceived: '0'});
});

test('AID on a chain that is not indexed is still owed', async () => {
  const world = new TwoChains();
  world.mint(NEAR, 100n);
  world.send(NEAR, '0xa', ELSEWHERE, 40n);
  world.receive(FAR, '0xb', ELSEWHERE, 15n);
  world.mint(NEAR, 1n);
  await world.write(source);
  expect(await supplyAt(2)).toMatchObject({total: '60', inFlight: '0', away: '40', liabilities: '100'});
  expect(await supplyAt(4)).toMatchObject({total: '76', inFlight: '0', away: '25', liabilities: '101'});
  const {backing} = await reader.answer<{backing: object}>(`{backing(asOf: {chainId: 31337}) {${BACKING}}}`);
  expect(backing).toMatchObject({liabilities: '101', inFlight: '0', inFlightReason: null});
});

test('when more comes back than was ever sent, AID is issued where nobody looks: the sum is not given as whole', async () => {
  const world = new TwoChains();
  world.mint(NEAR, 100n);
  world.receive(NEAR, '0xb', ELSEWHERE, 15n);
  await world.write(source);
  const supply = await supplyAt(2);
  expect(supply).toMatchObject({total: '115', away: null, liabilities: '115'});
  expect(supply.reasons).toEqual(
    expect.arrayContaining(['total', 'liabilities', 'away'].map((field) => ({field, reason: 'PARTIAL'}))),
  );
  const {backing} = await reader.answer<{backing: object}>(`{backing(asOf: {chainId: 31337}) {${BACKING}}}`);
  expect(backing).toMatchObject({ratio: null, ratioFloor: null, reason: 'PARTIAL'});
});

test('what a bridge mints that nobody sent, or beyond it, is counted and told', async () => {
  const world = new TwoChains();
  world.mint(NEAR, 100n);
  world.send(NEAR, '0xa', eidOf(FAR), 30n);
  world.receive(FAR, '0xa', eidOf(NEAR), 33n);
  world.receive(NEAR, '0xc', eidOf(FAR), 7n);
  world.mint(NEAR, 1n);
  await world.write(source);
  expect(await supplyAt(5)).toMatchObject({
    ...{total: '111', inFlight: '0', unmatchedReceived: '10', liabilities: '111'},
  });
});

test('what is received before its sender is indexed that far is not counted twice', async () => {
  const world = new TwoChains();
  world.mint(FAR, 100n);
  world.send(FAR, '0xa', eidOf(NEAR), 30n);
  world.receive(NEAR, '0xa', eidOf(FAR), 30n);
  await world.write(source, {farHead: 1});
  expect(await supplyAt(3)).toMatchObject({total: '130', inFlight: '-30', unmatchedReceived: '0', liabilities: '100'});
});

test('several chains without a bridge leave what is in flight unknown', async () => {
  const world = new TwoChains();
  world.mint(NEAR, 100n);
  await world.write(source, {bridges: false});
  const supply = await supplyAt(1);
  expect(supply).toMatchObject({total: '100', inFlight: null, inFlightReason: 'NO_OBSERVATION', liabilities: '100'});
  expect(supply.reasons).toEqual(
    expect.arrayContaining(
      ['inFlight', 'away', 'unmatchedReceived'].map((field) => ({field, reason: 'NO_OBSERVATION'})),
    ),
  );
});
