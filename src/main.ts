import {createPinoSink, setRootSink} from '@subsquid/logger';
import {TypeormDatabase} from '@subsquid/typeorm-store';
import {Client} from 'pg';
import pino from 'pino';
import type {Network} from './chain/networks';
import {buildProcessor} from './chain/processor';
import {networkKey, publishToSdk, PROJECT_DIR, redact, type Config} from './config';
import {UserError} from './domain/errors';
import {ingest} from './ingest';
import {checkNode, claimDatabase} from './preflight';
import {takeWriterLock} from './writerLock';

/** Schema of the SDK's own tables, one per chain. */
export const stateSchema = (chainId: number): string => `squid_${chainId}`;

/**
 * Indexes one chain until stopped, or until block `to` is committed (exit code 0). Takes over the process, as the SDK
 * does; returns once the checks have passed and the work has begun.
 * @throws UserError or BusyError before anything is written
 */
export async function runProcessor(options: {
  network: Network;
  config: Config;
  dbUrl: string;
  to?: number;
}): Promise<void> {
  const {network, config, dbUrl, to} = options;
  const key = networkKey(network.name);
  const [rpcUrl] = config.rpc[key] ?? [];
  const gatewayUrl = config.gateway[key];
  if (rpcUrl === undefined && gatewayUrl === undefined) {
    const name = key.toUpperCase();
    throw new UserError(
      `Neither RPC_${name} nor GATEWAY_${name} is set; set one to a node or gateway of ${network.name}.`,
    );
  }
  hideSecrets(config, [...(config.rpc[key] ?? []), gatewayUrl, dbUrl]);
  const headHeight = await checkNode(network, rpcUrl);
  const release = await takeWriterLock(dbUrl, network.chainId);
  await claimDatabase(network, dbUrl).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  publishToSdk({DB_URL: dbUrl});

  const database = new TypeormDatabase({
    stateSchema: stateSchema(network.chainId),
    isolationLevel: 'READ COMMITTED',
    projectDir: PROJECT_DIR,
  });
  const processor = buildProcessor(network, {rpcUrl, gatewayUrl, headHeight, to});
  processor.run(database, (ctx) => ingest(ctx, network, rpcUrl !== undefined));
  if (to !== undefined) await exitOnceCommitted(dbUrl, network.chainId, to);
}

/** The SDK prints the URLs it was given; here they lose whatever may be a key. */
function hideSecrets(config: Config, urls: readonly (string | undefined)[]): void {
  const secrets = urls.filter((url) => url !== undefined);
  const destination = pino.destination(2);
  const write = (line: string): void => {
    destination.write(secrets.reduce((text, url) => text.replaceAll(url, redact(url)), line));
  };
  const log = pino({level: config.logLevel, base: undefined}, {write});
  setRootSink(createPinoSink(log));
}

const WATCH_MS = 200;

/** The SDK ends only when `to` is final; a committed block may still be hot, and its rows are right all the same. */
async function exitOnceCommitted(dbUrl: string, chainId: number, to: number): Promise<void> {
  const db = new Client({connectionString: dbUrl});
  await db.connect();
  const schema = db.escapeIdentifier(stateSchema(chainId));
  for (;;) {
    if (await hasState(db, chainId)) {
      const {rows} = await db.query<{head: number | null}>(
        `SELECT GREATEST((SELECT max(height) FROM ${schema}.hot_block), (SELECT height FROM ${schema}.status)) AS head`,
      );
      if ((rows[0]?.head ?? -1) >= to) process.exit(0);
    }
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
  }
}

async function hasState(db: Client, chainId: number): Promise<boolean> {
  const {rows} = await db.query<{found: boolean}>('SELECT to_regclass($1) IS NOT NULL AS found', [
    `${stateSchema(chainId)}.hot_block`,
  ]);
  return rows[0]?.found === true;
}
