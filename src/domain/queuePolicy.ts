import {monthsAfter} from './bucket';

/** How a window's liquidity is shared among the open requests (metrics.md 3.9). */
export const QUEUE_POLICIES = ['FIFO', 'PRO_RATA', 'COHORT'] as const;
export type QueuePolicy = (typeof QUEUE_POLICIES)[number];

/** A request that is still owed `remaining` AID wei. A queue is a list of them, the oldest first. */
export interface OpenRequest {
  readonly requestId: bigint;
  readonly requestedAt: number;
  readonly remaining: bigint;
}

/** What a request is paid, always more than 0, and what it is owed after that; AID wei. */
export interface Fill {
  readonly requestId: bigint;
  readonly paid: bigint;
  readonly remaining: bigint;
}

/**
 * What a policy pays to `due`, the oldest first, from `liquidity` AID wei at the instant `at` (unix seconds), in the
 * order of the requests (metrics.md 3.9). What it does not pay rolls.
 * - FIFO: each in full before the next gets anything.
 * - PRO_RATA: floor(remaining x liquidity / due) each; the wei that flooring leaves go to the oldest that still lack some.
 * - COHORT: the requests of month M are payable from the first day of M+2 on, the oldest month first, and inside of a
 *   month pro rata.
 */
export function pay(policy: QueuePolicy, due: readonly OpenRequest[], liquidity: bigint, at: number): Fill[] {
  switch (policy) {
    case 'FIFO':
      return payInOrder(due, liquidity);
    case 'PRO_RATA':
      return payProRata(due, liquidity);
    case 'COHORT':
      return payCohorts(due, liquidity, at);
  }
}

/** When the request of an instant is payable by the COHORT policy: the first day of its month + 2, UTC. */
export const cohortPayableAt = (requestedAt: number): number => monthsAfter(requestedAt, 2);

/** The requests as fills leave them; those that are paid in full are gone. */
export function afterFills(open: readonly OpenRequest[], fills: readonly Fill[]): OpenRequest[] {
  const left = new Map(fills.map(({requestId, remaining}) => [requestId, remaining]));
  return open
    .map((request) => ({...request, remaining: left.get(request.requestId) ?? request.remaining}))
    .filter(({remaining}) => remaining > 0n);
}

/** What is owed to requests together, AID wei. */
export const owed = (requests: readonly Pick<OpenRequest, 'remaining'>[]): bigint =>
  requests.reduce((sum, {remaining}) => sum + remaining, 0n);

/** What fills pay together, AID wei. */
export const paidBy = (fills: readonly Pick<Fill, 'paid'>[]): bigint => fills.reduce((sum, {paid}) => sum + paid, 0n);

function payInOrder(due: readonly OpenRequest[], liquidity: bigint): Fill[] {
  let left = liquidity;
  return fillsOf(due, ({remaining}) => {
    const paid = least(remaining, left);
    left -= paid;
    return paid;
  });
}

function payProRata(due: readonly OpenRequest[], liquidity: bigint): Fill[] {
  const total = owed(due);
  if (liquidity >= total) return payInOrder(due, liquidity);
  const share = ({remaining}: OpenRequest): bigint => (remaining * liquidity) / total;
  let dust = due.reduce((left, request) => left - share(request), liquidity);
  return fillsOf(due, (request) => {
    const extra = least(dust, request.remaining - share(request));
    dust -= extra;
    return share(request) + extra;
  });
}

function payCohorts(due: readonly OpenRequest[], liquidity: bigint, at: number): Fill[] {
  const payable = due.filter(({requestedAt}) => cohortPayableAt(requestedAt) <= at);
  const months = [...new Set(payable.map(({requestedAt}) => cohortPayableAt(requestedAt)))];
  let left = liquidity;
  return months.flatMap((month) => {
    const cohort = payable.filter(({requestedAt}) => cohortPayableAt(requestedAt) === month);
    const fills = payProRata(cohort, left);
    left -= paidBy(fills);
    return fills;
  });
}

const fillsOf = (due: readonly OpenRequest[], payment: (request: OpenRequest) => bigint): Fill[] =>
  due.flatMap((request) => {
    const paid = payment(request);
    return paid === 0n ? [] : [{requestId: request.requestId, paid, remaining: request.remaining - paid}];
  });

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
