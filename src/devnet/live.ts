import {mkdir, open, readFile, rm, truncate, type FileHandle} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError} from '../domain/errors';
import {mineBlock, type RawLog, type Tx} from './mining';
import type {Protocol} from './protocol';
import {hashAt, mineAgain} from './replay';
import type {Rpc} from './rpc';
import {momentAt, timestampOf, type Calendar} from './scenario/calendar';
import {Ledger} from './scenario/ledger';
import {planBlock} from './scenario/plan';
import {writeReports} from './scenario/reports/reportFiles';

/** anvil keeps the newest 3,610 states: before that, every block can still be asked. */
const LAST_LIVE_HEIGHT = 3_600;
const BLOCKS_PER_QUERY = 40;

/** What was sent for a block after the year. It is written before the block is mined, with the block it stands on. */
type Line = readonly [
  parent: string,
  timestamp: number,
  ...calls: (readonly [from: string, to: string | null, data: string])[],
];

/** A chain that goes on. */
export interface Live {
  /** Ends after the block being mined. */
  stop(): Promise<void>;
}

/** What going on needs to know. */
export interface LiveOptions {
  readonly rpc: Rpc;
  readonly protocol: Protocol;
  readonly calendar: Calendar;
  readonly seed: number;
  readonly dataDir: string;
  readonly folder: string;
  /** Real time between two blocks. */
  readonly intervalMs: number;
  readonly onBlock: (height: number, last: number) => void;
  /** Told once what went wrong; nothing is mined after it. */
  readonly onError: (error: unknown) => void;
}

function livePath(folder: string): string {
  return join(folder, 'live.jsonl');
}

/** Forgets what was mined after the year. */
export async function forgetLive(folder: string): Promise<void> {
  await rm(livePath(folder), {force: true});
}

/**
 * Mines again what was mined after the year. A line cut off by a crash was never mined, and is dropped.
 * @returns the height of the head
 * @throws UserError when the blocks stand on another chain
 */
export async function replayLive(rpc: Rpc, folder: string, height: number): Promise<number> {
  const text = await readFile(livePath(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(livePath(folder), Buffer.byteLength(whole));
  let head = height;
  for (const line of whole.split('\n').slice(0, -1)) {
    const [parent, timestamp, ...calls] = JSON.parse(line) as Line;
    const found = await hashAt(rpc, head);
    if (found !== parent) {
      throw new UserError(
        `The local chain's live blocks stand on another chain: block ${head} is ${found}, recorded ${parent}; run again with --fresh.`,
      );
    }
    await mineAgain(rpc, {timestamp, calls: calls.map(([from, to, data]) => ({from, to, data}))});
    head += 1;
  }
  return head;
}

/** Goes on with the scenario: a block every `intervalMs`, whose time is the next of the calendar, until height 3,600. */
export async function goLive(options: LiveOptions, height: number): Promise<Live> {
  const {rpc, protocol, calendar, seed, dataDir, folder, intervalMs} = options;
  const ledger = await ledgerAt(rpc, protocol, calendar, height);
  await mkdir(folder, {recursive: true});
  const file = await open(livePath(folder), 'a');
  const scenario = {rpc, protocol, ledger, seed};
  let wake = (): void => undefined;
  let isStopping = false;
  const run = async (): Promise<void> => {
    for (let next = height + 1; next <= LAST_LIVE_HEIGHT; next++) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, intervalMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (isStopping) wake();
      });
      if (isStopping) return;
      const moment = momentAt(calendar, next);
      const {txs, reports} = await planBlock(scenario, moment);
      await writeAhead(file, (await hashAt(rpc, next - 1)) ?? '', moment.timestamp, txs);
      await writeReports(dataDir, reports);
      const block = await mineBlock(rpc, txs, {timestamp: moment.timestamp});
      ledger.apply(block.timestamp, block.logs);
      options.onBlock(next, LAST_LIVE_HEIGHT);
    }
  };
  const ended = run()
    .catch(options.onError)
    .finally(() => file.close());
  const stop = async (): Promise<void> => {
    isStopping = true;
    wake();
    await ended;
  };
  return {stop};
}

async function writeAhead(file: FileHandle, parent: string, timestamp: number, txs: readonly Tx[]): Promise<void> {
  const line: Line = [parent, timestamp, ...txs.map(({from, to, data}) => [from, to, data] as const)];
  await file.appendFile(`${JSON.stringify(line)}\n`);
  await file.sync();
}

/** What the scenario knows of the chain up to a height, from the chain itself. */
async function ledgerAt(rpc: Rpc, protocol: Protocol, calendar: Calendar, height: number): Promise<Ledger> {
  const ledger = new Ledger(protocol);
  for (let from = 1; from <= height; from += BLOCKS_PER_QUERY) {
    const to = Math.min(from + BLOCKS_PER_QUERY - 1, height);
    const range = {fromBlock: `0x${from.toString(16)}`, toBlock: `0x${to.toString(16)}`};
    const logs = await rpc.call<(RawLog & {blockNumber: string})[]>('eth_getLogs', range);
    for (const log of logs) ledger.apply(timestampOf(calendar, Number(log.blockNumber)), [log]);
  }
  return ledger;
}
