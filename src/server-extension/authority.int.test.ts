import {id} from 'ethers';
import {DataSource} from 'typeorm';
import {DENIED_ADDRESS_ROLE} from '../domain/roles';
import {AID, ALICE, BOB, BRIDGE, CAROL} from '../test/given';
import {createTestDatabase, type TestDatabase} from '../test/postgres';
import {Reader} from './fixture/ask';
import {AUTHORITY} from './fixture/fields';
import {NEAR, TwoChains} from './fixture/twoChains';

let database: TestDatabase;
let reader: Reader;

const ADMIN = `0x${'0'.repeat(64)}`;
const granted = (role: string, account: string) => ({type: 'RoleGranted', role, account, sender: CAROL}) as const;

function played(): TwoChains {
  const world = new TwoChains();
  world.transact(NEAR, [AID, {type: 'ContractUpgraded', implementation: ALICE}], [AID, granted(ADMIN, CAROL)]);
  world.transact(
    NEAR,
    [AID, granted(id('MINTER_ROLE'), ALICE)],
    [AID, granted(id('BRIDGE_MINTER_ROLE'), BRIDGE.address)],
  );
  world.transact(NEAR, [AID, granted('0x01', BOB)], [AID, granted(DENIED_ADDRESS_ROLE, BOB)]);
  world.transact(NEAR, [AID, {type: 'PauseChanged', paused: true, account: CAROL}]);
  world.transact(NEAR, [AID, {...granted(id('MINTER_ROLE'), ALICE), type: 'RoleRevoked'}]);
  world.transact(NEAR, [AID, {type: 'ContractUpgraded', implementation: BOB}]);
  return world;
}

beforeAll(async () => {
  database = await createTestDatabase();
  const source = await new DataSource({type: 'postgres', url: database.url}).initialize();
  await played().write(source);
  await source.query('UPDATE chain SET labels = $1', [{[CAROL]: {class: 'TREASURY', name: 'Council'}}]);
  await source.destroy();
  reader = await Reader.open(database.url);
});
afterAll(async () => {
  await reader.close();
  await database.drop();
});

interface Authority {
  holders: {account: string; roleName: string | null; reasons: object[]}[];
  contracts: {chainId: number; contractRole: string}[];
  mintAuthorities: number;
}
const at = async (block: number): Promise<Authority> =>
  (await reader.answer<{authority: Authority}>(`{authority(asOf: {chainId: 31337, block: ${block}}) {${AUTHORITY}}}`))
    .authority;

test('who holds a role is who was granted it and not had it taken away, as of a block', async () => {
  expect(await at(2)).toMatchObject({mintAuthorities: 1, bridgeMintAuthorities: 1, admins: 1});
  expect(await at(5)).toMatchObject({mintAuthorities: 0, bridgeMintAuthorities: 1, admins: 1});
  expect((await at(1)).holders).toEqual([
    {
      ...{chainId: 31337, contract: AID.address, contractRole: 'aid', contractName: 'AID', role: ADMIN},
      ...{roleName: 'DEFAULT_ADMIN_ROLE', account: CAROL, label: 'Council', grantedBy: CAROL},
      ...{since: '2026-01-01T01:00:00.000Z', isEoa: null},
      reasons: [{field: 'isEoa', reason: 'NO_OBSERVATION'}],
    },
  ]);
});

test('a denied account is no authority, and a contract of the network is no key', async () => {
  const {holders} = await at(6);
  expect(holders.map(({account, roleName}) => [account, roleName]).sort()).toEqual([
    [BOB, null],
    [CAROL, 'DEFAULT_ADMIN_ROLE'],
    [BRIDGE.address, 'BRIDGE_MINTER_ROLE'],
  ]);
  expect(holders.find(({account}) => account === BRIDGE.address)).toMatchObject({isEoa: false, label: 'Bridge'});
});

test('a contract is paused and runs the code that its events told last; what no event told is not known', async () => {
  const aid = async (block: number) => (await at(block)).contracts.find(({contractRole}) => contractRole === 'aid');
  expect(await aid(3)).toMatchObject({paused: null, implementation: ALICE, implementedAt: '2026-01-01T01:00:00.000Z'});
  expect(await aid(6)).toMatchObject({
    ...{paused: true, pausedAt: '2026-01-01T04:00:00.000Z', implementation: BOB, implementationCount: 2},
    reasons: ['beacon', 'proxyAdmin'].map((field) => ({field, reason: 'NO_OBSERVATION'})),
  });
  expect((await at(6)).contracts.map(({chainId, contractRole}) => [chainId, contractRole])).toEqual([
    [31337, 'aid'],
    [31337, 'bridge'],
    [42161, 'aid'],
    [42161, 'bridge'],
  ]);
});

interface Page {
  authorityEvents: {events: {kind: string; record: string}[]; nextCursor: string | null; reasons: object[]};
}
const FIELDS = `events {record chainId contract contractRole contractName kind account role roleName detail height at
  txHash reasons {field reason}} nextCursor reasons {field reason} asOf {height} methodologyVersion`;
const page = async (args: string) =>
  (await reader.answer<Page>(`{authorityEvents(chainId: 31337${args}) {${FIELDS}}}`)).authorityEvents;

const KINDS = [
  ...['UPGRADED', 'ROLE_GRANTED', 'ROLE_GRANTED', 'ROLE_GRANTED', 'ROLE_GRANTED', 'ACCOUNT_DENIED', 'PAUSED'],
  ...['ROLE_REVOKED', 'UPGRADED'],
];

test('what the authorities did comes in pages, without a gap or a repetition', async () => {
  expect((await page('')).events.map(({kind}) => kind)).toEqual(KINDS);
  expect(await page('')).toMatchObject({nextCursor: null, reasons: [{field: 'nextCursor', reason: 'NOT_APPLICABLE'}]});
  const kinds: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answered: Page['authorityEvents'] = await page(`, limit: 2${cursor === '' ? '' : `, cursor: "${cursor}"`}`);
    kinds.push(...answered.events.map(({kind}) => kind));
    cursor = answered.nextCursor;
  }
  expect(kinds).toEqual(KINDS);
  const some = await page(', from: "2026-01-01T04:00:00Z", to: "2026-01-01T05:00:00Z"');
  expect(some.events.map(({kind}) => kind)).toEqual(['PAUSED']);
});

test('bad arguments are refused in one sentence', async () => {
  const refusal = async (args: string) => (await reader.ask(`{authorityEvents(${args}) {nextCursor}}`)).error;
  expect(await refusal('limit: 0')).toEqual({
    message: 'limit is 0, expected a whole number from 1 to 1000.',
    code: 'BAD_USER_INPUT',
  });
  expect((await refusal('limit: 1001'))?.code).toBe('BAD_USER_INPUT');
  expect((await refusal('chainId: 31337, cursor: "56-0000000001-L00001"'))?.message).toBe(
    'cursor "56-0000000001-L00001" is not one of chain 31337: give nextCursor of an answer, or none.',
  );
  expect((await refusal('from: "2030-01-01T00:00:00Z"'))?.message).toMatch(/^from .* is not indexed/);
});
