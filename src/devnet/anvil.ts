import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {UserError} from '../domain/errors';
import {freePort} from './freePort';
import {Rpc, UnreachableError} from './rpc';

const PLATFORM_PACKAGE = '@foundry-rs/anvil-linux-amd64';
const BLOCK_GAS_LIMIT = 3_000_000_000;

/** A running local chain. */
export interface Anvil {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** The first line of web3_clientVersion: part of what makes block hashes repeatable. */
  readonly version: string;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the process (SIGTERM, after 5 s SIGKILL) and deletes its temporary states. Safe to call twice. */
  stop(): Promise<void>;
}

/** What may differ between two local chains. */
export interface AnvilOptions {
  readonly chainId?: number;
  readonly port?: number;
  /** Unix seconds of block 0. */
  readonly genesisTimestamp?: number;
  readonly extraArgs?: readonly string[];
  /**
   * A folder for the states of old blocks is made at this path with a few letters appended, and deleted at the end; default:
   * in the system's place for temporary files. A state takes about 0.9 MB once there are a thousand accounts.
   */
  readonly statesPrefix?: string;
}

/** @throws UserError naming the missing package and what replaces it */
export function anvilPath(): string {
  try {
    return join(dirname(require.resolve(`${PLATFORM_PACKAGE}/package.json`)), 'bin', 'anvil');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new UserError(
      `The package ${PLATFORM_PACKAGE} is not installed (found: ${process.platform}-${process.arch}), so there is no local ` +
        'chain here: run npm ci on Linux x64, or index a network of your own with --network NAME and RPC_<NAME>.',
    );
  }
}

/**
 * Starts anvil on 127.0.0.1: blocks only when asked for, no fees, every sender unlocked, transactions mined in the order
 * sent. It lives in its own process group, so that Ctrl-C reaches it only through `stop`; when this process is killed
 * hard, a small shell waiting on a pipe from it sees the pipe close, kills anvil and deletes its states.
 * @throws UserError when the platform package is missing or the port is taken
 */
export async function startAnvil(options: AnvilOptions = {}): Promise<Anvil> {
  const binary = anvilPath();
  const port = await freePort(options.port);
  const stateDir = await mkdtemp(options.statesPrefix ?? join(tmpdir(), 'gaib-squid-chain-'));
  const child = spawn(binary, anvilArguments(port, stateDir, options), {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-2000)));
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      complaint += error.message;
      resolve();
    });
  });
  const pid = child.pid;
  const watch = pid === undefined ? undefined : watchParent(pid, stateDir);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= end(child, watch, ended, stateDir));
  const url = `http://127.0.0.1:${port}`;
  try {
    const version = await untilReady(new Rpc(url, 10_000), ended, () => complaint);
    child.unref();
    (child.stderr as unknown as {unref(): void}).unref();
    return {url, port, pid: pid ?? 0, version, ended, stop};
  } catch (error) {
    await stop();
    throw error;
  }
}

function anvilArguments(port: number, stateDir: string, options: AnvilOptions): string[] {
  const genesis = options.genesisTimestamp === undefined ? [] : ['--timestamp', String(options.genesisTimestamp)];
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--chain-id', String(options.chainId ?? 31337)],
    ...['--no-mining', '--order', 'fifo', '--slots-in-an-epoch', '1', '--hardfork', 'cancun'],
    ...['--base-fee', '0', '--gas-price', '0', '--disable-min-priority-fee', '--accounts', '0', '--auto-impersonate'],
    ...['--gas-limit', String(BLOCK_GAS_LIMIT), '--disable-code-size-limit', '--no-request-size-limit'],
    ...['--quiet', '--cache-path', stateDir, ...genesis, ...(options.extraArgs ?? [])],
  ];
}

/** A shell that clears up once the pipe from this process closes: the only part of us that outlives a SIGKILL. */
function watchParent(pid: number, stateDir: string): ChildProcess {
  const watch = spawn('/bin/sh', ['-c', 'read -r _; kill -KILL "$0"; rm -rf "$1"', String(pid), stateDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.once('error', () => watch.kill());
  watch.unref();
  (watch.stdin as unknown as {unref(): void}).unref();
  return watch;
}

async function untilReady(rpc: Rpc, ended: Promise<void>, complaint: () => string): Promise<string> {
  let over = false;
  void ended.then(() => (over = true));
  for (let attempt = 0; attempt < 500; attempt++) {
    if (over) throw new Error(`The local chain ended at its start.\nanvil: ${complaint().trim() || 'no message'}`);
    try {
      return await rpc.call<string>('web3_clientVersion');
    } catch (error) {
      if (!(error instanceof UnreachableError)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The local chain did not answer at ${rpc.url} within 10 s of its start.`);
}

async function end(
  child: ChildProcess,
  watch: ChildProcess | undefined,
  ended: Promise<void>,
  dir: string,
): Promise<void> {
  watch?.kill('SIGKILL');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(patience);
  await rm(dir, {recursive: true, force: true});
}
