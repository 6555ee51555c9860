import {execFile, spawn} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import path from 'node:path';
import {promisify} from 'node:util';
import {UserError} from '../domain/errors';
import type {PostgresBinaries} from './binaries';
import type {SystemUser} from './systemUser';

/** Superuser and database of the embedded cluster. */
export const ROLE = 'gaib';

/** Where the parts of one embedded PostgreSQL lie. */
export interface ClusterPaths {
  readonly home: string;
  readonly data: string;
  readonly password: string;
  readonly log: string;
}

export const clusterPaths = (home: string): ClusterPaths => ({
  home,
  data: path.join(home, 'cluster'),
  password: path.join(home, 'password'),
  log: path.join(home, 'postgres.log'),
});

/** Locale and time zone are fixed, so that rows sort and print the same on every machine. */
const CLEAN_ENVIRONMENT = {PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC'};

/**
 * Creates the cluster unless it is there. It appears under its name only when it is complete, so a kill in between
 * leaves nothing that looks like one.
 * @throws UserError when an existing cluster was written by another major version
 */
export async function ensureCluster(paths: ClusterPaths, binaries: PostgresBinaries, user?: SystemUser): Promise<void> {
  const major = binaries.version.split('.')[0];
  if (existsSync(path.join(paths.data, 'PG_VERSION'))) {
    const written = readFileSync(path.join(paths.data, 'PG_VERSION'), 'utf8').trim();
    if (written === major) return;
    throw new UserError(
      `The database in ${paths.data} was written by PostgreSQL ${written}, but version ${major} is installed: ` +
        'start with --fresh to rebuild it, or set DATA_DIR to another folder.',
    );
  }
  const unfinished = `${paths.data}.new`;
  rmSync(unfinished, {recursive: true, force: true});
  writeFileSync(paths.password, `${randomBytes(24).toString('hex')}\n`, {mode: 0o600});
  if (user !== undefined) chownSync(paths.password, user.uid, user.gid);
  await promisify(execFile)(
    path.join(binaries.bin, 'initdb'),
    ['-D', unfinished, '-U', ROLE, '-A', 'scram-sha-256', `--pwfile=${paths.password}`, '-E', 'UTF8', '--locale=C'],
    {env: CLEAN_ENVIRONMENT, cwd: paths.home, ...user},
  );
  renameSync(unfinished, paths.data);
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Set once the process has ended */
  readonly ended: () => boolean;
}

/** Starts the server on a free port of the loopback interface. It is not yet ready for connections. */
export async function spawnPostmaster(
  paths: ClusterPaths,
  binaries: PostgresBinaries,
  user?: SystemUser,
): Promise<Postmaster> {
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    jit: 'off',
  };
  const log = openSync(paths.log, 'a', 0o600);
  try {
    const child = spawn(
      path.join(binaries.bin, 'postgres'),
      ['-D', paths.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      // A group of its own: Ctrl-C in a terminal reaches us alone, and we stop it when its clients are gone.
      {env: CLEAN_ENVIRONMENT, cwd: paths.home, detached: true, stdio: ['ignore', log, log], ...user},
    );
    let ended = false;
    child.once('exit', () => (ended = true));
    await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.unref();
    return {pid: child.pid ?? 0, port, ended: () => ended};
  } finally {
    closeSync(log);
  }
}

/** The server that the cluster's lock file names, whether or not it still lives. */
export function lockedPostmaster(paths: ClusterPaths): {pid: number; port: number} | undefined {
  const lock = path.join(paths.data, 'postmaster.pid');
  if (!existsSync(lock)) return undefined;
  const lines = readFileSync(lock, 'utf8').split('\n');
  const [pid, port] = [parseInt(lines[0] ?? '', 10), parseInt(lines[3] ?? '', 10)];
  return pid > 0 ? {pid, port: port > 0 ? port : 0} : undefined;
}

/** A port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const {port} = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
