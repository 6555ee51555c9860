import {spawn, type ChildProcess} from 'node:child_process';
import path from 'node:path';
import {childEnvironment, PROJECT_DIR} from '../config';
import {BusyError, UserError} from '../domain/errors';
import {Interrupted} from './lifecycle';
import type {ProcessLog} from './processLog';

const OUR_COMMAND_LINE = path.join(PROJECT_DIR, 'lib', 'cli.js');
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A run of so long counts as healthy: the next failure starts with the shortest pause again */
const HEALTHY_RUN_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;

export const SENTENCE_PREFIX = 'gaib-squid: ';

export interface ProcessorOptions {
  /** The script to run; our own command line unless said otherwise */
  readonly script?: string;
  /** Its arguments */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly log: ProcessLog;
  /** Told after each failure that a new run follows */
  readonly onRestart: (message: string) => void;
  /** So many failures without a healthy run between them are the end; unlimited when missing */
  readonly maxFailures?: number;
}

export interface SupervisedProcessor {
  /** Rejects when there is no use in starting the processor again, or with Interrupted once stopped; never resolves */
  readonly failed: Promise<never>;
  /** Ends the process, and starts another once `until` is settled; resolves when it has ended */
  readonly pause: (until: Promise<unknown>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Keeps a processor running in a process of its own: one that dies is started again after a pause that doubles.
 * Exit codes 2 (configuration) and 75 (locked) are final, and `failed` carries its sentence.
 */
export function superviseProcessor(options: ProcessorOptions): SupervisedProcessor {
  let child: ChildProcess | undefined;
  let stopping = false;
  let tellStopped = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (tellStopped = resolve));
  let paused: Promise<unknown> | undefined;
  let wait: {timer: NodeJS.Timeout; end: () => void} | undefined;
  const killHard = () => void child?.kill('SIGKILL');
  process.once('exit', killHard);

  const run = async (): Promise<never> => {
    for (let failures = 1; ; failures++) {
      await resumed();
      const begun = Date.now();
      child = startProcessor(options);
      const code = await exitOf(child);
      if (stopping) throw new Interrupted('the processor was stopped');
      if (paused !== undefined) {
        failures = 0;
        continue;
      }
      const sentence = options.log.lastSentence;
      if (code === 2) throw new UserError(sentence.replace(SENTENCE_PREFIX, ''));
      if (code === 75) throw new BusyError(sentence.replace(SENTENCE_PREFIX, ''));
      if (Date.now() - begun > HEALTHY_RUN_MS) failures = 1;
      if (failures >= (options.maxFailures ?? Infinity)) {
        throw new Error(`The processor failed ${failures} times: ${sentence} (log: ${options.log.file})`);
      }
      const waitMs = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
      options.onRestart(
        `The processor ended (${code ?? 'killed'}): ${sentence}; starting again in ${waitMs / 1000} s, log: ${options.log.file}`,
      );
      await new Promise<void>((resolve) => (wait = {timer: setTimeout(resolve, waitMs), end: resolve}));
      wait = undefined;
      if (stopping) throw new Interrupted('the processor was stopped');
    }
  };
  /** Whoever asked for the pause may fail; the processor goes on all the same. */
  const resumed = async (): Promise<void> => {
    while (paused !== undefined) {
      const until = paused;
      await Promise.race([until.catch(() => undefined), stopped]);
      if (stopping) throw new Interrupted('the processor was stopped');
      if (paused === until) paused = undefined;
    }
  };
  const pause = async (until: Promise<unknown>): Promise<void> => {
    paused = until;
    await end();
  };
  const stop = async () => {
    stopping = true;
    tellStopped();
    clearTimeout(wait?.timer);
    wait?.end();
    await end();
    process.removeListener('exit', killHard);
  };
  const end = async () => {
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      const patience = setTimeout(killHard, STOP_TIMEOUT_MS);
      const exited = exitOf(child);
      child.kill('SIGTERM');
      await exited;
      clearTimeout(patience);
    }
  };
  const failed = run();
  // Whoever waits for it is told; nobody may be waiting yet.
  failed.catch(() => undefined);
  return {failed, pause, stop};
}

function startProcessor({script = OUR_COMMAND_LINE, args, environment, log}: ProcessorOptions): ChildProcess {
  // A group of its own: Ctrl-C in a terminal reaches the supervisor alone. The channel tells the child when we are gone.
  const child = spawn(process.execPath, [script, ...args], {
    env: childEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece: string) => log.write(piece));
  }
  child.once('error', (error) => log.write(`${error.message}\n`));
  return child;
}

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    child.once('close', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
