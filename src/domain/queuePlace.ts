import {DAY_SECONDS} from './rates';
import {cohortPayableAt, type OpenRequest, type QueuePolicy} from './queuePolicy';

/** Where an open request stands: its place from 1, and the AID wei owed to those before it. */
export interface Placed<R extends OpenRequest> {
  readonly request: R;
  readonly position: number;
  readonly ahead: bigint;
}

/** The place of every open request, the oldest first; each of them is counted, however many there are. */
export function placeRequests<R extends OpenRequest>(open: readonly R[]): Placed<R>[] {
  let ahead = 0n;
  return open.map((request, index) => {
    const placed = {request, position: index + 1, ahead};
    ahead += request.remaining;
    return placed;
  });
}

/**
 * The window, from 1, that pays the last wei of a request under FIFO: the least k with
 * L_1 + ... + L_k >= ahead + own (metrics.md 3.9); null when the liquidity given does not reach it.
 * All amounts in AID wei.
 */
export function expectedWindow(ahead: bigint, own: bigint, liquidity: readonly bigint[]): number | null {
  let sum = 0n;
  for (const [index, amount] of liquidity.entries()) {
    sum += amount;
    if (sum >= ahead + own) return index + 1;
  }
  return null;
}

/** The terms a request is paid by. */
export interface PayTerms {
  readonly policy: QueuePolicy;
  /** The settlement of the request's cycle, unix seconds; null outside of cycles */
  readonly settlesAt: number | null;
  /** Days within which the policy promises payment; null without a promise */
  readonly maxDays: number | null;
}

/**
 * When a request may first be paid and when it is to be paid at the latest, unix seconds. Under COHORT both are the
 * first day of M+2; otherwise the first is the settlement of its cycle (the request itself outside of cycles) and the
 * last what the policy promises, null without a promise.
 */
export function eligibleWindow(
  requestedAt: number,
  {policy, settlesAt, maxDays}: PayTerms,
): {from: number; to: number | null} {
  const from = policy === 'COHORT' ? cohortPayableAt(requestedAt) : (settlesAt ?? requestedAt);
  const promised = maxDays === null ? null : requestedAt + maxDays * DAY_SECONDS;
  return {from, to: promised ?? (policy === 'COHORT' ? from : null)};
}
