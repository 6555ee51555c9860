import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import path from 'node:path';
import {childEnvironment, PROJECT_DIR} from '../config';
import {METHODOLOGY} from '../domain/methodology';
import {closesAt} from '../publish/closes';
import {publishAll} from '../publish/publish';
import {takePublisherLock} from '../publish/publisherLock';
import {openSource} from '../publish/session';
import {writeHistory} from '../server-extension/fixture/history';
import {query} from '../test/harness/committed';
import {differences, dumpRows} from '../test/harness/rows';
import {until} from '../test/harness/until';
import {createTestDatabase, type TestDatabase} from '../test/postgres';

const CLI = path.join(PROJECT_DIR, 'lib', 'cli.js');
const LIMIT_MS = 60_000;
const KILLS = process.env['FULL'] === '1' ? 2 : 1;

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await writeHistory(database.url);
});
afterEach(() => database.drop());

const publish = (...args: string[]) => {
  const {status, stdout, stderr} = spawnSync(process.execPath, [CLI, 'publish', ...args], {
    encoding: 'utf8',
    env: childEnvironment({DB_URL: database.url}),
  });
  return {status, stdout, stderr};
};

const publishedDays = async (): Promise<number> =>
  (await query<{days: number}>(database.url, 'SELECT count(*)::int AS days FROM published_day'))[0]?.days ?? 0;

function start(): {child: ChildProcess; ended: Promise<unknown>} {
  const child = spawn(process.execPath, [CLI, 'publish'], {
    stdio: 'ignore',
    env: childEnvironment({DB_URL: database.url}),
  });
  return {child, ended: new Promise((resolve) => child.once('exit', resolve))};
}

test('a publisher that is killed goes on without a gap or a duplicate: the rows of one that never was', async () => {
  for (let killed = 0; killed < KILLS; killed++) {
    const before = await publishedDays();
    const {child, ended} = start();
    const isOn = async () => ((await publishedDays()) > before ? true : undefined);
    await until('a batch published', isOn, LIMIT_MS, () => 'none');
    child.kill('SIGKILL');
    await ended;
  }
  const left = 115 - (await publishedDays());
  const {status, stdout} = publish('--json');
  expect([status, JSON.parse(stdout)]).toMatchObject([0, {chainId: 31337, days: left, restatements: 0, left: 0}]);
  expect(left).toBeGreaterThan(0);

  const undisturbed = await createTestDatabase();
  await writeHistory(undisturbed.url);
  const source = await openSource(undisturbed.url);
  await publishAll(source, {closesAt, methodology: METHODOLOGY, log: {}});
  await source.destroy();
  expect(differences(await dumpRows(database.url), await dumpRows(undisturbed.url))).toEqual([]);
  await undisturbed.drop();
});

test('what was published and is computed otherwise now ends the check with exit code 1', async () => {
  expect(publish('--json').status).toBe(0);
  const same = publish('--check', '--json');
  expect([same.status, JSON.parse(same.stdout)]).toEqual([0, {chainId: 31337, differences: []}]);
  await query(
    database.url,
    `UPDATE state_version SET row = row || '{"totalSupply": "n:5"}'
    WHERE projection = 'token' AND height <= 300`,
  );
  const changed = publish('--check');
  expect([changed.status, changed.stdout]).toEqual([1, expect.stringContaining('  supply.total : ')]);
});

test('while another process publishes it is busy; where nothing is indexed there is nothing to publish', async () => {
  const lock = await takePublisherLock(database.url, 31337);
  expect(publish()).toMatchObject({status: 75, stdout: ''});
  await lock.release();
  await query(database.url, 'DELETE FROM chain');
  expect(publish()).toMatchObject({status: 2, stdout: ''});
});
