import {join} from 'node:path';
import {UserError} from '../domain/errors';
import type {Report} from '../domain/report';
import {startAnvil, type Anvil} from './anvil';
import {writeAtomically} from './atomicFile';
import {forgetLive, goLive, replayLive, type Live} from './live';
import {labelsOf, networkOf, type NetworkContent} from './networkContent';
import type {Protocol} from './protocol';
import {Recorder, protocolOf, readRecording, type Recording} from './recording';
import {hashAt, replay} from './replay';
import {Rpc} from './rpc';
import {forgetRuns, refuseOtherRun, runFolder, statesPrefix, sweepStates} from './runs';
import {calendarOf, type Calendar} from './scenario/calendar';
import {play} from './scenario/play';
import {forgetReports, writeReports} from './scenario/reports/reportFiles';

/** The chain id of the local chain. */
export const LOCAL_CHAIN_ID = 31_337;
const LIVE_INTERVAL_MS = 5_000;

/** How far the work has come, in blocks. */
export interface Progress {
  /** A new scenario, the same one again, or blocks after it. */
  readonly phase: 'play' | 'resume' | 'live';
  readonly done: number;
  readonly total: number;
}

/** What kind of local chain is wanted. */
export interface DevnetOptions {
  readonly dataDir: string;
  /** Default 1. */
  readonly seed?: number;
  /** Length of the scenario from 2025-10-31T00:00Z, default 365. */
  readonly days?: number;
  /** Forget what an earlier run recorded. */
  readonly fresh?: boolean;
  /** Go on after the scenario, one block every `liveIntervalMs` of real time (default 5000), each the next of the calendar. */
  readonly live?: boolean;
  readonly liveIntervalMs?: number;
  /** Default: any free one. */
  readonly port?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting ends the node and makes the start fail with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told when going on has failed; the chain then stays as it is. */
  readonly onLiveError?: (error: unknown) => void;
}

/** The local chain, ready to be indexed. */
export interface Devnet {
  readonly rpcUrl: string;
  readonly network: NetworkContent;
  readonly networkPath: string;
  readonly labelsPath: string;
  readonly protocol: Protocol;
  /** Whether the recorded transactions were executed again. */
  readonly resumed: boolean;
  readonly headHeight: number;
  readonly headHash: string;
  /** Resolves when the node has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the node; safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the local chain and plays the scenario, or executes what an earlier run in this data directory recorded and
 * checks that the head has the same hash. Writes networks/local.json, labels/local.json and reports/local/*.json in the
 * data directory.
 * @throws UserError for a bad seed or length, another run's data directory, a port in use, a missing platform package,
 * a recording that comes out different
 */
export async function startDevnet(options: DevnetOptions): Promise<Devnet> {
  const {dataDir, seed = 1, days = 365, onProgress = () => undefined} = options;
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new UserError(`--seed must be a whole number from 0, not ${seed}.`);
  const calendar = calendarOf(days);
  if (options.fresh === true) await forgetRuns(dataDir);
  await refuseOtherRun(dataDir, seed, days);
  await sweepStates(dataDir);
  const folder = runFolder(dataDir, seed, days);
  const recording = await readRecording(folder);
  const anvil = await startAnvil({
    chainId: LOCAL_CHAIN_ID,
    genesisTimestamp: recording?.start.genesis ?? calendar.genesis,
    statesPrefix: await statesPrefix(dataDir),
    ...(options.port === undefined ? {} : {port: options.port}),
  });
  const abort = (): void => void anvil.stop();
  options.signal?.addEventListener('abort', abort, {once: true});
  try {
    options.signal?.throwIfAborted();
    const rpc = new Rpc(anvil.url);
    const made = {rpc, anvil, calendar, seed, dataDir, folder, onProgress};
    const {protocol, height} = recording === undefined ? await playAnew(made) : await playAgain(made, recording);
    const network = networkOf(protocol, calendar.blocksPerDay);
    const networkPath = join(dataDir, 'networks', 'local.json');
    const labelsPath = join(dataDir, 'labels', 'local.json');
    await writeAtomically(networkPath, `${JSON.stringify(network, null, 2)}\n`);
    await writeAtomically(labelsPath, `${JSON.stringify(labelsOf(protocol), null, 2)}\n`);
    const headHash = (await hashAt(rpc, height)) ?? '';
    const live = options.live === true ? await continueWith(made, protocol, height, options) : undefined;
    const paths = {network, networkPath, labelsPath, protocol};
    const head = {resumed: recording !== undefined, headHeight: height, headHash};
    return {rpcUrl: anvil.url, ...paths, ...head, ended: anvil.ended, stop: () => stopBoth(anvil, live)};
  } catch (error) {
    await anvil.stop();
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', abort);
  }
}

interface Making {
  readonly rpc: Rpc;
  readonly anvil: Anvil;
  readonly calendar: Calendar;
  readonly seed: number;
  readonly dataDir: string;
  readonly folder: string;
  readonly onProgress: (progress: Progress) => void;
}

interface Made {
  readonly protocol: Protocol;
  readonly height: number;
}

/** The recording is written last: where there is one, there are the reports too. */
async function playAnew({rpc, anvil, calendar, seed, dataDir, folder, onProgress}: Making): Promise<Made> {
  await forgetLive(folder);
  await forgetReports(dataDir);
  const recorder = new Recorder();
  const published: Report[] = [];
  const protocol = await play(rpc, calendar, seed, (block, txs, reports) => {
    recorder.add(block, txs);
    published.push(...reports);
    onProgress({phase: 'play', done: block.height, total: calendar.lastHeight});
  });
  await writeReports(dataDir, published);
  const {days, genesis} = calendar;
  const start = {seed, days, chainId: LOCAL_CHAIN_ID, genesis, anvil: anvil.version};
  const {height} = await recorder.save(folder, start, protocol);
  return {protocol, height};
}

async function playAgain({rpc, anvil, folder, onProgress}: Making, recording: Recording): Promise<Made> {
  await replay(rpc, recording, anvil.version, (done, total) => onProgress({phase: 'resume', done, total}));
  return {protocol: protocolOf(recording), height: await replayLive(rpc, folder, recording.end.height)};
}

async function continueWith(made: Making, protocol: Protocol, height: number, options: DevnetOptions): Promise<Live> {
  const {rpc, calendar, seed, dataDir, folder, onProgress} = made;
  const onBlock = (done: number, total: number): void => onProgress({phase: 'live', done, total});
  const {liveIntervalMs: intervalMs = LIVE_INTERVAL_MS, onLiveError: onError = () => undefined} = options;
  return goLive({rpc, protocol, calendar, seed, dataDir, folder, intervalMs, onBlock, onError}, height);
}

async function stopBoth(anvil: Anvil, live: Live | undefined): Promise<void> {
  await live?.stop();
  await anvil.stop();
}
