import {openApi} from './harness/api';
import {ALICE, BOB, Cast, WAD} from './harness/cast';
import {TestChain} from './harness/chain';
import {serveGateway} from './harness/gateway';
import {dumpRows, type Rows} from './harness/rows';
import {Squid} from './harness/squid';
import {createTestDatabase, type TestDatabase} from './postgres';

/** History from an SQD gateway: with a node beside it, and alone. */
const HEAD = 90;
let chain: TestChain;
let gateway: Awaited<ReturnType<typeof serveGateway>>;
const databases: TestDatabase[] = [];

beforeAll(async () => {
  chain = await TestChain.start();
  const cast = new Cast(chain.protocol);
  await chain.mine(...cast.arrive());
  await chain.mine(cast.mint(ALICE, 1_000n * WAD), cast.mint(BOB, 100n * WAD));
  await chain.mine(cast.stake(ALICE, 500n * WAD), cast.transfer(ALICE, BOB, 3n * WAD));
  await chain.mineTo(35);
  await chain.mine(cast.silentMark(9n * WAD));
  await chain.mineTo(50);
  await chain.mine(cast.stake(BOB, 50n * WAD));
  await chain.mineTo(HEAD);
  gateway = await serveGateway(chain.url, HEAD - 20);
});
afterAll(async () => {
  await gateway.close();
  await chain.stop();
  for (const database of databases) await database.drop();
});

async function indexed(sources: {rpcUrl: string; gatewayUrl?: string; to: number}): Promise<{url: string; rows: Rows}> {
  const database = await createTestDatabase();
  databases.push(database);
  const squid = Squid.start({networkFile: chain.networkFile(), dbUrl: database.url, ...sources});
  expect([await squid.untilEnded(), squid.sentences]).toEqual([0, []]);
  return {url: database.url, rows: await dumpRows(database.url)};
}

test('history from a gateway beside a node is what the node alone gives, readings and silent steps included', async () => {
  const alone = await indexed({rpcUrl: chain.url, to: HEAD});
  const both = await indexed({rpcUrl: chain.url, gatewayUrl: gateway.url, to: HEAD});
  const {block: _headers, ...expected} = Object.fromEntries(alone.rows);
  const {block: _fewer, ...found} = Object.fromEntries(both.rows);
  expect(expected['nav_mark']).toHaveLength(1);
  expect(found).toEqual(expected);
});

test('a gateway alone gives logs and no readings: NAVs are null with their reason', async () => {
  const {url} = await indexed({rpcUrl: '', gatewayUrl: gateway.url, to: HEAD - 20});
  const api = await openApi(url);
  const {supply, stakingYield, eventRecords} = await api.query<{
    supply: {total: string};
    stakingYield: {stakingNav: null; totalShares: string; reasons: {field: string; reason: string}[]};
    eventRecords: unknown[];
  }>(`{ supply { total } stakingYield { stakingNav totalShares reasons { field reason } }
        eventRecords(limit: 10, where: {kind_eq: "READING"}) { id } }`);
  await api.close();
  expect(supply.total).toBe(`${1_100n * WAD}`);
  expect(stakingYield.stakingNav).toBeNull();
  expect(stakingYield.reasons).toContainEqual({field: 'stakingNav', reason: 'NO_OBSERVATION'});
  expect(BigInt(stakingYield.totalShares)).toBeGreaterThan(0n);
  expect(eventRecords).toEqual([]);
});
