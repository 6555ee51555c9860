import type {Network} from './chain/networks';
import {UserError} from './domain/errors';
import {checkNode, claimDatabase} from './preflight';
import {ALICE, Cast, WAD} from './test/harness/cast';
import {TestChain} from './test/harness/chain';
import {query} from './test/harness/committed';
import {differences, dumpEverything} from './test/harness/rows';
import {proxyTo, silentNode, type FakeNode} from './test/harness/rpcProxy';
import {Squid} from './test/harness/squid';
import {createEmptyDatabase, createTestDatabase, type TestDatabase} from './test/postgres';

let chain: TestChain;
let database: TestDatabase;
const nodes: FakeNode[] = [];

/** A database that holds the chain's first blocks. */
beforeAll(async () => {
  chain = await TestChain.start();
  const cast = new Cast(chain.protocol);
  await chain.mine(...cast.arrive());
  await chain.mine(cast.mint(ALICE, 100n * WAD));
  await chain.mine(cast.stake(ALICE, 50n * WAD));
  await chain.mineTo(20);
  database = await createTestDatabase();
  const squid = Squid.start({networkFile: chain.networkFile(), rpcUrl: chain.url, dbUrl: database.url, to: 20});
  expect(await squid.untilEnded()).toBe(0);
});
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.close();
});
afterAll(async () => {
  await chain.stop();
  await database.drop();
});

/** Lets the command run into a refusal: exit code 2, one sentence, and every row of the database as it was. */
async function refusal(change: {network?: Partial<Network>; rpcUrl?: string; dbUrl?: string}): Promise<string> {
  const {network = {}, rpcUrl = chain.url, dbUrl = database.url} = change;
  const before = await dumpEverything(dbUrl);
  const squid = Squid.start({networkFile: chain.networkFile(network), rpcUrl, dbUrl});
  const code = await squid.untilEnded().finally(() => squid.stop());
  expect([code, ...squid.sentences]).toEqual([2, expect.stringMatching(/^gaib-squid: .+[.]$/)]);
  expect(differences(await dumpEverything(dbUrl), before)).toEqual([]);
  return squid.sentences[0] ?? '';
}

async function fake(node: Promise<FakeNode>): Promise<string> {
  nodes.push(await node);
  return nodes.at(-1)?.url ?? '';
}

/** What the checks before the first block say against a node; undefined when nothing. */
const objection = (rpcUrl: string): Promise<unknown> =>
  checkNode(chain.network, rpcUrl).then(
    () => undefined,
    (error: unknown) => error,
  );

/** A node that keeps the states of its newest blocks only, as most nodes do. */
const prunedNode = (): Promise<FakeNode> =>
  proxyTo(chain.url, ({method, params}) => {
    const [, block] = params as [unknown, string?];
    if (method !== 'eth_call' || typeof block !== 'string' || parseInt(block, 16) > 10) return undefined;
    return {error: {code: -32000, message: 'missing trie node 5f1c (path ) state 0x5f1c is not available'}};
  });

test('a node that is right is cleared, with the height of its head', async () => {
  expect(await checkNode(chain.network, chain.url)).toBe(20);
  expect(await checkNode(chain.network, undefined)).toBe(0);
});

test('a wrong chain id behind the RPC is refused with both ids, and nothing is written', async () => {
  const url = await fake(proxyTo(chain.url, ({method}) => (method === 'eth_chainId' ? {result: '0x1'} : undefined)));
  const sentence = await refusal({rpcUrl: url});
  for (const part of ['RPC', url, 'chain 1,', 'chain 31337', 'local']) expect(sentence).toContain(part);
  const error = await objection(url);
  expect(error).toEqual(
    new UserError(
      `The RPC ${url} is chain 1, but the network local is chain 31337; set RPC_LOCAL to a node of that chain.`,
    ),
  );
});

test('an RPC that is silent for 10 s is refused, and an empty database stays empty', async () => {
  const empty = await createEmptyDatabase();
  const url = await fake(silentNode());
  const sentence = await refusal({rpcUrl: url, dbUrl: empty.url});
  for (const part of ['RPC', url, '10 s']) expect(sentence).toContain(part);
  expect((await dumpEverything(empty.url)).size).toBe(0);
  await empty.drop();
});

test('a node without history is refused with what it lacks, and nothing is written', async () => {
  const url = await fake(prunedNode());
  const sentence = await refusal({rpcUrl: url});
  for (const part of [url, 'block 1 ', 'missing trie node', 'archive node']) expect(sentence).toContain(part);
});

test('a view that reverts in old blocks is no lack of history', async () => {
  const reverted = {error: {code: 3, message: 'execution reverted'}};
  const url = await fake(proxyTo(chain.url, ({method}) => (method === 'eth_call' ? reverted : undefined)));
  expect(await objection(url)).toBeUndefined();
});

test('a node that answers for the chain and is silent about its history is refused', async () => {
  const url = await fake(
    proxyTo(chain.url, ({method}) => (method === 'eth_call' ? new Promise<undefined>(() => undefined) : undefined)),
  );
  const error = await objection(url);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toContain('no answer within 10 s');
});

test('a database with rows of another projection version is refused, and nothing is written', async () => {
  await query(database.url, `UPDATE projection_version SET version = 7 WHERE name = 'token'`);
  await query(database.url, `DELETE FROM projection_version WHERE name = 'navMark'`);
  const sentence = await refusal({network: {finalityConfirmation: 20}});
  for (const part of ['token (held 7, wanted 2)', 'navMark (held none, wanted 1)', 'replay', 'empty database']) {
    expect(sentence).toContain(part);
  }
  await query(database.url, `UPDATE projection_version SET version = 2 WHERE name = 'token'`);
  await expect(claimDatabase(chain.network, {}, database.url)).rejects.toThrow(UserError);
  await query(database.url, `INSERT INTO projection_version VALUES ('31337-navMark', 31337, 'navMark', 1, 1, '')`);
  await claimDatabase(chain.network, {}, database.url);
});

test('rows folded from what other decoders said are refused, and replay is named', async () => {
  await query(database.url, `UPDATE projection_version SET decoders = 0 WHERE name = 'gauge'`);
  const sentence = await refusal({network: {finalityConfirmation: 20}});
  for (const part of ['gauge (held of decoders 0, wanted 1)', 'gaib-squid replay']) expect(sentence).toContain(part);
  await query(database.url, `UPDATE projection_version SET decoders = 1 WHERE name = 'gauge'`);
});

test('a database that holds the chain of another network file is refused, and nothing is written', async () => {
  const sentence = await refusal({network: {readEvery: 16}});
  for (const part of ['chain 31337', "'local'", 'network file', 'another database']) expect(sentence).toContain(part);
});

test.each<[string, (network: Network) => Partial<Network>]>([
  ['start block', () => ({startBlock: 1})],
  ['grid missing', () => ({readEvery: undefined})],
  ['contract less', ({contracts}) => ({contracts: contracts.slice(1)})],
  ['decimals', ({contracts}) => ({contracts: contracts.map((one) => ({...one, decimals: 17}))})],
  ['custody', () => ({custody: [ALICE]})],
])('two network files differ by their %s', async (_, change) => {
  const other = {...chain.network, ...change(chain.network), finalityConfirmation: 20};
  const before = await dumpEverything(database.url);
  await expect(claimDatabase(other, {}, database.url)).rejects.toThrow(/^[^\n]*another network file[^\n]*[.]$/);
  expect(differences(await dumpEverything(database.url), before)).toEqual([]);
});

test('the same contracts under another finality, other terms and other labels go on', async () => {
  const haircuts = [{fromBlock: 0, component: 'TBILL', bps: 200}];
  const parameters = {...chain.network.parameters, haircuts};
  const labels = {[ALICE]: {class: 'DEX', name: 'Pool'}} as const;
  await claimDatabase({...chain.network, finalityConfirmation: 20, parameters}, labels, database.url);
  expect(await query(database.url, 'SELECT finality_confirmation AS n, parameters, labels FROM chain')).toEqual([
    {n: 20, parameters, labels},
  ]);
});

test('a run up to a height that is not there yet ends at the first request to stop', async () => {
  const {height, hash} = await chain.head();
  const fresh = await createTestDatabase();
  const to = height + 1000;
  const squid = Squid.start({networkFile: chain.networkFile(), rpcUrl: chain.url, dbUrl: fresh.url, to});
  await squid.untilHead(31337, hash);
  expect(await squid.stop()).toBe(0);
  await fresh.drop();
});
