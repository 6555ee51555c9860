import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {childEnvironment, PROJECT_DIR} from '../config';
import type {Report} from '../domain/report';
import {embeddedHome, forgetEmbeddedPostgres} from '../postgres/embedded';
import {waitFor} from '../postgres/pid';
import {REPORTS} from '../test/attested';
import {ask} from '../test/harness/api';

const CLI = path.join(PROJECT_DIR, 'lib', 'cli.js');
const root = mkdtempSync(path.join(tmpdir(), 'attest-'));
const dataDir = path.join(root, 'data');
const LIMIT_MS = 100_000;
let running: ChildProcess | undefined;

const environment = childEnvironment({DATA_DIR: dataDir, DB_URL: ''});

function attest(...args: string[]): {code: number | null; out: string; err: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, [CLI, 'attest', ...args], {
    ...{env: environment, encoding: 'utf8', timeout: LIMIT_MS},
  });
  return {code: status, out: stdout, err: stderr};
}

/** A report of the first day of the local chain, in a file. */
function fileOf(name: string, change: Partial<Report> = {}, folder = root): string {
  const file = path.join(folder, name);
  const times = {asOf: '2025-10-31T00:00:00Z', publishedAt: '2025-10-31T12:00:00Z'};
  writeFileSync(file, JSON.stringify({...REPORTS.ASSET_PARTIES, ...times, issuer: name, ...change}));
  return file;
}

afterAll(async () => {
  running?.kill('SIGINT');
  await waitFor(() => running === undefined || running.exitCode !== null, 20_000);
  forgetEmbeddedPostgres(dataDir);
  rmSync(root, {recursive: true});
});

test('what is refused, or only asked about, creates nothing', () => {
  const [good, bad] = [fileOf('good.json'), fileOf('bad.json', {subject: '0x12'})];
  const refused = attest(good, bad);
  expect({code: refused.code, out: refused.out}).toEqual({code: 2, out: ''});
  expect(refused.err).toBe(
    `gaib-squid: ${bad}: field subject is "0x12", expected the id of an asset, 0x and 64 lower-case hex digits.\n`,
  );
  const missing = path.join(root, 'nowhere.json');
  expect(attest(missing)).toMatchObject({code: 2, err: expect.stringContaining(`${missing} cannot be read`) as string});
  expect(attest('--dry-run', good)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^would be handed in {2}0x[0-9a-f]{64} {2}ASSET_PARTIES of 0x/) as string,
  });
  expect([existsSync(dataDir), existsSync(embeddedHome(dataDir))]).toEqual([false, false]);
});

test('reports may be handed in before their chain is indexed; the same again is said and not written', () => {
  const good = fileOf('good.json');
  const first = attest(good);
  expect({code: first.code, err: first.err}).toEqual({code: 0, err: ''});
  expect(first.out).toMatch(/^handed in {2}0x.*\nChain 31337 is not indexed in this database yet: its reports wait/);
  expect(attest('--dry-run', good).out).toMatch(/^already held {2}0x/);
  expect(attest(good)).toMatchObject({code: 0, out: expect.stringMatching(/^already held {2}0x.*\n$/) as string});
});

async function startUp(): Promise<string> {
  running = spawn(process.execPath, [CLI, 'up', '--days', '8', '--port', '0'], {
    ...{env: environment, cwd: PROJECT_DIR, stdio: ['ignore', 'pipe', 'pipe']},
  });
  let said = '';
  for (const stream of [running.stdout, running.stderr])
    stream?.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  const ready = (): boolean => said.includes('Ctrl-C stops');
  if (!(await waitFor(ready, LIMIT_MS, () => running?.exitCode != null))) throw new Error(`up did not start: ${said}`);
  return /http:\/\/\S+(?=\/graphql)/.exec(said)?.[0] ?? '';
}

test('up hands in what came with the local chain and folds it from its publication on; attest works beside it', async () => {
  const url = await startUp();
  const folder = path.join(dataDir, 'reports', 'local');
  const own = readdirSync(folder).flatMap(
    (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as object,
  );
  const register = `{ attestedReports(limit: 9, orderBy: record_ASC) { issuer publishedAt at body } }`;
  const {attestedReports} = await ask<{attestedReports: {issuer: string; publishedAt: string; at: string}[]}>(
    url,
    register,
  );
  expect(attestedReports[0]).toMatchObject({
    ...{issuer: 'good.json', publishedAt: '2025-10-31T12:00:00.000000Z', body: REPORTS.ASSET_PARTIES.body},
  });
  expect(own.length).toBeGreaterThan(0);
  expect(attestedReports).toHaveLength(1 + own.length);
  for (const {at, publishedAt} of attestedReports) {
    const waited = Date.parse(at) - Date.parse(publishedAt);
    expect(waited >= 0 && waited < 86_400_000).toBe(true);
  }
  const late = attest(fileOf('late.json'));
  expect({code: late.code, err: late.err}).toEqual({code: 0, err: ''});
  expect(late.out).toContain('Chain 31337 folds them with its first block at or after their publication');
  const inbox = '{ attestationInboxes(limit: 9, orderBy: sequence_ASC) { sequence issuer } }';
  const {attestationInboxes} = await ask<{attestationInboxes: {sequence: number; issuer: string}[]}>(url, inbox);
  expect(attestationInboxes.map(({sequence}) => sequence)).toEqual([...Array(own.length + 2).keys()].map((i) => i + 1));
  expect([attestationInboxes.at(0)?.issuer, attestationInboxes.at(-1)?.issuer]).toEqual(['good.json', 'late.json']);
});
