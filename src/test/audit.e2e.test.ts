import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {Client} from 'pg';
import {auditBlock, type AuditedBlock} from '../audit/audit';
import {AuditNode} from '../audit/node';
import {heldPlaces, samplePlaces} from '../audit/places';
import {childEnvironment, PROJECT_DIR} from '../config';
import type {Network} from '../chain/networks';
import {Random} from '../devnet/random';
import {UserError} from '../domain/errors';
import {auditedHistory} from './harness/auditedHistory';
import {AUDITED_FACTS, AUDITED_PROJECTIONS, corruptAudited, shiftStakingNav} from './harness/auditedCorruption';
import {TestChain, type ForkPoint} from './harness/chain';
import {query} from './harness/committed';
import {Squid} from './harness/squid';
import {createTestDatabase, type TestDatabase} from './postgres';

/** Each run has another seed; SEED repeats one. */
const SEED = parseInt(process.env['SEED'] ?? `${Date.now() % 1_000_000}`, 10);
const FULL = process.env['FULL'] === '1';
const CLI = path.join(PROJECT_DIR, 'lib', 'cli.js');
const BLOCKS = FULL ? 120 : 30;
const CORRUPTIONS = FULL ? 400 : 30;
const PASTS = FULL ? 50 : 6;

let chain: TestChain;
let database: TestDatabase;
let db: Client;
let node: AuditNode;
let beforeHead: ForkPoint;
let silentStep: number;

const auditAt = (height: number): Promise<AuditedBlock> => auditOf(chain.network, height);

async function auditOf(network: Network, height: number): Promise<AuditedBlock> {
  const [place] = await heldPlaces(db, network, [height]);
  return auditBlock(db, network, node, place ?? {height, hash: ''}, () => undefined);
}

beforeAll(async () => {
  chain = await TestChain.start();
  ({silentStep, beforeHead} = await auditedHistory(chain, SEED, BLOCKS));
  database = await createTestDatabase();
  const {height, hash} = await chain.head();
  const squid = Squid.start({networkFile: chain.networkFile(), rpcUrl: chain.url, dbUrl: database.url, to: height});
  await squid.untilHead(31337, hash);
  await squid.untilEnded();
  db = new Client({connectionString: database.url});
  await db.connect();
  node = new AuditNode(chain.url, 31337);
});
afterAll(async () => {
  node.close();
  await db.end();
  await chain.stop();
  await database.drop();
});

describe(`seed ${SEED}`, () => {
  test('an undisturbed index is what the chain says, at its head and at past blocks', async () => {
    const {height} = await chain.head();
    const head = await auditAt(height);
    expect(head.differences).toEqual([]);
    for (const [subject, count] of Object.entries(head.compared)) expect([subject, count > 0]).toEqual([subject, true]);
    for (const place of await samplePlaces(db, chain.network, PASTS, SEED))
      expect((await auditBlock(db, chain.network, node, place, () => undefined)).differences).toEqual([]);
  });

  test('a step that no log told is no false alarm: NAVs are compared at the newest block that was read', async () => {
    const nav = (height: number) => chain.protocol.view<bigint>(chain.rpc, 'said', 'stakingNav', [], height);
    expect(await nav(silentStep)).not.toBe(await nav(silentStep - 1));
    expect(await auditAt(silentStep)).toMatchObject({differences: []});
    const change = (by: string) => shiftStakingNav(database.url, silentStep, by);
    await change('+ 1');
    const {differences} = await auditAt(silentStep);
    await change('- 1');
    expect(differences).toMatchObject([{projection: 'stakingVault', field: 'stakingNav', block: silentStep - 1}]);
  });

  test('a view that the contract lacks is told as not compared, and a row of another shape as a difference', async () => {
    const {height} = await chain.head();
    const {usdc, said} = chain.protocol.address;
    const contracts = chain.network.contracts.map((one) => (one.address === said ? {...one, address: usdc} : one));
    const bare = {...chain.network, contracts: contracts.filter(({role}) => role !== 'reserveAsset')};
    const {notCompared} = await auditOf(bare, height);
    expect(notCompared).toContainEqual(
      expect.objectContaining({subject: 'queue', reason: expect.stringMatching(/reverts|no such view/) as string}),
    );
    const [version] = await query<{id: string; row: object}>(
      database.url,
      `SELECT id, row FROM state_version WHERE projection = 'stakingVault' ORDER BY height DESC LIMIT 1`,
    );
    const put = (row: object | undefined) =>
      query(database.url, 'UPDATE state_version SET row = $2 WHERE id = $1', [version?.id, JSON.stringify(row)]);
    await put({...version?.row, cumulativeDeployed: null});
    const {differences} = await auditAt(height);
    await put(version?.row);
    expect(differences).toMatchObject([{subject: 'vault', field: 'shape'}]);
  });

  test(`each of ${CORRUPTIONS} versions changed, removed or invented behind its back is found and named`, async () => {
    const random = new Random('audited', SEED);
    const seen = new Set<string>();
    const missed: object[] = [];
    for (let i = 0, next = 0; i < CORRUPTIONS; next++) {
      // Each projection in turn; what a draw cannot be held against is drawn again.
      const projection = AUDITED_PROJECTIONS[next % AUDITED_PROJECTIONS.length] ?? '';
      const corruption = await corruptAudited(database.url, random, projection);
      if (corruption === undefined) continue;
      i += 1;
      const {what, key, field, height} = corruption;
      const {differences} = await auditAt(height);
      const named = differences.filter((one) => one.projection === projection && one.row === key);
      await corruption.undo();
      if (named.some((one) => one.field.includes(field))) seen.add(projection);
      else missed.push({what, projection, key, height, differences});
    }
    expect(missed).toEqual([]);
    expect(seen.size).toBeGreaterThan(12);
    expect((await auditAt((await chain.head()).height)).differences).toEqual([]);
  });

  test.each(AUDITED_FACTS)(
    'a fact of %s whose %s is wrong where %s is named',
    async (table, column, which, projection, field) => {
      const [fact] = await query<{id: string; height: number}>(
        database.url,
        `SELECT id, height FROM ${table} WHERE ${which} ORDER BY record DESC LIMIT 1`,
      );
      const move = (by: number) =>
        query(database.url, `UPDATE ${table} SET ${column} = ${column} + ${by} WHERE id = $1`, [fact?.id]);
      await move(1);
      const {differences} = await auditAt(fact?.height ?? 0);
      await move(-1);
      expect(differences).toEqual(expect.arrayContaining([expect.objectContaining({projection, field})]));
    },
  );

  test('a block that is not held is refused with the range that is', async () => {
    const {height} = await chain.head();
    const refused = heldPlaces(db, chain.network, [height, 999_999]);
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(`Block 999999 of local is not held; held are from 1 to ${height}.`);
  });

  test('the command prints one document, ends with 1 where something differs, and says so', async () => {
    const {height} = await chain.head();
    const audit = () => {
      const args = ['audit', '--network', 'local', '--block', `${height}`, '--json'];
      const env = childEnvironment({DB_URL: database.url, RPC_LOCAL: chain.url, DATA_DIR: chain.dir});
      const {status, stdout, stderr} = spawnSync(process.execPath, [CLI, ...args], {env, encoding: 'utf8'});
      return {status, stderr, document: JSON.parse(stdout) as {network: string; blocks: AuditedBlock[]}};
    };
    expect(audit()).toMatchObject({status: 0, document: {network: 'local', blocks: [{height, differences: []}]}});
    const wrong = (by: string) =>
      query(database.url, `UPDATE transfer SET amount = amount ${by} WHERE id = (SELECT max(id) FROM transfer)`);
    await wrong('+ 1');
    const {status, stderr, document} = audit();
    await wrong('- 1');
    expect(status).toBe(1);
    expect(stderr).toContain('values of local differ from the chain');
    expect(document.blocks[0]?.differences.map(({projection}) => projection)).toContain('transfer');
  });

  test('a node on another branch is refused', async () => {
    const {height, hash} = await chain.head();
    await chain.forkAt(beforeHead);
    await chain.mine();
    const refused = auditAt(height);
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(`does not know block ${height} ${hash}`);
    expect((await auditAt(height - 1)).differences).toEqual([]);
  });
});
