import {fold} from '../projections/fold';
import type {Keyed, Projection} from '../projections/projection';
import {unstakeFill, unstakeRequest, withdrawalCycle, withdrawalQueue} from '../projections/queue';
import {AID, ALICE, BOB, CAROL, DISTRIBUTOR, event, movement, SAID, timeOf} from '../test/given';
import type {DomainEvent} from './event';
import {ZERO_ADDRESS} from './ids';

const OWNERS = [ALICE, BOB, CAROL];

const move = (height: number, from: string, to: string, amount: bigint): DomainEvent =>
  event('TokenTransferred', movement(from, to, amount), {height, by: AID});

const opened = (cycleId: bigint, from: number, to: number, height: number): DomainEvent => {
  const times = {opensAt: timeOf(from), cutoffAt: timeOf(to), settlesAt: timeOf(to)};
  return event('WithdrawalCycleOpened', {cycleId, ...times, policy: 'PRO_RATA'}, {height});
};

function requested(id: number, cycleId: bigint, assetsQuoted: bigint, height: number): DomainEvent {
  const owner = OWNERS[id - 1] ?? ALICE;
  const quote = {owner, cycleId, shares: assetsQuoted, assetsQuoted, unstakingNav: 1n};
  return event('UnstakeRequested', {requestId: BigInt(id), ...quote}, {height});
}

function filled(id: number, cycleId: bigint, paid: bigint, remaining: bigint, height: number): DomainEvent[] {
  const owner = OWNERS[id - 1] ?? ALICE;
  const payment = {requestId: BigInt(id), owner, cycleId, assetsPaid: paid, assetsRemaining: remaining};
  return [move(height, SAID.address, owner, paid), event('UnstakeFilled', payment, {height, logIndex: id})];
}

const settled = (cycleId: bigint, due: bigint, paid: bigint, height: number): DomainEvent =>
  event('WithdrawalCycleSettled', {cycleId, unstakingNav: 1n, assetsRequested: due, assetsPaid: paid}, {height});

/** The rows of a projection after these events. */
function rowsAfter<R extends Keyed>(of: Projection<R>, ...events: readonly DomainEvent[]): R[] {
  const changes = fold(events, [unstakeRequest, unstakeFill, withdrawalQueue, withdrawalCycle], new Map());
  const rows = changes.filter(({projection}) => projection === (of as Projection)).map(({row}) => row as R);
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

const cycleAfter = (cycleId: bigint, ...events: readonly DomainEvent[]) =>
  rowsAfter(withdrawalCycle, ...events).find((row) => row.cycleId === cycleId);

/** Alice asks for 100 outside of any cycle, Bob for 50 and Carol for 150 in cycle 1; 30 of Alice's is paid before. */
const HISTORY: readonly DomainEvent[] = [
  move(1, BOB, SAID.address, 60n),
  move(1, DISTRIBUTOR.address, SAID.address, 40n),
  move(1, ZERO_ADDRESS, SAID.address, 55n),
  move(2, SAID.address, ZERO_ADDRESS, 5n),
  requested(1, 0n, 100n, 3),
  opened(1n, 5, 10, 4),
  requested(2, 1n, 50n, 6),
  requested(3, 1n, 150n, 8),
  ...filled(1, 0n, 30n, 70n, 9),
];
const SETTLEMENT: readonly DomainEvent[] = [
  ...filled(1, 1n, 32n, 38n, 11),
  ...filled(2, 1n, 22n, 28n, 11),
  ...filled(3, 1n, 66n, 84n, 11),
  settled(1n, 270n, 120n, 11),
];

test('a settlement strikes the cycle’s account: opening and new are filled, paid between, or rolled', () => {
  expect(cycleAfter(1n, ...HISTORY, ...SETTLEMENT)).toMatchObject({
    status: 'SETTLED',
    policy: 'PRO_RATA',
    openedAt: timeOf(4),
    settledAt: timeOf(11),
    requestCount: 2,
    requestedAssets: 200n,
    openingAssets: 100n,
    newAssets: 200n,
    filledBetweenAssets: 30n,
    filledAssets: 120n,
    cancelledAssets: 0n,
    rolledAssets: 150n,
    openAssets: 0n,
    residual: 0n,
    dueAssets: 270n,
    liquidAssets: 120n,
    cumulativeDeposited: 60n,
    cumulativeReturned: 55n,
    cumulativeRevenue: 40n,
    cumulativeDeployed: 5n,
    cumulativePaidOut: 150n,
    paidSeconds: 32n * 96n + 22n * 60n + 66n * 36n,
  });
});

test('before its settlement a cycle has terms and requests, and no account', () => {
  expect(cycleAfter(1n, ...HISTORY)).toMatchObject({
    status: 'OPENED',
    requestedAssets: 200n,
    openingAssets: null,
    rolledAssets: null,
    residual: null,
    liquidAssets: null,
  });
});

test('a request outside of every cycle waits in cycle 0 and rolls into the one that is opened next', () => {
  expect(cycleAfter(0n, ...HISTORY.slice(0, 5))).toMatchObject({
    status: 'OUTSIDE',
    policy: null,
    newAssets: 100n,
    openAssets: 100n,
    rolledAssets: 0n,
  });
  expect(cycleAfter(0n, ...HISTORY)).toMatchObject({
    newAssets: 100n,
    rolledAssets: 100n,
    openAssets: 0n,
    filledBetweenAssets: 0n,
    residual: 0n,
    fillCount: 1,
    paidAssets: 30n,
  });
});

test('a contract that says another sum was due leaves a residual, which nothing hides', () => {
  const disputed = [...HISTORY, ...SETTLEMENT.slice(0, -1), settled(1n, 275n, 120n, 11)];
  expect(cycleAfter(1n, ...disputed)).toMatchObject({rolledAssets: 155n, residual: -5n});
});

test('payments are kept one by one, with the time their request waited', () => {
  expect(rowsAfter(unstakeFill, ...HISTORY, ...SETTLEMENT)).toMatchObject([
    {requestId: 1n, owner: ALICE, cycleId: 0n, assetsPaid: 30n, assetsRemaining: 70n, waitedSeconds: 72, height: 9},
    {requestId: 1n, cycleId: 1n, assetsPaid: 32n, assetsRemaining: 38n, waitedSeconds: 96, height: 11},
    {requestId: 2n, cycleId: 1n, assetsPaid: 22n, waitedSeconds: 60},
    {requestId: 3n, cycleId: 1n, assetsPaid: 66n, waitedSeconds: 36},
  ]);
});

test('the queue holds the AID that came in less what went out, and owes what is left of the requests', () => {
  expect(rowsAfter(withdrawalQueue, ...HISTORY, ...SETTLEMENT)).toMatchObject([
    {heldAssets: 0n, pendingAssets: 150n, pendingRequests: 3, address: SAID.address},
  ]);
});

test('a vault that sends AID it does not hold is refused', () => {
  expect(() => rowsAfter(withdrawalQueue, move(1, SAID.address, BOB, 1n))).toThrow(
    'A vault sends AID that it does not hold.',
  );
});
