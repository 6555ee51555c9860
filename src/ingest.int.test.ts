import {ALICE, BOB, Cast, WAD} from './test/harness/cast';
import {TestChain} from './test/harness/chain';
import {query} from './test/harness/committed';
import {countOf, differences, dumpRows} from './test/harness/rows';
import {Squid} from './test/harness/squid';
import {createTestDatabase, type TestDatabase} from './test/postgres';

let chain: TestChain;
let cast: Cast;
let database: TestDatabase;
beforeEach(async () => {
  chain = await TestChain.start();
  cast = new Cast(chain.protocol);
  await chain.mine(...cast.arrive());
  await chain.mine(cast.mint(ALICE, 100n * WAD));
  database = await createTestDatabase();
});
afterEach(async () => {
  await chain.stop();
  await database.drop();
});

/** A squid whose network file starts after Alice was given her AID: what she sends contradicts what it knows. */
const startBlind = (): Squid =>
  Squid.start({networkFile: chain.networkFile({startBlock: 6}), rpcUrl: chain.url, dbUrl: database.url});

const status = (): Promise<object[]> => query(database.url, 'SELECT height, hash FROM squid_31337.status');

test('a batch whose fold finds a contradiction is rolled back whole: no record, no row, no height', async () => {
  await chain.mine(cast.mint(BOB, WAD), cast.transfer(ALICE, BOB, WAD));
  await chain.mineTo(30);
  const squid = startBlind();
  expect(await squid.untilEnded()).toBe(1);
  expect(squid.output).toMatch(/A transfer takes more than its sender holds/);
  const rows = await dumpRows(database.url);
  for (const table of ['block', 'event_record', 'state_version', 'transfer', 'token_balance']) {
    expect([table, countOf(rows, table)]).toEqual([table, 0]);
  }
  expect(await status()).toEqual([{height: -1, hash: '0x'}]);
});

test('a contradiction in an unfinalized block leaves what was committed before it, and a restart stops there again', async () => {
  await chain.mineTo(30);
  const squid = startBlind();
  const {hash} = await chain.head();
  await squid.untilHead(31337, hash);
  const before = await dumpRows(database.url);
  const heightBefore = await status();
  await chain.mine(cast.mint(BOB, WAD), cast.transfer(ALICE, BOB, WAD));
  expect(await squid.untilEnded()).toBe(1);
  expect(await startBlind().untilEnded()).toBe(1);
  expect(differences(await dumpRows(database.url), before)).toEqual([]);
  expect(await status()).toEqual(heightBefore);
  expect(await query(database.url, 'SELECT hash FROM squid_31337.hot_block ORDER BY height DESC LIMIT 1')).toEqual([
    {hash},
  ]);
});
