import {AID, ALICE, BOB, SAID, event, given, movement, type Speaker} from '../test/given';
import type {EventOf} from './event';
import {ZERO_ADDRESS} from './ids';
import {evolvePosition, positionKeys, type PositionEvent} from './stakePosition';

const moved = (from: string, to: string, amount: bigint, by: Speaker = SAID): EventOf<'TokenTransferred'> =>
  event('TokenTransferred', movement(from, to, amount), {by});
const [ALICES = ''] = positionKeys(moved(ZERO_ADDRESS, ALICE, 1n));
const [BOBS = ''] = positionKeys(moved(ZERO_ADDRESS, BOB, 1n));

const positionOf =
  (id: string, stakingNav: bigint | null = null) =>
  (row: Parameters<typeof evolvePosition>[0], one: PositionEvent) =>
    evolvePosition(row, one, id, stakingNav);

const requested = event('UnstakeRequested', {
  requestId: 1n,
  owner: ALICE,
  cycleId: 0n,
  shares: 40n,
  assetsQuoted: 42n,
  unstakingNav: 1_050_000_000_000_000_000n,
});
const filled = (assetsPaid: bigint, assetsRemaining: bigint) =>
  event('UnstakeFilled', {requestId: 1n, owner: ALICE, cycleId: 0n, assetsPaid, assetsRemaining}, {height: 2});

test('only movements of the vault’s own shares touch a position', () => {
  expect(positionKeys(moved(ALICE, BOB, 1n, AID))).toEqual([]);
  expect(positionKeys(moved(ALICE, BOB, 1n))).toEqual([ALICES, BOBS]);
  expect(positionKeys(moved(ALICE, ALICE, 1n))).toEqual([ALICES]);
  expect(positionKeys(moved(ALICE, ZERO_ADDRESS, 1n))).toEqual([ALICES]);
  expect(positionKeys(requested)).toEqual([ALICES]);
});

test('shares follow the token: staked, sent, received, burned', () => {
  given(positionOf(ALICES), moved(ZERO_ADDRESS, ALICE, 100n))
    .when(moved(ALICE, BOB, 30n), moved(ALICE, ALICE, 5n), moved(ALICE, ZERO_ADDRESS, 20n))
    .then({owner: ALICE, shares: 50n});
  given(positionOf(BOBS))
    .when(moved(ALICE, BOB, 30n))
    .then({owner: BOB, shares: 30n, cumulativeStaked: 0n});
});

test('a deposit counts what was paid and what was got; the shares themselves come with the transfer', () => {
  given(positionOf(ALICES))
    .when(event('Staked', {owner: ALICE, assets: 105n, shares: 100n}))
    .then({cumulativeStaked: 105n, cumulativeStakedShares: 100n, shares: 0n});
});

test('what was asked back is pending until it is paid', () => {
  given(positionOf(ALICES), requested).when().then({
    cumulativeUnstaked: 42n,
    cumulativeUnstakedShares: 40n,
    pendingAssets: 42n,
    cumulativePaid: 0n,
  });
  given(positionOf(ALICES), requested)
    .when(filled(12n, 30n))
    .then({pendingAssets: 30n, cumulativePaid: 12n, updatedHeight: 2});
  given(positionOf(ALICES), requested)
    .when(filled(12n, 30n), filled(30n, 0n))
    .then({pendingAssets: 0n, cumulativePaid: 42n, cumulativeUnstaked: 42n});
});

test('an exit at once counts as asked and paid, with nothing pending', () => {
  given(positionOf(ALICES))
    .when(event('Withdrawn', {owner: ALICE, receiver: BOB, assets: 21n, shares: 20n}))
    .then({cumulativeUnstaked: 21n, cumulativeUnstakedShares: 20n, cumulativePaid: 21n, pendingAssets: 0n});
});
