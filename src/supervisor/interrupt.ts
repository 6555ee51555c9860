import {isRunByNpm} from '../config';

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** npm passes on the signal that the terminal has already sent, so one Ctrl-C can arrive twice. */
const SAME_KEYSTROKE_MS = 1000;

/** How often to look whether the shell between npm and us still lives. */
const PARENT_CHECK_MS = 500;

/**
 * Resolves at the first request to stop: a signal, or under npm the death of the parent, because a signal for npm ends
 * at the shell it runs us with. A later signal, not the echo of the first, calls `hard`, which must end the process.
 * Until then the process stays alive, whatever else it has to do.
 */
export function interruption(hard: () => void): Promise<void> {
  return new Promise((resolve) => {
    const parent = process.ppid;
    const check = setInterval(() => {
      if (isRunByNpm() && process.ppid !== parent) stop();
    }, PARENT_CHECK_MS);
    const stop = () => {
      clearInterval(check);
      resolve();
    };
    let first: number | undefined;
    for (const name of SIGNALS) {
      process.on(name, () => {
        if (first !== undefined && Date.now() - first > SAME_KEYSTROKE_MS) hard();
        first ??= Date.now();
        stop();
      });
    }
  });
}
