import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {PROJECT_DIR} from './config';
import {embeddedHome, forgetEmbeddedPostgres} from './postgres/embedded';
import {waitFor} from './postgres/pid';

const CLI = path.join(PROJECT_DIR, 'lib', 'cli.js');
const root = mkdtempSync(path.join(tmpdir(), 'up-'));
const dataDir = path.join(root, 'data');
const ARGUMENTS = ['up', '--days', '2', '--port', '0'];

const environment = (values: Record<string, string> = {}) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DB_URL|RPC_|GATEWAY_|npm_)/.test(name))),
  DATA_DIR: dataDir,
  ...values,
});

/** Runs a command to its end. */
function run(args: string[], values: Record<string, string> = {}): {code: number | null; out: string; err: string} {
  const ended = spawnSync(process.execPath, [CLI, ...args], {
    env: environment(values),
    encoding: 'utf8',
    timeout: 100_000,
  });
  return {code: ended.status, out: ended.stdout, err: ended.stderr};
}

const children: ChildProcess[] = [];

/** Starts `up` and waits for its answers. */
async function start(command: readonly string[] = [process.execPath, CLI, ...ARGUMENTS]) {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {env: environment(), cwd: PROJECT_DIR, stdio: ['ignore', 'pipe', 'pipe']});
  children.push(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (out += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const isReady = await waitFor(
    () => out.includes('Ctrl-C stops'),
    100_000,
    () => child.exitCode !== null,
  );
  if (!isReady) throw new Error(`up did not get ready: ${out}${err}`);
  return {child, ended, out, url: /http:\/\/\S+(?=\/graphql)/.exec(out)?.[0] ?? ''};
}

/** Processes of this data directory, by their environment or what they run. */
function processes(): string[] {
  const home = embeddedHome(dataDir);
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && parseInt(pid, 10) !== process.pid)
    .flatMap((pid) => {
      const read = (file: string) => {
        try {
          return readFileSync(`/proc/${pid}/${file}`, 'utf8');
        } catch {
          return '';
        }
      };
      const command = read('cmdline').replaceAll('\0', ' ').trim();
      const isOurs = read('environ').includes(`DATA_DIR=${dataDir}\0`) || command.includes(home);
      return isOurs && command !== '' ? [`${pid} ${command}`] : [];
    });
}

async function expectNothingLeft(): Promise<void> {
  await waitFor(() => processes().length === 0, 10_000);
  expect(processes()).toEqual([]);
}

const headOf = (): unknown => {
  const {chains} = JSON.parse(run(['status', '--json']).out) as {chains: {indexedHeight: number; headHeight: number}[]};
  return chains.map(({indexedHeight, headHeight}) => ({indexedHeight, headHeight}));
};

// A test that fails must not leave a process that the whole run waits for.
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGINT');
  await waitFor(() => processes().length === 0, 20_000);
});

afterAll(() => {
  forgetEmbeddedPostgres(dataDir);
  rmSync(root, {recursive: true});
});

describe('bad input ends with one sentence and exit code 2, and leaves nothing behind', () => {
  const silent = createServer(() => undefined);
  let silentUrl = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    silentUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/secret-key`;
  });
  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
  });

  test.each<[string, string[], () => Record<string, string>, RegExp]>([
    ['a malformed port', ['up'], () => ({HTTP_PORT: 'x'}), /^gaib-squid: HTTP_PORT is 'x', but accepted is/],
    ['a port in use', ['up'], () => ({HTTP_PORT: new URL(silentUrl).port}), /^gaib-squid: The port \d+ is in use/],
    ['no endpoint', ['process', '--network', 'base'], () => ({}), /^gaib-squid: RPC_BASE is not set/],
    [
      'an unknown network',
      ['up', '--network', 'nowhere'],
      () => ({}),
      /^gaib-squid: The network 'nowhere' has no file/,
    ],
    [
      'a database that refuses',
      ['serve', '--port', '0'],
      () => ({DB_URL: 'postgres://u:pw12345@127.0.0.1:1/x'}),
      /nothing listens/,
    ],
    ['too many days', ['up', '--days', '9999'], () => ({}), /argument '9999' is invalid/],
  ])('%s', (_case, args, values, message) => {
    const {code, out, err} = run(args, values());
    expect({code, out}).toEqual({code: 2, out: ''});
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at |pw12345/m);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('an RPC that is silent for 10 s', async () => {
    const child = spawn(process.execPath, [CLI, 'process', '--network', 'base'], {
      env: environment({RPC_BASE: silentUrl}),
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2);
    expect(err).toMatch(/^gaib-squid: RPC_BASE does not answer \(.* was silent for 10 s\)/);
    expect(err).not.toContain('secret-key');
    expect(existsSync(dataDir)).toBe(false);
  });
});

test('up answers the questions, is alone, and Ctrl-C leaves no process behind', async () => {
  const {child, ended, out, url} = await start();
  for (const name of ['AID backing', 'sAID NAV', 'sAID APY', 'Revenue']) expect(out).toContain(name);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(run(ARGUMENTS)).toMatchObject({code: 75, err: expect.stringContaining('Another gaib-squid up') as string});
  expect(headOf()).toEqual([{indexedHeight: 39, headHeight: 39}]);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  await expectNothingLeft();
});

test('it resumes after a kill -9, which leaves no process behind either', async () => {
  const {child, ended} = await start();
  child.kill('SIGKILL');
  await ended;
  await expectNothingLeft();
  expect(run([...ARGUMENTS, '--once'])).toMatchObject({code: 0});
  expect(headOf()).toEqual([{indexedHeight: 39, headHeight: 39}]);
  await expectNothingLeft();
});

test('a signal for npm, which ends at its shell, stops everything', async () => {
  const {child, ended} = await start(['npm', 'run', '--silent', 'up', '--', ...ARGUMENTS.slice(1)]);
  child.kill('SIGTERM');
  await ended;
  await expectNothingLeft();
});
