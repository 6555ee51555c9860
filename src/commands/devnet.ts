import {loadConfig} from '../config';
import {createDataDirectory} from '../dataDirectory';
import {startDevnet} from '../devnet';
import {createLog} from '../log';
import {interruption} from '../supervisor/interrupt';
import {progressDisplay} from '../supervisor/progressDisplay';

export interface DevnetCommandOptions {
  readonly seed: number;
  readonly days: number;
  readonly fresh: boolean;
  readonly live: boolean;
}

/** Runs the local chain alone until it is stopped. */
export async function devnetCommand(options: DevnetCommandOptions): Promise<void> {
  const config = loadConfig();
  createDataDirectory(config.dataDir);
  const log = createLog(config.logLevel);
  const interrupted = interruption(() => process.exit(130));
  const display = progressDisplay();
  const bar = display.bar('local chain', 'blocks');
  const started = startDevnet({
    ...options,
    dataDir: config.dataDir,
    onProgress: ({phase, done, total}) => {
      if (phase !== 'live') bar.update(done, total);
    },
    onLiveError: (error) => log.error({err: error}, 'the local chain does not go on'),
  }).finally(() => display.stop());
  const devnet = await Promise.race([started, interrupted]);
  // A chain that is still being made ends with this process.
  if (devnet === undefined) return;
  process.stdout.write(
    `RPC      ${devnet.rpcUrl}\nnetwork  ${devnet.networkPath}\nhead     ${devnet.headHeight} ${devnet.headHash}` +
      `${devnet.resumed ? ' (resumed)' : ''}\n`,
  );
  const reason = await Promise.race([interrupted, devnet.ended.then(() => 'ended' as const)]);
  await devnet.stop();
  if (reason === 'ended') throw new Error('The local chain ended by itself.');
}
