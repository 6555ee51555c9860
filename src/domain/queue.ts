import {afterFills, owed, pay, type Fill, type OpenRequest, type QueuePolicy} from './queuePolicy';

/** A window in which the queue is paid. Times in unix seconds, liquidity in AID wei. */
export interface Settlement {
  readonly policy: QueuePolicy;
  /** Requests made before it are due */
  readonly cutoffAt: number;
  readonly at: number;
  readonly liquidity: bigint;
}

/** What was owed to the requests due, what each was paid, and the queue after it. */
export interface Settled {
  readonly due: bigint;
  readonly fills: readonly Fill[];
  readonly open: readonly OpenRequest[];
}

/** Pays what is open of the requests made before the cutoff, by the policy; the rest rolls. `open`: oldest first. */
export function settle(open: readonly OpenRequest[], {policy, cutoffAt, at, liquidity}: Settlement): Settled {
  const due = open.filter(({requestedAt}) => requestedAt < cutoffAt);
  const fills = pay(policy, due, liquidity, at);
  return {due: owed(due), fills, open: afterFills(open, fills)};
}

/** Pays the oldest requests at any time, at most `most` of them, the last one in part when the liquidity runs out. */
export function processOldest(open: readonly OpenRequest[], most: number, liquidity: bigint): Settled {
  const due = open.slice(0, most);
  const fills = pay('FIFO', due, liquidity, 0);
  return {due: owed(due), fills, open: afterFills(open, fills)};
}

/** The queue paid in one window after the other; the liquidity of each, AID wei, is there for that window only. */
export function playWindows(
  open: readonly OpenRequest[],
  windows: readonly (Omit<Settlement, 'cutoffAt'> & {readonly cutoffAt?: number})[],
): Settled[] {
  let left = open;
  return windows.map((window) => {
    const settled = settle(left, {...window, cutoffAt: window.cutoffAt ?? Infinity});
    left = settled.open;
    return settled;
  });
}
