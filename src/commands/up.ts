import {loadConfig} from '../config';
import {createLog} from '../log';
import {Interrupted, Lifecycle} from '../supervisor/lifecycle';
import {interruption} from '../supervisor/interrupt';
import {progressDisplay} from '../supervisor/progressDisplay';
import {up, type UpOptions} from '../up';

/** How long a start that was interrupted may take to come to its end before the process ends without it. */
const ABANDON_MS = 5_000;

/** Runs everything until it is stopped, or with `once` until the head is reached. */
export async function upCommand(options: UpOptions): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const display = progressDisplay();
  const lifecycle = new Lifecycle((what, error) => log.error({err: error}, `stopping ${what}`));
  const interrupted = interruption(() => process.exit(130)).then(() => 'interrupted' as const);
  const work = up({config, log, display, lifecycle}, options);
  try {
    if ((await Promise.race([work, interrupted])) === 'interrupted') {
      display.stop();
      display.say('Stopping ...');
    }
  } finally {
    display.stop();
    await lifecycle.close();
  }
  const patience = new Promise<void>((resolve) => setTimeout(resolve, ABANDON_MS).unref());
  await Promise.race([patience, work.catch((error: unknown) => expected(error))]);
}

function expected(error: unknown): void {
  if (!(error instanceof Interrupted)) throw error;
}
