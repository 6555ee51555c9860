import {setTimeout as sleep} from 'node:timers/promises';
import type {Logger} from 'pino';
import {BusyError, UserError} from '../domain/errors';
import {formulas, publishAll} from '../publish/publish';
import {takePublisherLock} from '../publish/publisherLock';
import {openSource, publishedChain, readChangeLog} from '../publish/session';

const INTERVAL_MS = 60_000;

/**
 * Publishes what is due, and again every minute, until it is stopped: the batch at work is finished then. Where another
 * process publishes already, or nothing is indexed yet, the next minute may tell otherwise. A failure is logged and
 * stops nothing else: what is not published now is still due.
 */
export function startPublisher(dbUrl: string, log: Logger): {stop(): Promise<void>} {
  const stopped = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await publishWhileHeld(dbUrl, log, stopped.signal).catch((error: unknown) => {
        if (error instanceof BusyError || error instanceof UserError)
          log.debug({reason: error.message}, 'not published');
        else log.warn({err: error}, 'daily closes could not be published');
      });
      await rest(stopped.signal);
    }
  };
  const ended = loop();
  return {
    stop: async () => {
      stopped.abort();
      await ended;
    },
  };
}

/** Holds the publisher's lock from one publication to the next, so that a program of another version does not step in. */
async function publishWhileHeld(dbUrl: string, log: Logger, stopped: AbortSignal): Promise<void> {
  const source = await openSource(dbUrl);
  try {
    const chainId = await publishedChain(source);
    const lock = await takePublisherLock(dbUrl, chainId);
    const signal = AbortSignal.any([stopped, lock.lost]);
    try {
      const using = formulas(readChangeLog());
      while (!signal.aborted) {
        const {days, values, restatements} = await publishAll(source, using, {signal});
        if (days > 0) log.debug({chainId, days, values, restatements}, 'published daily closes');
        await rest(signal);
      }
    } finally {
      await lock.release();
    }
  } finally {
    await source.destroy();
  }
}

const rest = (signal: AbortSignal): Promise<void> => sleep(INTERVAL_MS, undefined, {signal}).catch(() => undefined);
