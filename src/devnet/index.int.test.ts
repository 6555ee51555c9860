import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gunzipSync, gzipSync} from 'node:zlib';
import {parseNetwork} from '../chain/networks';
import {UserError} from '../domain/errors';
import * as staffModule from './accounts';
import {startDevnet, type Devnet, type DevnetOptions} from './index';
import {DAYS, reportsIn, run} from './fixture/localRuns';
import {recordingPath} from './recording';
import {Rpc} from './rpc';
import {runFolder} from './runs';
import {MAX_BLOCKS} from './scenario/calendar';

const folders: string[] = [];

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gaib-squid-devnet-'));
  folders.push(folder);
  return folder;
}

describe('the local chain', () => {
  const dataDir = emptyFolder();
  const file = recordingPath(runFolder(dataDir, 1, DAYS));
  let first: Omit<Devnet, 'stop'>;

  beforeAll(async () => {
    first = await run({dataDir});
  });

  afterAll(() => {
    for (const folder of folders) rmSync(folder, {recursive: true, force: true});
  });

  it('is the same chain for the same seed, in another place, with the same reports', async () => {
    const place = emptyFolder();
    const again = await run({dataDir: place});
    expect([again.resumed, again.headHash]).toEqual([false, first.headHash]);
    expect(reportsIn(dataDir).size).toBe(2);
    expect(reportsIn(place)).toEqual(reportsIn(dataDir));
  });

  it('forgets the reports of a chain with the chain', async () => {
    const place = emptyFolder();
    await run({dataDir: place});
    await run({dataDir: place, days: 2, fresh: true});
    expect(reportsIn(place).size).toBe(0);
  });

  it('is another chain for another seed', async () => {
    const other = await run({dataDir: emptyFolder(), seed: 2});
    expect(other.headHash).not.toBe(first.headHash);
    expect(other.network).toEqual(first.network);
  });

  it('resumes to the same head by executing what was recorded', async () => {
    const phases = new Set<string>();
    const again = await run({dataDir, onProgress: ({phase}) => phases.add(phase)});
    expect([again.resumed, again.headHeight, again.headHash]).toEqual([true, first.headHeight, first.headHash]);
    expect([...phases]).toEqual(['resume']);
  });

  it('stays under the block limit and writes a network and labels for it', () => {
    expect(first.headHeight).toBe(23 + 8 * DAYS);
    expect(first.headHeight).toBeLessThan(MAX_BLOCKS);
    expect(JSON.parse(readFileSync(first.networkPath, 'utf8'))).toEqual(first.network);
    const labels = JSON.parse(readFileSync(first.labelsPath, 'utf8')) as Record<string, {class: string}>;
    const classes = new Set(Object.values(labels).map((label) => label.class));
    expect(classes).toEqual(new Set(['PROTOCOL', 'DEX', 'LENDING', 'AI_SERVICE', 'EXCHANGE', 'BRIDGE', 'TREASURY']));
    expect(Object.keys(labels).every((address) => /^0x[0-9a-f]{40}$/.test(address))).toBe(true);
  });

  it('labels every contract and every account that holds a role', () => {
    const labels = JSON.parse(readFileSync(first.labelsPath, 'utf8')) as Record<string, unknown>;
    const staff = Object.values(staffModule).filter((value) => typeof value === 'string');
    expect(staff.length).toBeGreaterThan(15);
    const unknown = [...staff, ...Object.values(first.protocol.address)].filter((one) => labels[one] === undefined);
    expect(unknown).toEqual([]);
  });

  it('writes terms that a network file may carry, two of them for T-bills', () => {
    const {parameters} = parseNetwork(first.network, first.networkPath);
    const tbills = parameters.haircuts.filter(({component}) => component === 'TBILL');
    expect(tbills.map(({fromBlock, bps}) => [fromBlock, bps])).toEqual([
      [0, 200],
      [24 + 8 * 121, 50],
    ]);
    expect(parameters.priceDeviation?.minSources).toBe(2);
  });

  it('asks for a new chain when another version made the recorded one', async () => {
    const place = emptyFolder();
    await run({dataDir: place, days: 1});
    const path = recordingPath(runFolder(place, 1, 1));
    const [start = '', ...rest] = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
    writeFileSync(path, gzipSync([start.replace(/"format":\d+/, '"format":1'), ...rest].join('\n')));
    await expect(run({dataDir: place, days: 1})).rejects.toThrow(/another version of gaib-squid.*--fresh/);
    expect((await run({dataDir: place, days: 1, fresh: true})).resumed).toBe(false);
  });

  it('leaves nothing of a stopped node behind', () => {
    expect(readdirSync(join(dataDir, 'devnet'))).toEqual([`1-${DAYS}`]);
  });

  it('refuses another seed or length in the same place, and forgets on demand', async () => {
    const place = emptyFolder();
    await run({dataDir: place, days: 1});
    await expect(run({dataDir: place, days: 1, seed: 9})).rejects.toThrow(
      /--seed 1 --days 1, not --seed 9 --days 1.*--fresh/,
    );
    await expect(run({dataDir: place, days: 2})).rejects.toThrow(UserError);
    expect((await run({dataDir: place, days: 2, fresh: true})).resumed).toBe(false);
  });

  it('ignores a recording that is cut off, and plays anew', async () => {
    const place = emptyFolder();
    const before = await run({dataDir: place, days: 1});
    const path = recordingPath(runFolder(place, 1, 1));
    const packed = readFileSync(path);
    const lines = gunzipSync(packed).toString('utf8').split('\n');
    for (const rest of [packed.subarray(0, packed.length / 2), gzipSync(`${lines.slice(0, 9).join('\n')}\n`)]) {
      writeFileSync(path, rest);
      const after = await run({dataDir: place, days: 1});
      expect([after.resumed, after.headHash]).toEqual([false, before.headHash]);
    }
  });

  it('names the first block of a recording that comes out different', async () => {
    const packed = readFileSync(file);
    const lines = gunzipSync(packed).toString('utf8').split('\n');
    const [timestamp, ...rest] = JSON.parse(lines[40] ?? '') as [number, ...unknown[]];
    lines[40] = JSON.stringify([timestamp + 1, ...rest]);
    writeFileSync(file, gzipSync(lines.join('\n')));
    await expect(run({dataDir})).rejects.toThrow(/block 40 is 0x.*--fresh/);
    writeFileSync(file, packed);
  });

  it('refuses a port in use', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as {port: number}).port));
    });
    await expect(run({dataDir, port})).rejects.toThrow(new RegExp(`Port ${port} .* choose another`));
    server.close();
  });

  it('goes on live, and resumes what it mined then', async () => {
    const place = emptyFolder();
    let live = 0;
    const onProgress: DevnetOptions['onProgress'] = ({phase, done}) => (live = phase === 'live' ? done : live);
    const devnet = await startDevnet({dataDir: place, days: 2, live: true, liveIntervalMs: 20, onProgress});
    while (live < devnet.headHeight + 6) await new Promise((resolve) => setTimeout(resolve, 20));
    await devnet.stop();
    const again = await startDevnet({dataDir: place, days: 2});
    const head = await new Rpc(again.rpcUrl).call<{number: string; timestamp: string}>(
      'eth_getBlockByNumber',
      'latest',
      false,
    );
    expect(again.headHeight).toBeGreaterThanOrEqual(live);
    expect(Number(head.timestamp)).toBe(Date.UTC(2025, 9, 31) / 1000 + (again.headHeight - 24) * 10_800);
    await again.stop();
  });

  it('stops on demand while it plays', async () => {
    const place = emptyFolder();
    const stopping = new AbortController();
    const reason = new Error('stopped');
    const onProgress = ({done}: {done: number}): void => void (done === 40 && stopping.abort(reason));
    await expect(startDevnet({dataDir: place, days: 365, onProgress, signal: stopping.signal})).rejects.toBe(reason);
    expect(readdirSync(join(place, 'devnet'))).toEqual([]);
  });
});
