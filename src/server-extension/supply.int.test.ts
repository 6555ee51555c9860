import {DataSource} from 'typeorm';
import {DENIED_ADDRESS_ROLE} from '../domain/roles';
import {ZERO_ADDRESS} from '../domain/ids';
import {AID, ALICE, BOB, MINTER, movement, USDC} from '../test/given';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {SUPPLY} from './fixture/fields';
import {FAR, NEAR, TwoChains} from './fixture/twoChains';

let database: TestDatabase;
let reader: Reader;

const moved = (from: string, to: string, amount: bigint) =>
  ({type: 'TokenTransferred', ...movement(from, to, amount)}) as const;
const minted = (recipient: string, aidOut: bigint) => {
  const terms = {collateral: USDC.address, collateralIn: aidOut, fee: 0n};
  return {type: 'AidMinted', caller: ALICE, callerRole: null, recipient, aidOut, ...terms} as const;
};
const role = {role: DENIED_ADDRESS_ROLE, account: BOB, sender: ALICE};

/** Blocks 1 to 7 of both chains. */
function played(): TwoChains {
  const world = new TwoChains();
  world.transact(NEAR, [AID, moved(ZERO_ADDRESS, ALICE, 1000n)], [MINTER, minted(ALICE, 1000n)]);
  world.transact(FAR, [AID, moved(ZERO_ADDRESS, BOB, 500n)], [MINTER, minted(BOB, 500n)]);
  world.flash(NEAR, 10_000n, 5n);
  world.mint(NEAR, 40n);
  world.transact(NEAR, [AID, moved(ALICE, BOB, 35n)]);
  world.transact(
    NEAR,
    [AID, {type: 'RoleGranted', ...role}],
    [AID, {type: 'DenyListChanged', accounts: [BOB], denied: true}],
  );
  world.transact(NEAR, [AID, {type: 'RoleRevoked', ...role}]);
  world.height = 60;
  return world;
}

beforeAll(async () => {
  database = await createTestDatabase();
  const source = await new DataSource({type: 'postgres', url: database.url}).initialize();
  await played().write(source);
  await source.destroy();
  reader = await Reader.open(database.url);
});
afterAll(async () => {
  await reader.close();
  await database.drop();
});

interface Supply {
  total: string;
  minted: string;
  burned: string;
  byCause: {cause: string; minted: string; burned: string; net: string}[];
  asOf: {height: number};
  start?: string;
  end?: string;
  isCarried?: boolean;
}
const at = async (block: number): Promise<Supply> =>
  (await reader.answer<{supply: Supply}>(`{supply(asOf: {block: ${block}}) {${SUPPLY}}}`)).supply;
const history = async (args: string): Promise<Supply[]> =>
  (await reader.answer<{supplyHistory: Supply[]}>(`{supplyHistory(${args}) {start end isCarried ${SUPPLY}}}`))
    .supplyHistory;

test('the causes sum to what was minted and burned over all chains, and to the supply', async () => {
  const supply = await at(60);
  const sum = (of: 'minted' | 'burned' | 'net') => supply.byCause.reduce((all, one) => all + BigInt(one[of]), 0n);
  expect([sum('minted'), sum('burned'), sum('net')]).toEqual(
    [supply.minted, supply.burned, supply.total].map((text) => BigInt(text)),
  );
  expect(supply.byCause.filter(({minted: m, burned: b}) => m !== '0' || b !== '0')).toEqual([
    {cause: 'DEPOSIT', minted: '1500', burned: '0', net: '1500'},
    {cause: 'FLASH_MINT', minted: '0', burned: '5', net: '-5'},
    {cause: 'UNCLASSIFIED', minted: '40', burned: '0', net: '40'},
  ]);
  expect(supply.byCause).toHaveLength(9);
});

test('flash mints are netted out of what was minted and burned: only their fee was burned', async () => {
  expect(await at(3)).toMatchObject({
    ...{total: '1495', minted: '1500', burned: '5', flashMinted: '10000', flashFees: '5', unclassifiedShare: '0'},
  });
});

test('what no log explains is shown, and as a share of all that was minted and burned', async () => {
  expect(await at(4)).toMatchObject({unclassifiedShare: '0.025889967637540453'});
});

test('what denied accounts hold is counted while they are denied', async () => {
  expect(await at(5)).toMatchObject({deniedAccounts: 0, deniedBalance: '0', denyListDisagreements: 0});
  expect(await at(6)).toMatchObject({deniedAccounts: 1, deniedBalance: '35', denyListDisagreements: 0});
  expect(await at(7)).toMatchObject({deniedAccounts: 0, deniedBalance: '0', denyListDisagreements: 1});
});

test('before anything was minted there is no share of it', async () => {
  const {supply} = await reader.answer<{supply: Supply & {reasons: object[]}}>(
    `{supply(asOf: {chainId: ${FAR.chainId}, block: 1}) {${SUPPLY}}}`,
  );
  expect(supply.reasons).toEqual([]);
  expect(supply).toMatchObject({total: '1000', minted: '1000'});
});

test('each point of a history is the answer as of its block, carried where nothing changed', async () => {
  const points = await history('interval: HOUR');
  expect(points).toHaveLength(60);
  for (const {start: _start, end: _end, isCarried: _carried, ...point} of points) {
    expect(point).toEqual(await at(point.asOf.height));
  }
  expect(points.slice(0, 9).map(({isCarried}) => isCarried)).toEqual([
    ...[false, true, false, false, true, false, false, true, true],
  ]);
});

test('a history costs the same statements however long it is', async () => {
  const before = reader.statements;
  await history('interval: DAY, to: "2026-01-02T00:00:00Z"');
  const short = reader.statements - before;
  await history('interval: HOUR');
  expect(reader.statements - before - short).toBe(short);
});
