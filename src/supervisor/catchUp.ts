import {setTimeout as sleep} from 'node:timers/promises';
import type {Network} from '../chain/networks';
import {readHeights, type Queryable} from '../gateway/progress';

const POLL_MS = 250;

/**
 * Waits until a chain is indexed to its head. A head that moves on is not chased for ever: once the rest is no longer
 * than what is not final anyway, the head of that moment is the goal.
 * @param onProgress told the blocks done and the blocks in all, from the network's first block
 */
export async function untilCaughtUp(options: {
  db: Queryable;
  network: Network;
  head: () => number | null;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}): Promise<void> {
  const {db, network, head, signal, onProgress} = options;
  let goal: number | undefined;
  while (!signal.aborted) {
    const {indexedHeight} = await readHeights(db, network.chainId);
    const newest = head();
    if (newest !== null) {
      const indexed = indexedHeight ?? network.startBlock - 1;
      onProgress(Math.max(0, indexed - network.startBlock + 1), Math.max(1, newest - network.startBlock + 1));
      if (newest - indexed <= network.finalityConfirmation) goal ??= newest;
      if (goal !== undefined && indexed >= goal) return;
    }
    await sleep(POLL_MS, undefined, {signal}).catch(() => undefined);
  }
}
