import {playWindows, processOldest, settle} from './queue';
import {pay, type OpenRequest, type QueuePolicy} from './queuePolicy';

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;

const queueOf = (...amounts: readonly bigint[]): OpenRequest[] =>
  amounts.map((remaining, i) => ({requestId: BigInt(i + 1), requestedAt: i, remaining}));

/** What each of three requests is still owed after every window. */
function remainders(policy: QueuePolicy, liquidity: readonly bigint[]): bigint[][] {
  const windows = liquidity.map((amount) => ({policy, at: 0, liquidity: amount}));
  return playWindows(queueOf(100n, 50n, 150n), windows).map(({open}) =>
    [1n, 2n, 3n].map((id) => open.find(({requestId}) => requestId === id)?.remaining ?? 0n),
  );
}

test('golden: pro rata of 120, 90 and 200 pays .4, .5 and 1 of what remains of 100, 50 and 150', () => {
  expect(remainders('PRO_RATA', [120n, 90n, 200n])).toEqual([
    [60n, 30n, 90n],
    [30n, 15n, 45n],
    [0n, 0n, 0n],
  ]);
});

test('golden: FIFO of 120, 90 and 200 leaves 0/30/150, then 0/0/90, then nothing', () => {
  expect(remainders('FIFO', [120n, 90n, 200n])).toEqual([
    [0n, 30n, 150n],
    [0n, 0n, 90n],
    [0n, 0n, 0n],
  ]);
});

test('pro rata floors each payment and gives the wei that are left to the oldest that still lack some', () => {
  expect(pay('PRO_RATA', queueOf(1n, 1n, 1n, 1n), 3n, 0)).toEqual([
    {requestId: 1n, paid: 1n, remaining: 0n},
    {requestId: 2n, paid: 1n, remaining: 0n},
    {requestId: 3n, paid: 1n, remaining: 0n},
  ]);
  expect(pay('PRO_RATA', queueOf(100n, 50n, 150n), 101n, 0)).toEqual([
    {requestId: 1n, paid: 35n, remaining: 65n},
    {requestId: 2n, paid: 16n, remaining: 34n},
    {requestId: 3n, paid: 50n, remaining: 100n},
  ]);
});

test('cohorts are paid from the first day of M+2 on, the older month first, and pro rata inside of a month', () => {
  const days = ['2026-05-03', '2026-05-31', '2026-06-01'];
  const open = days.map((day, i) => ({requestId: BigInt(i + 1), requestedAt: midnight(day), remaining: 100n}));
  const before = midnight('2026-07-01') - 1;
  expect(pay('COHORT', open, 1000n, before)).toEqual([]);
  expect(pay('COHORT', open, 50n, before + 1).map(({paid}) => paid)).toEqual([25n, 25n]);
  expect(pay('COHORT', open, 250n, midnight('2026-08-01')).map(({paid}) => paid)).toEqual([100n, 100n, 50n]);
});

test('a settlement pays only what was requested before its cutoff, and the rest rolls', () => {
  const {due, fills, open} = settle(queueOf(10n, 20n, 30n), {policy: 'FIFO', cutoffAt: 2, at: 9, liquidity: 25n});
  expect(due).toBe(30n);
  expect(fills).toEqual([
    {requestId: 1n, paid: 10n, remaining: 0n},
    {requestId: 2n, paid: 15n, remaining: 5n},
  ]);
  expect(open.map(({remaining}) => remaining)).toEqual([5n, 30n]);
});

test('between settlements the oldest are paid, at most as many as asked for', () => {
  expect(processOldest(queueOf(10n, 20n, 30n), 2, 1000n).open.map(({requestId}) => requestId)).toEqual([3n]);
  expect(processOldest(queueOf(10n, 20n, 30n), 9, 25n).open.map(({remaining}) => remaining)).toEqual([5n, 30n]);
});
