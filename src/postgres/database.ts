import {Client, DatabaseError} from 'pg';
import type {Config} from '../config';
import {UserError} from '../domain/errors';
import {redact} from '../redact';
import {startEmbeddedPostgres} from './embedded';

const CONNECT_TIMEOUT_MS = 10_000;

export interface Database {
  readonly url: string;
  /** What to call it in a message */
  readonly shown: string;
  /** Ends an embedded server, whoever uses it. One behind DB_URL is never ended. */
  readonly stop: () => Promise<void>;
  /** Ends an embedded server unless somebody is connected to it; our own connections must be closed */
  readonly stopIfUnused: () => Promise<void>;
  /** Ends an embedded server once this process has ended, unless another process is connected to it */
  readonly stopAtExit: () => Promise<void>;
}

/**
 * The database that the configuration names: the server behind DB_URL, or else the embedded one, started when needed.
 * @throws UserError when DB_URL does not lead to a database that lets us in
 */
export async function openDatabase(config: Config, log: (line: string) => void): Promise<Database> {
  if (config.dbUrl !== undefined) {
    await checkConnection(config.dbUrl, 'DB_URL');
    const nothing = () => Promise.resolve();
    return {url: config.dbUrl, shown: redact(config.dbUrl), stop: nothing, stopIfUnused: nothing, stopAtExit: nothing};
  }
  const server = await startEmbeddedPostgres({dataDir: config.dataDir, log});
  // Connections that end only with this process, as the SDK's do, must not count as somebody else's.
  const ownName = `gaib-squid-${process.pid}`;
  return {
    url: `${server.url}?application_name=${ownName}`,
    shown: 'the embedded PostgreSQL',
    stop: server.stop,
    stopIfUnused: server.stopIfUnused,
    stopAtExit: () => server.stopAtExit(ownName),
  };
}

/**
 * Connects once and disconnects.
 * @param source what the URL is called in the message
 * @throws UserError saying why the database cannot be reached
 */
export async function checkConnection(url: string, source: string): Promise<void> {
  await withConnection(url, source, (client) => client.query('SELECT 1'));
}

/** Runs `use` on one connection; a failure to connect becomes a UserError, anything else stays what it is. */
export async function withConnection<T>(url: string, source: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS});
  let lost: Error | undefined;
  client.on('error', (error) => (lost = error));
  try {
    await client.connect();
  } catch (error) {
    throw new UserError(`${source} ${redact(url)} ${reason(error, url)}.`);
  }
  try {
    return await use(client);
  } finally {
    if (lost === undefined) await client.end();
  }
}

/** SQLSTATE and system codes of a failed connection, in words that say what to do. */
function reason(error: unknown, url: string): string {
  const {hostname, port, pathname, username} = new URL(url);
  const {code, message} = firstOf(error);
  const database = decodeURIComponent(pathname.slice(1));
  switch (code ?? '') {
    case 'ECONNREFUSED':
      return `is refused: nothing listens on ${hostname}:${port === '' ? 5432 : port}; start the server or unset DB_URL`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `names a host that cannot be found: ${hostname}`;
    case '28P01':
    case '28000':
      return `does not let user '${decodeURIComponent(username)}' in: check user and password`;
    case '3D000':
      return `has no database '${database}': create it`;
    case '42501':
      return `does not allow user '${decodeURIComponent(username)}' to connect to '${database}'`;
    case '53300':
      return 'has no free connection left';
    default:
      return /timeout/i.test(message)
        ? `did not answer within ${CONNECT_TIMEOUT_MS / 1000} s`
        : `cannot be used: ${message.replaceAll(url, redact(url)).trim().replace(/\.$/, '')}`;
  }
}

/** A host with several addresses fails with one error for each of them. */
function firstOf(error: unknown): {code: string | undefined; message: string} {
  const one: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (one instanceof DatabaseError) return {code: one.code, message: one.message};
  return {code: (one as NodeJS.ErrnoException).code, message: one instanceof Error ? one.message : String(one)};
}
