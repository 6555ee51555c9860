import {setTimeout as sleep} from 'node:timers/promises';
import {Client} from 'pg';
import {Random} from '../../devnet/random';
import {replay} from '../../integrity/replay';
import {createTestDatabase, type TestDatabase} from '../postgres';
import {Activity} from './activity';
import {TestChain} from './chain';
import {newestCommitted, query} from './committed';
import {differences, dumpRows} from './rows';
import {Squid} from './squid';

/** Blocks after which none of the tests' forks reach: the deepest takes 40 back. */
const FINALITY = 45;
const LIMIT_MS = 60_000;

/** A session that has begun to write blocks and has not committed them. */
const MIDWAY = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND xact_start IS NOT NULL AND query ~* '^insert.*(event_record|state_version|hot_change_log|transfer)'`;

/** A chain that lives at random, and an index of it that is disturbed at random while it does. */
export class DisturbedIndex {
  /** What happened, in words */
  readonly story: string[] = [];
  private running: Squid | undefined;

  private constructor(
    private readonly chain: TestChain,
    private readonly activity: Activity,
    private readonly random: Random,
    private readonly networkFile: string,
    private readonly database: TestDatabase,
    private readonly db: Client,
  ) {}

  static async start(seed: number, blocks: number): Promise<DisturbedIndex> {
    const chain = await TestChain.start();
    const activity = new Activity(chain, seed);
    await activity.begin();
    await activity.go(blocks);
    const database = await createTestDatabase();
    const db = new Client({connectionString: database.url});
    await db.connect();
    const networkFile = chain.networkFile({finalityConfirmation: FINALITY});
    return new DisturbedIndex(chain, activity, new Random('disturbed', seed), networkFile, database, db);
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    await this.db.end();
    await this.chain.stop();
    await this.database.drop();
  }

  /** Lets a processor run while the chain goes on, and ends it in its tracks, half of the time amid a transaction. */
  async kill(): Promise<void> {
    const goal = Math.min((await this.committed()) + this.random.int(1, 60), (await this.chain.head()).height);
    const squid = this.index();
    if (this.random.int(0, 1) === 1) await this.activity.go(this.random.int(1, 8));
    await squid.untilHeight(31337, goal);
    const midway = this.random.int(0, 1) === 1;
    await (midway ? this.untilMidway() : sleep(this.random.int(0, 200)));
    await squid.kill();
    await this.said(midway ? 'killed midway' : 'killed');
  }

  /** Indexes up to a block of its own choice and ends: the next batch begins there. */
  async cut(): Promise<void> {
    const head = (await this.chain.head()).height;
    const to = Math.min(Math.max(0, await this.committed()) + this.random.int(1, 80), head);
    await this.index(to).untilEnded();
    await this.said(`cut at ${to}`);
  }

  /** The chain drops up to `deepest` blocks and goes on differently, seen or unseen by a processor. */
  async fork(deepest: number): Promise<void> {
    const depth = this.random.int(1, deepest);
    const seen = this.random.int(0, 2) > 0;
    const moment = await this.activity.moment();
    await this.activity.go(depth);
    if (seen) await this.index().untilHead(31337, (await this.chain.head()).hash);
    await this.activity.forkAt(moment);
    await this.activity.go(depth + 1);
    if (seen) await this.running?.untilHead(31337, (await this.chain.head()).hash);
    await this.running?.stop();
    await this.said(`${seen ? 'seen' : 'unseen'} fork of ${depth}`);
  }

  async replay(): Promise<void> {
    if ((await this.committed()) < 0) return;
    await replay(this.db, this.chain.network, undefined, () => undefined);
    await this.said('replayed');
  }

  /**
   * Indexes to the head, and compares with an index that was never disturbed.
   * @returns its digests
   * @throws Error telling the story and the first rows that differ
   */
  async compare(): Promise<ReadonlyMap<string, string>> {
    const {height, hash} = await this.chain.head();
    const fresh = await createTestDatabase();
    try {
      await Promise.all([
        this.index(height).untilHead(31337, hash),
        this.index(height, fresh.url).untilHead(31337, hash),
      ]);
      const left = differences(await dumpRows(this.database.url), await dumpRows(fresh.url));
      if (left.length > 0) {
        throw new Error([`Not the rows of an undisturbed index: ${this.story.join(', ')}`, ...left].join('\n'));
      }
      const digests = await query<{name: string; digest: string}>(
        fresh.url,
        'SELECT name, digest FROM projection_version',
      );
      return new Map(digests.map(({name, digest}) => [name, digest]));
    } finally {
      await this.running?.stop();
      await fresh.drop();
    }
  }

  private index(to?: number, dbUrl = this.database.url): Squid {
    const range = to === undefined ? {} : {to};
    const squid = Squid.start({networkFile: this.networkFile, rpcUrl: this.chain.url, dbUrl, ...range});
    this.running = squid;
    return squid;
  }

  private async said(what: string): Promise<void> {
    this.story.push(`${what} ${await this.committed()}/${(await this.chain.head()).height}`);
  }

  /** The newest committed height, -1 before the first block. */
  private committed = async (): Promise<number> => (await newestCommitted(this.db, 31337))?.height ?? -1;

  /** Goes on mining until a transaction of the squid is caught half written. */
  private async untilMidway(): Promise<void> {
    const end = performance.now() + LIMIT_MS;
    for (let look = 0; (await this.db.query(MIDWAY)).rowCount === 0; look++) {
      if (performance.now() > end) throw new Error('No transaction was caught half written.');
      if (look % 20 === 19) await this.activity.go(1);
      await sleep(5);
    }
  }
}
