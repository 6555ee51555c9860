import {ALICE, ASSET_TOKEN, BOB, event, given, movement, type Place} from '../test/given';
import {balanceKeys, evolveBalance, tokenOf} from './balance';
import type {EventOf} from './event';
import {balanceRowId, ZERO_ADDRESS} from './ids';

type Moved = EventOf<'TokenTransferred'>;

const moved = (from: string, to: string, amount: bigint, place?: Place): Moved =>
  event('TokenTransferred', movement(from, to, amount), place);

const balanceOf = (account: string) => (row: Parameters<typeof evolveBalance>[0], one: Moved) =>
  evolveBalance(row, one, balanceRowId(tokenOf(one), account));

test('a transfer touches its sender and its receiver, and never the zero address', () => {
  const ids = (accounts: string[]) => accounts.map((account) => balanceRowId(tokenOf(moved(ALICE, BOB, 1n)), account));
  expect(balanceKeys(moved(ALICE, BOB, 1n))).toEqual(ids([ALICE, BOB]));
  expect(balanceKeys(moved(ZERO_ADDRESS, BOB, 1n))).toEqual(ids([BOB]));
  expect(balanceKeys(moved(ALICE, ZERO_ADDRESS, 1n))).toEqual(ids([ALICE]));
  expect(balanceKeys(moved(ALICE, ALICE, 1n))).toEqual(ids([ALICE]));
  expect(balanceKeys(moved(ZERO_ADDRESS, ZERO_ADDRESS, 1n))).toEqual([]);
});

test('what arrives is added and what leaves is taken', () => {
  const mint = moved(ZERO_ADDRESS, ALICE, 100n);
  const send = moved(ALICE, BOB, 30n, {height: 2});
  given(balanceOf(ALICE), mint).when(send).then({
    account: ALICE,
    balance: 70n,
    cumulativeReceived: 100n,
    cumulativeSent: 30n,
    updatedHeight: 2,
    updatedAt: send.meta.at,
  });
  given(balanceOf(BOB)).when(send).then({account: BOB, balance: 30n, cumulativeReceived: 30n, cumulativeSent: 0n});
});

test('a transfer to oneself leaves the balance and counts both ways', () => {
  given(balanceOf(ALICE), moved(ZERO_ADDRESS, ALICE, 5n))
    .when(moved(ALICE, ALICE, 5n))
    .then({balance: 5n, cumulativeReceived: 10n, cumulativeSent: 5n});
});

test('a balance may fall to exactly zero', () => {
  given(balanceOf(ALICE), moved(ZERO_ADDRESS, ALICE, 5n))
    .when(moved(ALICE, BOB, 5n))
    .then({balance: 0n});
});

test('taking one more than is held is refused: the log before it is incomplete', () => {
  given(balanceOf(ALICE), moved(ZERO_ADDRESS, ALICE, 5n))
    .when(moved(ALICE, BOB, 6n))
    .thenRefused('A transfer takes more than its sender holds');
  given(balanceOf(ALICE))
    .when(moved(ALICE, ZERO_ADDRESS, 1n))
    .thenRefused('held: 0');
});

test('ids within an ERC-1155 are held apart', () => {
  const of = (tokenId: bigint): Moved =>
    event('TokenTransferred', movement(ZERO_ADDRESS, ALICE, 1n, tokenId), {by: ASSET_TOKEN});
  expect(balanceKeys(of(1n))).not.toEqual(balanceKeys(of(2n)));
  given(balanceOf(ALICE))
    .when(of(2n))
    .then({tokenId: 2n, token: tokenOf(of(2n)), account: ALICE, balance: 1n});
});
