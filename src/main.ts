import {createPinoSink, setRootSink} from '@subsquid/logger';
import {TypeormDatabase} from '@subsquid/typeorm-store';
import {Client} from 'pg';
import pino from 'pino';
import type {Endpoint} from './chain/endpoint';
import type {Labels} from './chain/labels';
import type {Network} from './chain/networks';
import {buildProcessor} from './chain/processor';
import {publishToSdk, PROJECT_DIR, redact, type LogLevel} from './config';
import {stateSchema} from './domain/ids';
import {ingest} from './ingest';
import {claimDatabase} from './preflight';
import {ask} from './rpcProbe';

/**
 * Indexes one chain until stopped, or until block `to` is committed (exit code 0). To be called by the holder of the
 * chain's writer lock. Takes over the process, as the SDK does; returns once the work has begun.
 * @throws UserError before anything is written
 */
export async function runProcessor(options: {
  network: Network;
  labels: Labels;
  endpoint: Endpoint;
  /** The node's head, as the check of the node found it */
  headHeight: number;
  logLevel: LogLevel;
  dbUrl: string;
  to?: number;
}): Promise<void> {
  const {network, labels, endpoint, headHeight, logLevel, dbUrl, to} = options;
  const {rpcUrl, gatewayUrl} = endpoint;
  hideSecrets(logLevel, [rpcUrl, gatewayUrl, dbUrl]);
  await claimDatabase(network, labels, dbUrl);
  publishToSdk({DB_URL: dbUrl});

  const database = new TypeormDatabase({
    stateSchema: stateSchema(network.chainId),
    isolationLevel: 'READ COMMITTED',
    projectDir: PROJECT_DIR,
  });
  const processor = buildProcessor(network, {rpcUrl, gatewayUrl, headHeight, to});
  processor.run(database, (ctx) => ingest(ctx, network, rpcUrl !== undefined));
  if (to === undefined) return;
  exitOnceCommitted(dbUrl, network.chainId, to, rpcUrl).catch((error: Error) => {
    process.stderr.write(`It cannot be seen whether block ${to} is committed: ${error.message}\n`);
    process.exit(1);
  });
}

/** The SDK prints the URLs it was given; here they lose whatever may be a key. */
function hideSecrets(level: LogLevel, urls: readonly (string | undefined)[]): void {
  const secrets = urls.filter((url) => url !== undefined);
  const destination = pino.destination(2);
  const write = (line: string): void => {
    destination.write(secrets.reduce((text, url) => text.replaceAll(url, redact(url)), line));
  };
  const log = pino({level, base: undefined}, {write});
  setRootSink(createPinoSink(log));
}

const WATCH_MS = 200;

/**
 * The SDK ends only when `to` is final; a committed block may still be hot, and its rows are right all the same, once it
 * is the node's own block of that height: an earlier run may have left one of another branch.
 */
async function exitOnceCommitted(
  dbUrl: string,
  chainId: number,
  to: number,
  rpcUrl: string | undefined,
): Promise<void> {
  const db = new Client({connectionString: dbUrl});
  await db.connect();
  for (;;) {
    const committed = await committedAt(db, chainId, to);
    if (committed === 'final') process.exit(0);
    if (committed !== undefined && rpcUrl !== undefined && committed === (await hashAt(rpcUrl, to))) process.exit(0);
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
  }
}

/** Hash of the hot block of a height, or `final` where finality has passed it; undefined while it is not committed. */
async function committedAt(db: Client, chainId: number, height: number): Promise<string | undefined> {
  const schema = db.escapeIdentifier(stateSchema(chainId));
  const {rows: tables} = await db.query<{found: boolean}>('SELECT to_regclass($1) IS NOT NULL AS found', [
    `${stateSchema(chainId)}.hot_block`,
  ]);
  if (tables[0]?.found !== true) return undefined;
  const {rows} = await db.query<{hash: string}>(
    `SELECT 'final' AS hash FROM ${schema}.status WHERE height >= $1
     UNION ALL SELECT hash FROM ${schema}.hot_block WHERE height = $1`,
    [height],
  );
  return rows[0]?.hash;
}

/** Undefined while the node cannot be asked: the SDK waits for it too. */
async function hashAt(rpcUrl: string, height: number): Promise<string | undefined> {
  const params = [`0x${height.toString(16)}`, false];
  return ask<{hash: string} | null>(rpcUrl, 'eth_getBlockByNumber', params).then(
    (block) => block?.hash,
    () => undefined,
  );
}
