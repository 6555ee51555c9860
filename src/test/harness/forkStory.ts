import {createTestDatabase} from '../postgres';
import {ALICE, BOB, Cast, WAD} from './cast';
import {TestChain, type ForkPoint} from './chain';
import {differences, dumpRows, type Rows} from './rows';
import {Squid} from './squid';

/** The last block that every branch of a story shares; blocks 16 and 24 are on the grid of readings. */
export const TRUNK = 20;

/** What a story of branches is told with. */
export interface Telling {
  readonly chain: TestChain;
  readonly cast: Cast;
  /** The end of the trunk, where branches begin */
  readonly fork: ForkPoint;
  /** Waits until the squid has committed the chain's head */
  readonly indexed: () => Promise<void>;
  /** Everything in the squid's tables now */
  readonly rows: () => Promise<Rows>;
  /** Starts the squid again after `stop`, perhaps only up to a height, perhaps through another node */
  readonly start: (options?: {to?: number; rpcUrl?: string}) => Squid;
  readonly stop: () => Promise<unknown>;
  /** Keeps the squid from seeing anything while `act` runs */
  readonly unseen: (act: () => Promise<void>) => Promise<void>;
}

/**
 * Tells a story: a chain whose trunk has a life of 20 blocks and a squid that has indexed it, then whatever `tell` does.
 * In the end the squid must hold exactly the rows of one that has seen nothing but the winning chain.
 * @param prepare what both squids' databases hold before anything is indexed; the trunk is there then
 * @returns those rows
 * @throws Error naming the first rows that differ
 */
export async function forkStory(
  tell: (telling: Telling) => Promise<void>,
  prepare: (dbUrl: string, chain: TestChain) => Promise<unknown> = () => Promise.resolve(),
): Promise<Rows> {
  const chain = await TestChain.start();
  const [lived, fresh] = [await createTestDatabase(), await createTestDatabase()];
  const networkFile = chain.networkFile();
  const running: Squid[] = [];
  const start = (options: {to?: number; rpcUrl?: string} = {}, dbUrl = lived.url): Squid => {
    const squid = Squid.start({networkFile, rpcUrl: chain.url, dbUrl, ...options});
    running.push(squid);
    return squid;
  };
  try {
    const cast = new Cast(chain.protocol);
    await growTrunk(chain, cast);
    for (const {url} of [lived, fresh]) await prepare(url, chain);
    start();
    const indexed = async (): Promise<void> => {
      await running.at(-1)?.untilHead(chain.protocol.chainId, (await chain.head()).hash);
    };
    await indexed();
    await tell({
      chain,
      cast,
      fork: await chain.forkPoint(),
      indexed,
      rows: () => dumpRows(lived.url),
      start: (options) => start(options),
      stop: async () => running.at(-1)?.stop(),
      unseen: async (act) => {
        running.at(-1)?.pause();
        await act().finally(() => running.at(-1)?.resume());
      },
    });
    await indexed();
    const {height, hash} = await chain.head();
    const witness = start({to: height}, fresh.url);
    await witness.untilHead(chain.protocol.chainId, hash);
    const [found, expected] = [await dumpRows(lived.url), await dumpRows(fresh.url)];
    const left = differences(found, expected);
    if (left.length > 0) throw new Error(['The fork left a trace.', ...left].join('\n'));
    return expected;
  } finally {
    for (const squid of running) await squid.stop();
    await chain.stop();
    await lived.drop();
    await fresh.drop();
  }
}

/** Blocks 4 to 20: AID, a stake, T-bills, a mark and a step of the NAV without a log. */
async function growTrunk(chain: TestChain, cast: Cast): Promise<void> {
  await chain.mine(...cast.arrive(), ...cast.upgrade());
  await chain.mine(cast.mint(ALICE, 100_000n * WAD), cast.mint(BOB, 50_000n * WAD));
  await chain.mine(cast.stake(ALICE, 40_000n * WAD), cast.stake(BOB, 10_000n * WAD));
  await chain.mine(cast.buyTbills(30_000n * WAD));
  await chain.mine(cast.mark(100n * WAD));
  await chain.mine(cast.transfer(ALICE, BOB, 5n * WAD));
  await chain.mine(cast.silentMark(200n * WAD));
  await chain.mineTo(TRUNK);
}
