import {spawn, type ChildProcess} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Client} from 'pg';
import {lockedPostmaster, ROLE, type ClusterPaths} from './cluster';
import {commandLine, isAlive, sendSignal, waitFor} from './pid';

const STOP_TIMEOUT_MS = 30_000;

/** Above the largest process id of any system we run on, so never that of a live process. */
const NO_SUCH_PID = 4194305;

export interface EmbeddedPostgres {
  /** postgres:// with the password; for our own processes, never for a log */
  readonly url: string;
  readonly pid: number;
  /** True when this call started the server, false when it found it running */
  readonly started: boolean;
  /** Stops the server, whoever uses it */
  readonly stop: () => Promise<void>;
  /** Stops the server unless somebody is connected to it */
  readonly stopIfUnused: () => Promise<void>;
  /** Stops the server when this process has ended, unless somebody is connected under another application name */
  readonly stopAtExit: (ownName: string) => Promise<void>;
}

interface Place {
  readonly pid: number;
  readonly port: number;
}

/** A live server on the cluster. One that is starting or stopping is waited for. */
export async function findRunning(paths: ClusterPaths): Promise<Place | undefined> {
  let found: Place | undefined;
  const settled = await waitFor(async () => {
    found = lockedPostmaster(paths);
    if (found === undefined) return true;
    if (found.port > 0 && (await answers(paths, found.port))) return true;
    if (isAlive(found.pid) && commandLine(found.pid)?.includes(paths.data) !== false) return false;
    markStale(paths, found.pid);
    found = undefined;
    return true;
  }, STOP_TIMEOUT_MS);
  if (!settled) throw new Error(`PostgreSQL (pid ${found?.pid ?? 0}) holds ${paths.data} but does not answer`);
  return found;
}

/**
 * A lock file may name a process id that another program was given since, which PostgreSQL would take for a live
 * server. Only the number is replaced: the rest lets PostgreSQL see whether orphaned backends still use the data.
 */
function markStale(paths: ClusterPaths, pid: number): void {
  const file = path.join(paths.data, 'postmaster.pid');
  const lock = readFileSync(file, 'utf8');
  writeFileSync(file, lock.replace(new RegExp(`^${pid}\\b`), String(NO_SUCH_PID)));
}

export function serverHandle(paths: ClusterPaths, {pid, port}: Place, started: boolean): EmbeddedPostgres {
  let watch = started ? watchParent(pid) : undefined;
  const stop = async () => {
    watch?.kill('SIGKILL');
    sendSignal(pid, 'SIGINT');
    if (!(await waitFor(() => !isAlive(pid), STOP_TIMEOUT_MS))) sendSignal(pid, 'SIGQUIT');
  };
  const stopIfUnused = async () => {
    if (await isUnused(paths, port)) await stop();
    else watch?.kill('SIGKILL');
  };
  const stopAtExit = async (ownName: string) => {
    if (await isUnused(paths, port, ownName)) watch ??= watchParent(pid);
    else watch?.kill('SIGKILL');
  };
  return {url: urlOf(paths, port, ROLE), pid, started, stop, stopIfUnused, stopAtExit};
}

/**
 * A shell that asks the server for a fast shutdown once the pipe from this process closes: the only part of us that
 * outlives a SIGKILL, so that no end of ours leaves a server behind.
 */
function watchParent(pid: number): ChildProcess {
  const watch = spawn('/bin/sh', ['-c', `read -r _; kill -INT ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.once('error', () => watch.kill());
  watch.unref();
  (watch.stdin as unknown as {unref(): void}).unref();
  return watch;
}

/** True when the server of this cluster, and no other, answers on the port; creates our database the first time. */
export async function answers(paths: ClusterPaths, port: number): Promise<boolean> {
  try {
    return await withClient(paths, port, async (client) => {
      const {rows} = await client.query<{place: string}>("SELECT current_setting('data_directory') AS place");
      if (rows[0]?.place !== paths.data) return false;
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [ROLE]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${ROLE}`);
      return true;
    });
  } catch {
    return false;
  }
}

const isUnused = (paths: ClusterPaths, port: number, ownName: string | null = null): Promise<boolean> =>
  withClient(paths, port, async (client) => {
    const others = `
      SELECT 1 FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND ($1::text IS NULL OR application_name <> $1)`;
    return (await client.query(others, [ownName])).rowCount === 0;
  });

const urlOf = (paths: ClusterPaths, port: number, database: string): string =>
  `postgres://${ROLE}:${readFileSync(paths.password, 'utf8').trim()}@127.0.0.1:${port}/${database}`;

async function withClient<T>(paths: ClusterPaths, port: number, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({connectionString: urlOf(paths, port, 'postgres'), connectionTimeoutMillis: 5000});
  let lost: Error | undefined;
  client.on('error', (error) => (lost = error));
  try {
    await client.connect();
    return await use(client);
  } finally {
    if (lost === undefined) await client.end().catch((error: unknown) => (lost = error as Error));
  }
}
