import {ALICE, CHAIN_ID, event, given, MINTER, REDEEMER, timeOf, USDC} from '../test/given';
import {custodyKeys, evolveCustody} from './custodyBalance';
import {balanceRowId, contractRowId} from './ids';

const CUSTODY: readonly string[] = [MINTER.address, REDEEMER.address];
const COIN = contractRowId(CHAIN_ID, USDC.address);
const rowOf = (holder: string): string => balanceRowId(COIN, holder);

const moved = (from: string, to: string, amount: bigint, height = 1) =>
  event(
    'CustodyTransferred',
    {from, to, amount, fromCustody: CUSTODY.includes(from), toCustody: CUSTODY.includes(to)},
    {by: USDC, height},
  );

const of = (holder: string) => (row: Parameters<typeof evolveCustody>[0], one: ReturnType<typeof moved>) =>
  evolveCustody(row, one, rowOf(holder));

test('a movement touches its ends that lie in custody, and no others', () => {
  expect(custodyKeys(moved(ALICE, MINTER.address, 1n))).toEqual([rowOf(MINTER.address)]);
  expect(custodyKeys(moved(REDEEMER.address, ALICE, 1n))).toEqual([rowOf(REDEEMER.address)]);
  expect(custodyKeys(moved(MINTER.address, REDEEMER.address, 1n))).toEqual([
    rowOf(MINTER.address),
    rowOf(REDEEMER.address),
  ]);
  expect(custodyKeys(moved(MINTER.address, MINTER.address, 1n))).toEqual([rowOf(MINTER.address)]);
});

test('what moves inside custody leaves one holder and reaches the other', () => {
  const history = [moved(ALICE, MINTER.address, 5_000_000n), moved(MINTER.address, REDEEMER.address, 2_000_000n, 7)];
  given(of(MINTER.address))
    .when(...history)
    .then({amount: 3_000_000n, valueUsd: 3n * 10n ** 18n});
  given(of(REDEEMER.address))
    .when(history[1] ?? moved(ALICE, ALICE, 0n))
    .then({
      id: rowOf(REDEEMER.address),
      component: COIN,
      holder: REDEEMER.address,
      amount: 2_000_000n,
      valueUsd: 2n * 10n ** 18n,
      updatedHeight: 7,
      updatedAt: timeOf(7),
    });
});

test('a movement to oneself changes nothing', () => {
  given(of(MINTER.address), moved(ALICE, MINTER.address, 5n))
    .when(moved(MINTER.address, MINTER.address, 5n))
    .then({amount: 5n});
});

test('more leaving an address of custody than reached it is refused', () => {
  given(of(REDEEMER.address), moved(ALICE, REDEEMER.address, 5n))
    .when(moved(REDEEMER.address, ALICE, 6n))
    .thenRefused('An address of custody pays more of a stablecoin than the log saw it get.');
});
