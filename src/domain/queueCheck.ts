import {pay, paidBy, type OpenRequest, type QueuePolicy} from './queuePolicy';

/** What the queue did, in chain order: a request, a payment (of a settlement, or of none: cycle 0), a settlement. */
export type QueueStep =
  | {readonly kind: 'REQUESTED'; readonly requestId: bigint; readonly at: number; readonly assets: bigint}
  | {readonly kind: 'PAID'; readonly requestId: bigint; readonly cycleId: bigint; readonly assets: bigint}
  | {readonly kind: 'SETTLED'; readonly cycleId: bigint; readonly cutoffAt: number; readonly at: number};

/** A payment that is not what the policy would have made of the same money; AID wei. */
export interface Deviation {
  readonly requestId: bigint;
  readonly paid: bigint;
  readonly expected: bigint;
}

/** Whether the payments of a settlement are those of a policy. */
export interface PolicyCheck {
  readonly cycleId: bigint;
  readonly policy: QueuePolicy;
  readonly verdict: 'AGREES' | 'POLICY_MISMATCH';
  readonly deviations: readonly Deviation[];
}

interface Debt {
  readonly requestedAt: number;
  remaining: bigint;
}

/**
 * Holds the payments of every settlement against what its policy makes of the same sum (metrics.md 3.9, C16): how the
 * money is shared is tested, not how much there was.
 * @param policyOf the policy of a cycle
 */
export function checkPolicies(
  steps: readonly QueueStep[],
  policyOf: (cycleId: bigint) => QueuePolicy,
): Map<bigint, PolicyCheck> {
  const open = new Map<bigint, Debt>();
  const payments = new Map<bigint, Map<bigint, bigint>>();
  const checks = new Map<bigint, PolicyCheck>();
  for (const step of steps) {
    if (step.kind === 'REQUESTED') open.set(step.requestId, {requestedAt: step.at, remaining: step.assets});
    if (step.kind === 'PAID') noteIn(payments, step);
    if (step.kind === 'PAID' && step.cycleId === 0n) payOff(open, new Map([[step.requestId, step.assets]]));
    if (step.kind === 'SETTLED') {
      const paid = payments.get(step.cycleId) ?? new Map<bigint, bigint>();
      checks.set(step.cycleId, checkSettlement(step, policyOf(step.cycleId), open, paid));
      payOff(open, paid);
    }
  }
  return checks;
}

function checkSettlement(
  {cycleId, cutoffAt, at}: Extract<QueueStep, {kind: 'SETTLED'}>,
  policy: QueuePolicy,
  open: ReadonlyMap<bigint, Debt>,
  observed: ReadonlyMap<bigint, bigint>,
): PolicyCheck {
  const due: OpenRequest[] = [...open]
    .filter(([, {requestedAt}]) => requestedAt < cutoffAt)
    .map(([requestId, debt]) => ({requestId, ...debt}));
  const money = paidBy([...observed.values()].map((paid) => ({paid})));
  const expected = new Map(pay(policy, due, money, at).map(({requestId, paid}) => [requestId, paid]));
  const deviations = [...new Set([...expected.keys(), ...observed.keys()])]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((requestId) => ({requestId, paid: observed.get(requestId) ?? 0n, expected: expected.get(requestId) ?? 0n}))
    .filter((payment) => payment.paid !== payment.expected);
  return {cycleId, policy, verdict: deviations.length === 0 ? 'AGREES' : 'POLICY_MISMATCH', deviations};
}

function noteIn(
  payments: Map<bigint, Map<bigint, bigint>>,
  {cycleId, requestId, assets}: Extract<QueueStep, {kind: 'PAID'}>,
): void {
  const ofCycle = payments.get(cycleId) ?? new Map<bigint, bigint>();
  payments.set(cycleId, ofCycle.set(requestId, (ofCycle.get(requestId) ?? 0n) + assets));
}

function payOff(open: Map<bigint, Debt>, payments: ReadonlyMap<bigint, bigint>): void {
  for (const [requestId, paid] of payments) {
    const debt = open.get(requestId);
    if (debt === undefined) continue;
    debt.remaining -= paid;
    if (debt.remaining <= 0n) open.delete(requestId);
  }
}
