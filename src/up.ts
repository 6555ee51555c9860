import path from 'node:path';
import {Pool} from 'pg';
import type {Logger} from 'pino';
import {submitFolder} from './attestation/folder';
import {prepareDatabase} from './commands/prepareDatabase';
import type {Config} from './config';
import {createDataDirectory} from './dataDirectory';
import {startGateway} from './gateway';
import {untilCaughtUp} from './supervisor/catchUp';
import {forgetLocalChain} from './supervisor/fresh';
import {startHeartbeat} from './supervisor/heartbeat';
import {localChain, realChain, type IndexedChain} from './supervisor/indexedChain';
import type {Lifecycle} from './supervisor/lifecycle';
import {listenForPauses} from './supervisor/pauses';
import {checkPort} from './supervisor/port';
import {superviseProcessor, type SupervisedProcessor} from './supervisor/processorChild';
import {ProcessLog} from './supervisor/processLog';
import type {ProgressDisplay} from './supervisor/progressDisplay';
import {removeSession, writeSession} from './supervisor/session';
import {startPublisher} from './supervisor/publisher';
import {startDatabase} from './supervisor/startDatabase';
import {summarize} from './supervisor/summary';

export interface UpOptions {
  /** A real network's name or file; the local chain when missing */
  readonly network?: string;
  readonly seed: number;
  readonly days: number;
  readonly fresh: boolean;
  readonly once: boolean;
  readonly port?: number;
  readonly host: string;
}

export interface Surroundings {
  readonly config: Config;
  readonly log: Logger;
  readonly display: ProgressDisplay;
  /** Stops what was started, in the opposite order */
  readonly lifecycle: Lifecycle;
}

/** A chain that was not caught up with after so many failures of the processor will not be. */
const MAX_FAILURES_ONCE = 5;

/**
 * Starts the whole path in order: PostgreSQL, the local chain unless a network is named, the migrations, the processor
 * in a process of its own, the API. Prints the answers once the head is reached; with `once` it returns then, else it
 * returns never and fails when the processor cannot go on.
 * @throws UserError, BusyError
 */
export async function up(surroundings: Surroundings, options: UpOptions): Promise<void> {
  const {config, log, display, lifecycle} = surroundings;
  const port = options.port ?? config.httpPort;
  await checkPort(port, options.host);
  const named = options.network === undefined ? undefined : await realChain(config, options.network);
  createDataDirectory(config.dataDir);
  if (options.fresh) await forgetLocalChain(config, options.network);

  const {url: dbUrl} = await startDatabase(config, lifecycle, (line) => log.debug(line));
  const chain =
    named ?? (await localChain({config, lifecycle, dbUrl, bar: display.bar('local chain', 'blocks'), wanted: options}));
  const {network, endpoint} = chain;
  lifecycle.throwIfStopping();
  await prepareDatabase(dbUrl, network, endpoint);
  if (named === undefined) await handInReports(surroundings, chain, dbUrl);

  const heartbeat = await lifecycle.start(
    'heartbeat',
    () => startHeartbeat(network.chainId, endpoint, dbUrl, log),
    (started) => started.stop(),
  );
  const processor = await startProcessor(surroundings, chain, dbUrl, options.once);
  await lifecycle.start(
    'pauses',
    () => listenForPauses({dbUrl, chainId: network.chainId, pause: processor.pause, onPause: sayPaused(display), log}),
    (started) => started.stop(),
  );
  const gateway = await lifecycle.start(
    'API',
    () => startGateway({config: {...config, dbUrl}, port, host: options.host, log}),
    (started) => started.close(),
  );
  const rpc = endpoint.rpcUrl === undefined ? {} : {[network.name]: endpoint.rpcUrl};
  await lifecycle.start(
    'session',
    () => writeSession(config.dataDir, {pid: process.pid, url: gateway.url, rpc}),
    () => removeSession(config.dataDir),
  );

  const failed = Promise.race([processor.failed, chain.lost]);
  const caughtUp = showProgress(surroundings, chain, dbUrl, heartbeat.head);
  await Promise.race([caughtUp, failed]);
  lifecycle.throwIfStopping();
  display.stop();
  const answers = await summarize(gateway.url);
  process.stdout.write(`\n${answers}\n\n  GraphQL  ${gateway.url}/graphql\n  Schema   ${gateway.url}/schema.graphql\n`);
  if (options.once) return;
  await lifecycle.start(
    'publisher',
    () => startPublisher(dbUrl, log),
    (started) => started.stop(),
  );
  process.stdout.write('\nCtrl-C stops everything; the next start resumes.\n');
  await failed;
}

const sayPaused = (display: ProgressDisplay) => (): void =>
  display.say('The processor pauses: another command rewrites the chain. It goes on when that is done.');

/** The reports that came with the local chain, before it is indexed: each is then known from its publication on. */
async function handInReports({config, log}: Surroundings, {network}: IndexedChain, dbUrl: string): Promise<void> {
  const folder = path.join(config.dataDir, 'reports', network.name);
  const submissions = await submitFolder(dbUrl, folder, network.chainId);
  const fresh = submissions.filter(({alreadyHeld}) => !alreadyHeld);
  if (fresh.length > 0) log.debug(`${fresh.length} reports of ${folder} were handed in`);
}

function startProcessor(
  {config, display, lifecycle}: Surroundings,
  {file, network, rpc}: IndexedChain,
  dbUrl: string,
  once: boolean,
): Promise<SupervisedProcessor> {
  const endpoints = Object.entries(rpc).map(([name, urls]) => [`RPC_${name.toUpperCase()}`, urls.join(',')] as const);
  const secrets = [...Object.values(rpc).flat(), ...Object.values(config.gateway), dbUrl];
  return lifecycle.start(
    'processor',
    () =>
      superviseProcessor({
        args: ['process', '--network', file],
        environment: {...Object.fromEntries<string>(endpoints), DB_URL: dbUrl, DATA_DIR: config.dataDir},
        log: new ProcessLog(path.join(config.dataDir, 'logs', `processor-${network.name}.log`), secrets),
        onRestart: (message) => display.say(message),
        ...(once ? {maxFailures: MAX_FAILURES_ONCE} : {}),
      }),
    (started) => started.stop(),
  );
}

async function showProgress(
  {display, lifecycle, log}: Surroundings,
  {network}: IndexedChain,
  dbUrl: string,
  head: () => number | null,
): Promise<void> {
  const db = new Pool({connectionString: dbUrl, max: 1});
  db.on('error', (error) => log.warn({err: error}, 'a database connection was lost'));
  const bar = display.bar('indexing', 'blocks');
  const onProgress = (done: number, total: number): void => bar.update(done, total);
  try {
    await untilCaughtUp({db, network, head, signal: lifecycle.signal, onProgress});
  } finally {
    await db.end();
  }
}
