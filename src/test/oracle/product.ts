import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** The product as a user starts it: `gaib-squid up` in a data directory of its own, asked only over HTTP. */
export interface Product {
  readonly url: string;
  readonly rpcUrl: string;
  readonly dataDir: string;
  readonly child: ChildProcess;
  output(): string;
  query<T>(query: string): Promise<T>;
  roles(): Map<string, string[]>;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  forget(): void;
}

const CLI = path.resolve(__dirname, '../../../lib/cli.js');
const START_LIMIT_MS = 240_000;

export const newDataDir = (): string => mkdtempSync(path.join(tmpdir(), 'gaib-squid-oracle-'));

export async function startProduct(
  args: readonly string[],
  dataDir = newDataDir(),
  env: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DB_URL|RPC_|GATEWAY_)/.test(name)),
  );
  const child = spawn(process.execPath, [CLI, 'up', '--port', '0', ...args], {
    env: {...clean, DATA_DIR: dataDir, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => (output += piece));
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = await served(() => output, ended);
  const {rpc} = JSON.parse(readFileSync(path.join(dataDir, 'session.json'), 'utf8')) as {rpc: Record<string, string>};
  return {
    url,
    rpcUrl: rpc['local'] ?? '',
    dataDir,
    child,
    output: () => output,
    query: (query) => ask(url, query),
    roles: () => rolesOf(dataDir),
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
    forget: () => rmSync(dataDir, {recursive: true, force: true}),
  };
}

async function served(output: () => string, ended: Promise<unknown>): Promise<string> {
  let over = false;
  void ended.then(() => (over = true));
  for (const limit = Date.now() + START_LIMIT_MS; Date.now() < limit;) {
    const found = /GraphQL\s+(http:\/\/[^\s/]+)\/graphql/.exec(output());
    if (found?.[1] !== undefined) return found[1];
    if (over) throw new Error(`gaib-squid up ended before it served:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`gaib-squid up did not serve within ${START_LIMIT_MS / 1000} s:\n${output()}`);
}

async function ask<T>(url: string, query: string): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({query}),
  });
  const {data, errors} = (await response.json()) as {data?: T; errors?: {message: string}[]};
  if (errors !== undefined || data === undefined) throw new Error(`${query}\n${JSON.stringify(errors)}`);
  return data;
}

function rolesOf(dataDir: string): Map<string, string[]> {
  const file = path.join(dataDir, 'networks', 'local.json');
  const {contracts} = JSON.parse(readFileSync(file, 'utf8')) as {contracts: {role: string; address: string}[]};
  const roles = new Map<string, string[]>();
  for (const {role, address} of contracts) roles.set(role, [...(roles.get(role) ?? []), address]);
  return roles;
}
