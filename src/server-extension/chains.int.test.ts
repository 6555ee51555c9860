import {DataSource} from 'typeorm';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {BACKING, SUPPLY} from './fixture/fields';
import {insertBlocks, insertChain, insertVersions, writeHistory} from './fixture/history';
import {address, insertStatus, LINE, M} from './fixture/rows';

let database: TestDatabase;
let reader: Reader;

const SIDE = {chainId: 56, start: LINE.start + 30, step: LINE.step};
const AID = {role: 'aid', name: 'AID', address: address('a'), fromBlock: 1};

beforeEach(async () => {
  database = await createTestDatabase();
  await writeHistory(database.url);
  reader = await Reader.open(database.url);
});

afterEach(async () => {
  await reader.close();
  await database.drop();
});

const withSource = async (run: (source: DataSource) => Promise<void>): Promise<void> => {
  const source = await new DataSource({type: 'postgres', url: database.url}).initialize();
  await run(source);
  await source.destroy();
};

const addSide = (head: number): Promise<void> =>
  withSource(async (source) => {
    await insertChain(source, SIDE, {network: 'side', contracts: [AID]});
    const supply = {id: `56-${address('a')}`, totalSupply: M, cumulativeMinted: 3n * M, cumulativeBurned: 2n * M};
    await insertBlocks(source, SIDE, head);
    await insertVersions(source, SIDE, [['token', 100, supply]], head);
  });

type Supply = {
  supply: {
    total: string;
    byChain: {chainId: number; supply: string; height: number}[];
    reasons: {field: string}[];
    asOf: object;
  };
};

test('supply is the sum over the chains, each at its last block before the instant asked about', async () => {
  await addSide(200);
  const {supply} = await reader.answer<Supply>(`{supply {${SUPPLY}}}`);
  expect(supply).toMatchObject({
    total: (21n * M).toString(),
    minted: (25n * M).toString(),
    burned: (4n * M).toString(),
    asOf: {chainId: 31337, height: 488},
    byChain: [
      {chainId: 56, supply: M.toString(), height: 200},
      {chainId: 31337, supply: (20n * M).toString(), height: 488},
    ],
  });
  const early = await reader.answer<Supply>(`{supply(asOf: {block: 100}) {${SUPPLY}}}`);
  expect(early.supply.byChain[0]).toMatchObject({chainId: 56, supply: '0', height: 99});
});

test('a chain that can be named answers for itself; a vault asked of a chain without one is refused', async () => {
  await addSide(200);
  await withSource((source) => insertStatus(source, 56, 190, 200));
  expect((await reader.answer<Supply>(`{supply(asOf: {chainId: 56}) {${SUPPLY}}}`)).supply.asOf).toMatchObject({
    height: 200,
  });
  const {error} = await reader.ask('{stakingYield(asOf: {chainId: 56}) {stakingNav}}');
  expect(error).toEqual({
    message: 'Chain 56 (side) has no sAID vault: ask for chain 31337 (local).',
    code: 'BAD_USER_INPUT',
  });
});

test('while a registered chain is not indexed at all its supply is unknown, so no bound of the ratio is given', async () => {
  await withSource((source) => insertChain(source, SIDE, {network: 'side', contracts: [AID]}));
  const {supply} = await reader.answer<Supply>(`{supply {${SUPPLY}}}`);
  expect(supply.reasons).toContainEqual({field: 'total', reason: 'PARTIAL'});
  const {backing} = await reader.answer<{backing: {reasons: object[]}}>(`{backing {${BACKING}}}`);
  expect(backing.reasons).toContainEqual({field: 'liabilities', reason: 'PARTIAL'});
  expect(backing).toMatchObject({state: 'UNREADABLE', reason: 'PARTIAL', ratio: null, ratioFloor: null});
});

test('a network without a reserve feed has a T-bill leg that cannot be read', async () => {
  await addSide(200);
  type Parts = {
    backing: {state: string; ratio: null; components: {id: string; kind: string; valueUsd: string | null}[]};
  };
  const {backing} = await reader.answer<Parts>(`{backing {${BACKING}}}`);
  expect(backing).toMatchObject({state: 'FLOOR', ratio: null});
  expect(backing.components[0]).toMatchObject({id: '56-tbill', kind: 'TBILL', valueUsd: null});
});

test('status tells how far each chain is indexed, also before it has begun', async () => {
  await withSource((source) => insertChain(source, SIDE, {network: 'side', contracts: [AID]}));
  const fields = `network chainId indexedHeight indexedAt finalizedHeight headHeight lagBlocks unrecognized
    projections {name version digest reasons {field reason}} invariants {name} completeness reasons {field reason}`;
  const {indexingStatus} = await reader.answer<{indexingStatus: object[]}>(`{indexingStatus {${fields}}}`);
  expect(indexingStatus).toEqual([
    {
      network: 'side',
      chainId: 56,
      indexedHeight: -1,
      indexedAt: null,
      finalizedHeight: -1,
      headHeight: null,
      lagBlocks: null,
      unrecognized: 0,
      projections: [],
      invariants: [],
      completeness: 'UNCHECKED',
      reasons: ['indexedAt', 'headHeight', 'lagBlocks'].map((field) => ({field, reason: 'NO_OBSERVATION'})),
    },
    {
      network: 'local',
      chainId: 31337,
      indexedHeight: 488,
      indexedAt: '2026-08-20T00:00:00.000Z',
      finalizedHeight: 470,
      headHeight: 490,
      lagBlocks: 2,
      unrecognized: 3,
      projections: [
        {
          name: 'token',
          version: 1,
          digest: null,
          reasons: [
            {field: 'digest', reason: 'NOT_COMPUTED'},
            {field: 'digestHeight', reason: 'NO_OBSERVATION'},
          ],
        },
      ],
      invariants: [],
      completeness: 'UNCHECKED',
      reasons: [],
    },
  ]);
});

test('a database without a chain, or a chain not begun, is said plainly', async () => {
  const empty = await createTestDatabase();
  const nothing = await Reader.open(empty.url);
  expect((await nothing.ask('{supply {total}}')).error?.message).toBe(
    'Nothing is indexed yet: no chain has been added to this database.',
  );
  await nothing.close();
  await empty.drop();
  await addSide(0);
  expect((await reader.ask('{supply(asOf: {chainId: 56}) {total}}')).error?.message).toBe(
    'Nothing of chain 56 (side) is indexed yet: ask again later.',
  );
});
