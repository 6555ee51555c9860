import {Client} from 'pg';
import {events} from '../abi/said';
import {ruleKey} from '../chain/contract';
import {CONTRACTS} from '../chain/contracts';
import {Random} from '../devnet/random';
import {replayCommand} from '../commands/replay';
import {InvariantError} from '../domain/errors';
import {replay} from '../integrity/replay';
import {verify} from '../integrity/verify';
import {Activity} from './harness/activity';
import {TestChain} from './harness/chain';
import {query} from './harness/committed';
import {corrupt} from './harness/corruption';
import {logOf, mutationTrials} from './harness/mutation';
import {differences, dumpEverything, dumpRows, type Rows} from './harness/rows';
import {Squid} from './harness/squid';
import {createTestDatabase, type TestDatabase} from './postgres';

/** Each run has another seed; SEED repeats one. */
const SEED = parseInt(process.env['SEED'] ?? `${Date.now() % 1_000_000}`, 10);
const BLOCKS = 120;
const TRIALS = process.env['FULL'] === '1' ? 1000 : 40;
const CORRUPTIONS = process.env['FULL'] === '1' ? 300 : 6;

let chain: TestChain;
let database: TestDatabase;
let db: Client;
let original: Rows;
const nothing = (): void => undefined;

/** Lets a squid index up to the chain's head. */
async function index(): Promise<void> {
  const {height, hash} = await chain.head();
  const squid = Squid.start({networkFile: chain.networkFile(), rpcUrl: chain.url, dbUrl: database.url, to: height});
  await squid.untilHead(31337, hash);
  await squid.untilEnded();
}

beforeAll(async () => {
  chain = await TestChain.start();
  const activity = new Activity(chain, SEED);
  await activity.begin();
  await activity.go(BLOCKS);
  database = await createTestDatabase();
  await index();
  original = await dumpRows(database.url);
  db = new Client({connectionString: database.url});
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await chain.stop();
  await database.drop();
});

describe(`seed ${SEED}`, () => {
  test('a replay without the chain, and the blocks that were not final fetched again, give the same rows', async () => {
    const records = await replay(db, chain.network, undefined, nothing);
    expect(records).toBe((await query(database.url, 'SELECT 1 FROM event_record')).length);
    expect(await query(database.url, 'SELECT 1 FROM squid_31337.hot_block')).toEqual([]);
    expect(await verify(db, chain.network, nothing)).toMatchObject({brokenLog: null, differences: []});
    await index();
    expect(differences(await dumpRows(database.url), original)).toEqual([]);
  });

  test('readers see the old rows until the new ones are all there, and a replay that fails has changed nothing', async () => {
    const before = await dumpEverything(database.url);
    const seen: string[][] = [];
    const looks: Promise<unknown>[] = [];
    const failing = replay(db, chain.network, undefined, (done, total) => {
      looks.push(dumpEverything(database.url).then((now) => seen.push(differences(now, before))));
      if (done === total) throw new Error('pulled out');
    });
    await expect(failing).rejects.toThrow('pulled out');
    await Promise.all(looks);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.flat()).toEqual([]);
    expect(differences(await dumpEverything(database.url), before)).toEqual([]);
  });

  test('a projection that does not exist is refused with those that do', async () => {
    await expect(replayCommand({projection: 'tokens'})).rejects.toThrow(
      /^--projection is 'tokens', expected one of assetCashFlow, .*, withdrawalQueue[.]$/,
    );
  });

  test('a replay of one projection mends its rows and leaves the others alone', async () => {
    // With no block left to take back: images of their rows would mend what is changed here.
    await replay(db, chain.network, undefined, nothing);
    await query(database.url, 'UPDATE token SET total_supply = total_supply + 1');
    await query(database.url, `UPDATE token_balance SET balance = balance + 1`);
    await query(database.url, `UPDATE state_version SET row = '{}' WHERE projection = 'token'`);
    await replay(db, chain.network, 'token', nothing);
    const {differences: left} = await verify(db, chain.network, nothing);
    expect(left.map(({table}) => table)).toEqual(['token_balance']);
    await replay(db, chain.network, undefined, nothing);
    expect((await verify(db, chain.network, nothing)).differences).toEqual([]);
    await index();
  });

  test(`each of ${CORRUPTIONS} rows changed, removed or invented behind its back is found and named`, async () => {
    const random = new Random('corruption', SEED);
    for (let i = 0; i < CORRUPTIONS; i++) {
      const corruption = await corrupt(database.url, random);
      const {table, id, what} = corruption;
      const {differences: found} = await verify(db, chain.network, nothing);
      expect({what, found: found.map((one) => [one.table, one.rows, one.first])}).toEqual({
        what,
        found: [[table, 1, id]],
      });
      if (what !== 'removed' && what !== 'invented') expect(found[0]?.fields.map(({field}) => field)).toEqual([what]);
      await corruption.undo();
    }
    expect((await verify(db, chain.network, nothing)).differences).toEqual([]);
  });

  test(`of ${TRIALS} logs with one record dropped, doubled or out of place, at least 99 in 100 are seen to be so`, async () => {
    const seenBy = mutationTrials(await logOf(db), chain.network, new Random('mutation', SEED), TRIALS);
    console.info(`seed ${SEED}: the first to see it: ${JSON.stringify(seenBy)}`);
    expect(seenBy.nobody * 100).toBeLessThanOrEqual(TRIALS);
    // The log's own digest sees everything; most is seen without it.
    expect(seenBy.log).toBeLessThan(TRIALS / 2);
  });

  test('a decoder that comes later heals what was unrecognized', async () => {
    const rules = CONTRACTS.get('said')?.rules as Map<string, unknown>;
    const key = ruleKey(events.Deposit.topic, 3);
    const rule = rules.get(key);
    expect(rules.delete(key)).toBe(true);
    try {
      await replay(db, chain.network, undefined, nothing);
    } finally {
      rules.set(key, rule);
    }
    const count = 'SELECT sum(count)::int AS n FROM unrecognized_topic';
    const [ignorant] = await query<{n: number}>(database.url, count);
    await replay(db, chain.network, undefined, nothing);
    const [healed] = await query<{n: number}>(database.url, count);
    expect(ignorant?.n).toBeGreaterThan(healed?.n ?? 0);
    await index();
    expect(differences(await dumpRows(database.url), original)).toEqual([]);
  });

  test('a log that cannot be folded is said to be so, and a replay of it changes nothing', async () => {
    await query(database.url, 'ALTER TABLE event_record DISABLE TRIGGER ALL');
    const [{id} = {id: ''}] = await query<{id: string}>(
      database.url,
      `SELECT r.id FROM event_record r JOIN transfer t ON t.id = r.id
       WHERE t.from = '0x${'0'.repeat(40)}' ORDER BY r.id LIMIT 1`,
    );
    const [record] = await query<{row: object}>(
      database.url,
      `DELETE FROM event_record WHERE id = '${id}' RETURNING to_jsonb(event_record) AS row`,
    );
    const before = await dumpEverything(database.url);
    expect((await verify(db, chain.network, nothing)).brokenLog).toContain(
      'explains more AID than its transaction minted',
    );
    await expect(replay(db, chain.network, undefined, nothing)).rejects.toThrow(InvariantError);
    expect(differences(await dumpEverything(database.url), before)).toEqual([]);
    await query(
      database.url,
      'INSERT INTO event_record SELECT * FROM jsonb_populate_record(NULL::event_record, $1::jsonb)',
      [JSON.stringify(record?.row)],
    );
    await query(database.url, 'ALTER TABLE event_record ENABLE TRIGGER ALL');
    expect((await verify(db, chain.network, nothing)).differences).toEqual([]);
  });
});
