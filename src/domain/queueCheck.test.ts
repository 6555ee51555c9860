import {checkPolicies, type QueueStep} from './queueCheck';
import {pay, type QueuePolicy} from './queuePolicy';

const MAY_3 = Date.UTC(2026, 4, 3) / 1000;
const JUNE_1 = Date.UTC(2026, 5, 1) / 1000;
const JULY_1 = Date.UTC(2026, 6, 1) / 1000;
const AMOUNTS = [100n, 50n, 150n];

const requests: QueueStep[] = AMOUNTS.map((assets, i) => ({
  kind: 'REQUESTED',
  requestId: BigInt(i + 1),
  at: MAY_3 + i,
  assets,
}));
const due = AMOUNTS.map((remaining, i) => ({requestId: BigInt(i + 1), requestedAt: MAY_3 + i, remaining}));

/** The three requests, paid 120 by one policy in cycle 1. */
const paidBy = (policy: QueuePolicy): QueueStep[] => [
  ...requests,
  ...pay(policy, due, 120n, JULY_1).map(({requestId, paid}): QueueStep => ({
    kind: 'PAID',
    requestId,
    cycleId: 1n,
    assets: paid,
  })),
  {kind: 'SETTLED', cycleId: 1n, cutoffAt: JUNE_1, at: JULY_1},
];

test('payments by a policy agree with it', () => {
  for (const policy of ['FIFO', 'PRO_RATA', 'COHORT'] as const) {
    expect(checkPolicies(paidBy(policy), () => policy).get(1n)).toEqual({
      cycleId: 1n,
      policy,
      verdict: 'AGREES',
      deviations: [],
    });
  }
});

test('pro-rata payments under FIFO are a POLICY_MISMATCH, with what FIFO would have paid', () => {
  expect(checkPolicies(paidBy('PRO_RATA'), () => 'FIFO').get(1n)).toEqual({
    cycleId: 1n,
    policy: 'FIFO',
    verdict: 'POLICY_MISMATCH',
    deviations: [
      {requestId: 1n, paid: 40n, expected: 100n},
      {requestId: 3n, paid: 60n, expected: 0n},
    ],
  });
});

test('a cohort that is paid before the first day of M+2 is a mismatch', () => {
  const early = paidBy('FIFO').map((step) => (step.kind === 'SETTLED' ? {...step, at: JULY_1 - 1} : step));
  expect(checkPolicies(early, () => 'COHORT').get(1n)).toMatchObject({
    verdict: 'POLICY_MISMATCH',
    deviations: [
      {requestId: 1n, paid: 100n, expected: 0n},
      {requestId: 2n, paid: 20n, expected: 0n},
    ],
  });
});

test('what was paid between settlements is no longer due, and what came after the cutoff is not yet', () => {
  const steps: QueueStep[] = [
    ...requests,
    {kind: 'PAID', requestId: 1n, cycleId: 0n, assets: 100n},
    {kind: 'REQUESTED', requestId: 4n, at: JUNE_1, assets: 7n},
    {kind: 'PAID', requestId: 2n, cycleId: 1n, assets: 50n},
    {kind: 'PAID', requestId: 3n, cycleId: 1n, assets: 1n},
    {kind: 'SETTLED', cycleId: 1n, cutoffAt: JUNE_1, at: JULY_1},
    {kind: 'PAID', requestId: 3n, cycleId: 2n, assets: 149n},
    {kind: 'PAID', requestId: 4n, cycleId: 2n, assets: 7n},
    {kind: 'SETTLED', cycleId: 2n, cutoffAt: JULY_1, at: JULY_1},
  ];
  const checks = checkPolicies(steps, () => 'FIFO');
  expect([...checks.values()].map(({verdict}) => verdict)).toEqual(['AGREES', 'AGREES']);
});

test('a payment to a request that was not due is a mismatch', () => {
  const steps: QueueStep[] = [
    ...requests,
    {kind: 'REQUESTED', requestId: 4n, at: JUNE_1, assets: 7n},
    {kind: 'PAID', requestId: 4n, cycleId: 1n, assets: 7n},
    {kind: 'SETTLED', cycleId: 1n, cutoffAt: JUNE_1, at: JULY_1},
  ];
  expect(checkPolicies(steps, () => 'FIFO').get(1n)?.deviations).toEqual([
    {requestId: 1n, paid: 0n, expected: 7n},
    {requestId: 4n, paid: 7n, expected: 0n},
  ]);
});
