import {BusyError} from './domain/errors';
import {ALICE, BOB, Cast, WAD} from './test/harness/cast';
import {TestChain} from './test/harness/chain';
import {differences, dumpRows} from './test/harness/rows';
import {Squid} from './test/harness/squid';
import {createTestDatabase, type TestDatabase} from './test/postgres';
import {takeWriterLock} from './writerLock';

let database: TestDatabase;
const releases: (() => Promise<void>)[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const release of releases.splice(0)) await release();
  await database.drop();
});

const take = async (chainId: number): Promise<number> => releases.push(await takeWriterLock(database.url, chainId));

test('one connection at a time may write a chain, and another chain is free', async () => {
  await take(31337);
  await expect(take(31337)).rejects.toThrow(BusyError);
  await take(1);
  await releases.shift()?.();
  await take(31337);
});

test('of two processors on one chain the second ends with code 75 and one sentence, and the first goes on', async () => {
  const chain = await TestChain.start();
  const fresh = await createTestDatabase();
  const cast = new Cast(chain.protocol);
  const on = {networkFile: chain.networkFile(), rpcUrl: chain.url};
  const running: Squid[] = [];
  const start = (dbUrl: string, networkFile = on.networkFile): Squid => {
    const squid = Squid.start({...on, networkFile, dbUrl});
    running.push(squid);
    return squid;
  };
  const headHash = async (): Promise<string> => (await chain.head()).hash;
  try {
    await chain.mine(...cast.arrive());
    await chain.mine(cast.mint(ALICE, 100n * WAD));
    const first = start(database.url);
    await first.untilHead(31337, await headHash());
    const held = await dumpRows(database.url);

    const second = start(database.url, chain.networkFile({finalityConfirmation: 20}));
    expect(await second.untilEnded()).toBe(75);
    expect(second.sentences).toEqual([expect.stringMatching(/^gaib-squid: .*chain 31337.*; .*try again.*[.]$/)]);
    expect(differences(await dumpRows(database.url), held)).toEqual([]);

    await chain.mine(cast.transfer(ALICE, BOB, WAD));
    await chain.mineTo(20);
    await first.untilHead(31337, await headHash());
    await start(fresh.url).untilHead(31337, await headHash());
    expect(differences(await dumpRows(database.url), await dumpRows(fresh.url))).toEqual([]);
  } finally {
    for (const squid of running) await squid.stop();
    await chain.stop();
    await fresh.drop();
  }
});
