import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {ModuleKind, ScriptTarget, transpileModule} from 'typescript';
import {PROJECT_DIR} from '../config';
import {startAnvil} from './anvil';
import {Rpc} from './rpc';

/** What a program needs that starts anvil and nothing else. */
const MODULES = ['devnet/anvil', 'devnet/freePort', 'devnet/rpc', 'domain/errors'];

function compileInto(folder: string): void {
  for (const name of MODULES) {
    const source = readFileSync(join(PROJECT_DIR, 'src', `${name}.ts`), 'utf8');
    const path = join(folder, `${name}.js`);
    mkdirSync(dirname(path), {recursive: true});
    // Older targets have functions for classes, of which a subclass of Error is no instance of itself.
    const compilerOptions = {module: ModuleKind.CommonJS, target: ScriptTarget.ES2022};
    writeFileSync(path, transpileModule(source, {compilerOptions}).outputText);
  }
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 250 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('anvil', () => {
  it('has the chain id, the first timestamp and the two blocks of finality asked for', async () => {
    const anvil = await startAnvil({chainId: 1, genesisTimestamp: 1_700_000_000});
    try {
      const rpc = new Rpc(anvil.url);
      expect(await rpc.call('eth_chainId')).toBe('0x1');
      for (let i = 0; i < 5; i++) await rpc.call('evm_mine');
      const heightOf = async (tag: string): Promise<number> =>
        Number((await rpc.call<{number: string}>('eth_getBlockByNumber', tag, false)).number);
      expect(Number((await rpc.call<{timestamp: string}>('eth_getBlockByNumber', '0x0', false)).timestamp)).toBe(
        1_700_000_000,
      );
      expect(await Promise.all(['latest', 'safe', 'finalized'].map(heightOf))).toEqual([5, 4, 3]);
    } finally {
      await anvil.stop();
    }
  });

  it('is gone once stopped', async () => {
    const anvil = await startAnvil();
    expect(isAlive(anvil.pid)).toBe(true);
    await anvil.stop();
    expect(isAlive(anvil.pid)).toBe(false);
  });

  it('names the package that is missing, and what replaces it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gaib-squid-parent-'));
    compileInto(folder);
    const program = `require('./devnet/anvil').startAnvil().catch((error) => console.log(error.name, error.message))`;
    const {stdout} = spawnSync(process.execPath, ['-e', program], {cwd: folder, encoding: 'utf8', env: {}});
    expect(stdout).toMatch(/^UserError The package @foundry-rs\/anvil-linux-amd64 is not installed .*RPC_<NAME>\.\n$/);
    rmSync(folder, {recursive: true, force: true});
  });

  it('dies with the process that started it, its states too, even when that is killed hard', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gaib-squid-parent-'));
    compileInto(folder);
    const program = `require('./devnet/anvil').startAnvil({statesPrefix: './states-'}).then((anvil) => console.log(anvil.pid))`;
    const parent = spawn(process.execPath, ['-e', `${program}; setInterval(() => 0, 1000)`], {
      cwd: folder,
      env: {...process.env, NODE_PATH: join(PROJECT_DIR, 'node_modules')},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve, reject) => {
      parent.stdout.once('data', (text) => resolve(Number(text)));
      parent.once('exit', (code) => reject(new Error(`The program ended with ${code} before its chain had started.`)));
    });
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    const states = (): string[] => readdirSync(folder).filter((name) => name.startsWith('states-'));
    await until(() => !isAlive(pid) && states().length === 0);
    expect([isAlive(pid), states()]).toEqual([false, []]);
    rmSync(folder, {recursive: true, force: true});
  });
});
