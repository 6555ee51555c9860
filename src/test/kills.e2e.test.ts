import {setTimeout as sleep} from 'node:timers/promises';
import {Client} from 'pg';
import {Random} from '../devnet/random';
import {Activity} from './harness/activity';
import {TestChain} from './harness/chain';
import {query} from './harness/committed';
import {differences, dumpRows, type Rows} from './harness/rows';
import {Squid} from './harness/squid';
import {createTestDatabase, type TestDatabase} from './postgres';

const FULL = process.env['FULL'] === '1';
/** Each run has another seed; SEED repeats one. */
const SEED = parseInt(process.env['SEED'] ?? `${Date.now() % 1_000_000}`, 10);
const BLOCKS = 240;
const KILLS = FULL ? 80 : 8;
const STAGES = FULL ? 30 : 6;
const LIMIT_MS = 60_000;

let chain: TestChain;
let activity: Activity;
let random: Random;
let database: TestDatabase;
let story: string[];
const running: Squid[] = [];

beforeEach(async () => {
  story = [];
  random = new Random('kills', SEED);
  chain = await TestChain.start();
  activity = new Activity(chain, SEED);
  await activity.begin();
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const squid of running.splice(0)) await squid.stop();
  await chain.stop();
  await database.drop();
});

function start(dbUrl: string, to?: number): Squid {
  const range = to === undefined ? {} : {to};
  const squid = Squid.start({networkFile: chain.networkFile(), rpcUrl: chain.url, dbUrl, ...range});
  running.push(squid);
  return squid;
}

/** The squid's rows must be those of one that was never disturbed. */
async function expectUndisturbed(): Promise<void> {
  const fresh = await createTestDatabase();
  const {height, hash} = await chain.head();
  await start(fresh.url, height).untilHead(31337, hash);
  const expected: Rows = await dumpRows(fresh.url);
  const left = differences(await dumpRows(database.url), expected);
  await fresh.drop();
  if (left.length > 0) throw new Error([`Not the rows of an undisturbed run: ${story.join(', ')}`, ...left].join('\n'));
}

/** The newest committed height, -1 before the first block. */
async function committed(): Promise<number> {
  const [state] = await query<{at: string | null}>(database.url, `SELECT to_regclass('squid_31337.hot_block') AS at`);
  if (state?.at == null) return -1;
  const heights = `SELECT max(height) AS n FROM squid_31337.hot_block UNION SELECT height FROM squid_31337.status`;
  return (await query<{n: number}>(database.url, `SELECT max(n) AS n FROM (${heights}) AS t`))[0]?.n ?? -1;
}

/** A session that has begun to write blocks and has not committed them. */
const MIDWAY = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
  AND xact_start IS NOT NULL AND query ~* '^insert.*(event_record|state_version|hot_change_log|transfer)'`;

/** Goes on mining until a transaction of the squid is caught half written. */
async function untilMidway(): Promise<void> {
  const db = new Client({connectionString: database.url});
  await db.connect();
  try {
    const end = performance.now() + LIMIT_MS;
    for (let look = 0; (await db.query(MIDWAY)).rowCount === 0; look++) {
      if (performance.now() > end) throw new Error('No transaction was caught half written.');
      if (look % 20 === 19) await activity.go(1);
      await sleep(5);
    }
  } finally {
    await db.end();
  }
}

test('a run up to a height that is not there yet ends at the first request to stop', async () => {
  const {height, hash} = await chain.head();
  const squid = start(database.url, height + 1000);
  await squid.untilHead(31337, hash);
  expect(await squid.stop()).toBe(0);
});

describe(`seed ${SEED}`, () => {
  test(`a processor killed ${KILLS} times while blocks keep coming ends with the rows of an undisturbed one`, async () => {
    await activity.go(BLOCKS);
    for (let round = 1; round <= KILLS; round++) {
      const life = random.pick(['fork', 'blocks', 'rest'] as const);
      const end = round % 2 === 0 ? 'midway' : 'anywhere';
      const goal = Math.min((await committed()) + random.int(0, (2 * BLOCKS) / KILLS), (await chain.head()).height);
      const squid = start(database.url);
      if (life === 'fork') await activity.fork(random.int(1, 6));
      if (life === 'blocks') await activity.go(random.int(1, 12));
      await squid.untilHeight(31337, Math.max(goal, 0));
      await (end === 'midway' ? untilMidway() : sleep(random.int(0, 200)));
      await squid.kill();
      story.push(`${life} ${end} ${await committed()}/${(await chain.head()).height}`);
    }
    await activity.go(3);
    await start(database.url).untilHead(31337, (await chain.head()).hash);
    await expectUndisturbed();
    console.info(story.join(', '));
  });

  test(`a chain indexed in ${STAGES} stages has the rows of one run, whatever the cuts`, async () => {
    await activity.go(BLOCKS);
    let to = 0;
    for (let stage = 1; stage < STAGES; stage++) {
      to = Math.min(to + random.int(1, Math.ceil((2 * BLOCKS) / STAGES)), (await chain.head()).height);
      story.push(`to ${to}`);
      expect(await start(database.url, to).untilEnded()).toBe(0);
      expect(await committed()).toBe(to);
      await activity.go(random.int(0, 4));
    }
    await start(database.url).untilHead(31337, (await chain.head()).hash);
    await expectUndisturbed();
    console.info(story.join(', '));
  });
});
