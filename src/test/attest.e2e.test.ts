import {Client} from 'pg';
import {parseReports} from '../attestation/reportFile';
import {submitReports} from '../attestation/submit';
import {decode} from '../chain/decode';
import {Random} from '../devnet/random';
import {isoTime} from '../domain/bucket';
import {attestationFact} from '../domain/attestedReport';
import type {ReportRecord} from '../domain/record';
import {REPORTS} from './attested';
import {BOB, Cast, WAD} from './harness/cast';
import {TestChain} from './harness/chain';
import {query} from './harness/committed';
import {forkStory} from './harness/forkStory';
import {columnOf, differences, dumpRows} from './harness/rows';
import {Squid} from './harness/squid';
import {createTestDatabase, type TestDatabase} from './postgres';

/** Reports of the local chain published at these instants, unix seconds; each has an issuer of its own. */
const published = (...instants: number[]) =>
  parseReports(
    instants.map((at, i) => ({
      ...(Object.values(REPORTS)[i % 4] ?? REPORTS.ASSET_PARTIES),
      ...{asOf: isoTime(at - 60), publishedAt: isoTime(at), issuer: `issuer ${i}`, assurance: 'SELF_REPORTED'},
      ...(i % 4 === 1 ? {asOf: isoTime(at)} : {}),
    })),
    'test.json',
  );

const STAMPS = `SELECT id, height, block_hash AS hash FROM event_record WHERE kind = 'REPORT' ORDER BY id`;
interface Stamp {
  id: string;
  height: number;
  hash: string;
}

// ... - 18 - 19 - 20 +- 21 - 22 - 23 (25 s after 20) - 24       A, 12 s a block
//                    +- 21 - 22 (25 s after 20) - ... - 26      B, 13 s a block
test('a fork takes the stamp of a report back, and the winning branch folds it with its own block', async () => {
  const rows = await forkStory(
    async ({chain, cast, fork, indexed, rows: current}) => {
      await chain.mineTo(24);
      await indexed();
      expect(columnOf(await current(), 'attested_report', 'height')).toEqual([18, 23]);
      await chain.forkAt(fork);
      await chain.mine(cast.mint(BOB, WAD));
      await chain.mineTo(26);
    },
    async (dbUrl, chain) => {
      const {timestamp} = await chain.head();
      await submitReports(dbUrl, published(timestamp - 30, timestamp + 25, timestamp + 1_000_000));
    },
  );
  expect(columnOf(rows, 'attested_report', 'height')).toEqual([18, 22]);
  expect(columnOf(rows, 'attested_report', 'issuer')).toEqual(['issuer 0', 'issuer 1']);
  expect(columnOf(rows, 'attestation_inbox', 'issuer')).toHaveLength(3);
});

describe('on a chain of its own', () => {
  let chain: TestChain;
  let database: TestDatabase;
  const running: Squid[] = [];
  beforeEach(async () => {
    chain = await TestChain.start();
    await chain.mine(...new Cast(chain.protocol).arrive());
    database = await createTestDatabase();
  });
  afterEach(async () => {
    for (const squid of running.splice(0)) await squid.stop();
    await chain.stop();
    await database.drop();
  });

  function start(dbUrl: string, to?: number): Squid {
    const squid = Squid.start({networkFile: chain.networkFile(), rpcUrl: chain.url, dbUrl, ...(to ? {to} : {})});
    running.push(squid);
    return squid;
  }

  test('a report handed in late goes into the next block, keeps its publication, and survives a fork', async () => {
    await chain.mineTo(20);
    const squid = start(database.url);
    await squid.untilHead(31337, (await chain.head()).hash);
    const publishedAt = (await chain.head()).timestamp - 100;
    await submitReports(database.url, published(publishedAt));
    expect(await query(database.url, STAMPS)).toEqual([]);
    const fork = await chain.forkPoint();
    await chain.mine();
    await squid.untilHead(31337, (await chain.head()).hash);
    const [lost] = await query<Stamp>(database.url, STAMPS);
    expect(lost).toEqual({id: '31337-0000000021-A00000', height: 21, hash: (await chain.head()).hash});
    await chain.forkAt(fork);
    await chain.mineTo(23);
    await squid.untilHead(31337, (await chain.head()).hash);
    const stamps = await query<Stamp>(database.url, STAMPS);
    expect(stamps).toMatchObject([{id: '31337-0000000021-A00000', height: 21}]);
    expect(stamps[0]?.hash).not.toBe(lost?.hash);
    const kept = await query(database.url, 'SELECT height, published_at, record FROM attested_report');
    expect(kept).toEqual([{height: 21, published_at: new Date(publishedAt * 1000), record: stamps[0]?.id}]);
  });

  test('any cut of the chain into runs stamps the same records, and each says the same when it is read again', async () => {
    const random = new Random('attest', Date.now() % 1_000_000);
    await chain.mineTo(60);
    const {timestamp} = await chain.head();
    const reports = published(...Array.from({length: 12}, () => timestamp - random.int(0, 800)));
    const whole = await createTestDatabase();
    for (const {url} of [database, whole]) await submitReports(url, reports);
    expect(await start(whole.url, 60).untilEnded()).toBe(0);
    for (let to = random.int(1, 20); to < 60; to += random.int(1, 20))
      expect(await start(database.url, to).untilEnded()).toBe(0);
    expect(await start(database.url, 60).untilEnded()).toBe(0);
    expect(await query(database.url, STAMPS)).toHaveLength(12);
    expect(differences(await dumpRows(database.url), await dumpRows(whole.url))).toEqual([]);
    await whole.drop();
    await expectReplayable();
  });

  /** What the log alone says must be the rows of the register. */
  async function expectReplayable(): Promise<void> {
    const db = new Client({connectionString: database.url});
    await db.connect();
    const records = await db.query<Omit<ReportRecord, 'at'> & {at: Date}>(
      `SELECT kind, id, chain_id AS "chainId", height, block_hash AS "blockHash", at, address, data
       FROM event_record WHERE kind = 'REPORT' ORDER BY id`,
    );
    const rows = await db.query<{id: string; report: string; body: object; at: Date; published: Date}>(
      'SELECT id, report_id AS report, body, at, published_at AS published FROM attested_report ORDER BY id',
    );
    await db.end();
    const logged = records.rows.map((row) => ({...row, at: row.at.getTime() / 1000}));
    const said = decode(logged, chain.network).flatMap((event) =>
      event.type === 'ReportAttested' ? [attestationFact(event)] : [],
    );
    expect(rows.rows.length).toBeGreaterThan(0);
    expect(rows.rows).toEqual(
      said.map(({id, reportId, body, at, publishedAt}) => ({
        ...{id, report: reportId, body},
        ...{at: new Date(at * 1000), published: new Date(publishedAt * 1000)},
      })),
    );
  }
});
