import {ALICE, BOB, CHAIN_ID, event, given, MINTER, REDEEMER, USDC} from '../test/given';
import {contractRowId} from './ids';
import {known, missing} from './methodology';
import {redemptionCapacity} from './redemptionCapacity';
import {evolveRedeemer, redeemerKeys, utcDay} from './redeemerState';
import {WAD} from './units';

const DAY = 86_400;
const NOON = 20_000 * DAY + DAY / 2;

const limit = (newLimit: bigint) => event('RedeemLimitSet', {oldLimit: 0n, newLimit}, {by: REDEEMER, at: NOON});
const terms = (enabled: boolean, redeemFeeBps: number, by = REDEEMER) =>
  event('CollateralConfigured', {collateral: USDC.address, enabled, mintFeeBps: 3, redeemFeeBps}, {by});
const redeemed = (aidIn: bigint, at: number) =>
  event(
    'AidRedeemed',
    {...{owner: ALICE, receiver: BOB, collateral: USDC.address}, ...{aidIn, collateralOut: 1n, fee: 0n}},
    {at},
  );

test('a redeemer has its terms, and counts what was handed in by UTC day', () => {
  given(evolveRedeemer, terms(true, 10), limit(100n))
    .when(redeemed(30n, NOON), redeemed(5n, NOON + 1))
    .then({
      id: contractRowId(CHAIN_ID, REDEEMER.address),
      ...{collateral: USDC.address, isEnabled: true, feeBps: 10, dailyLimit: 100n, hasWhitelist: false},
      ...{lastDay: 20_000, redeemedOnLastDay: 35n, cumulativeRedeemed: 35n, redemptionCount: 2},
    });
});

test('a new UTC day begins with nothing handed in, at its first second', () => {
  const midnight = 20_001 * DAY;
  expect([utcDay(midnight - 1), utcDay(midnight)]).toEqual([20_000, 20_001]);
  given(evolveRedeemer, redeemed(30n, midnight - 1))
    .when(redeemed(5n, midnight))
    .then({lastDay: 20_001, redeemedOnLastDay: 5n, cumulativeRedeemed: 35n});
});

test('terms that were never said are unknown, but what it pays is seen in a redemption', () => {
  given(evolveRedeemer)
    .when(redeemed(1n, NOON))
    .then({collateral: USDC.address, isEnabled: null, feeBps: null, dailyLimit: null});
});

test('a whitelist is noticed, and the terms of a minter are not those of a redeemer', () => {
  const permitted = event('WhitelistUpdated', {account: ALICE, allowed: true}, {by: REDEEMER});
  given(evolveRedeemer).when(permitted).then({hasWhitelist: true});
  expect(redeemerKeys(terms(true, 10, MINTER))).toEqual([]);
  expect(redeemerKeys(terms(true, 10))).toEqual([contractRowId(CHAIN_ID, REDEEMER.address)]);
});

const row = {dailyLimit: 100n * WAD, lastDay: 20_000, redeemedOnLastDay: 40n * WAD, isEnabled: true};

test('the capacity is the smaller of the float and what the limit leaves of the day', () => {
  expect(redemptionCapacity(row, known(50n * WAD), NOON)).toEqual({
    redeemedToday: 40n * WAD,
    remainingAllowance: known(60n * WAD),
    capacity: known(50n * WAD),
  });
  expect(redemptionCapacity(row, known(70n * WAD), NOON).capacity).toEqual(known(60n * WAD));
  expect(redemptionCapacity(row, known(0n), NOON).capacity).toEqual(known(0n));
});

test('on another day the whole limit is left', () => {
  expect(redemptionCapacity(row, known(500n * WAD), NOON + DAY)).toMatchObject({
    redeemedToday: 0n,
    capacity: known(100n * WAD),
  });
});

test('a limit lowered below what went leaves nothing, as the contract counts', () => {
  const lowered = {...row, dailyLimit: 10n * WAD};
  expect(redemptionCapacity(lowered, known(5n * WAD), NOON).capacity).toEqual(known(0n));
});

test('without a limit or a float that is known there is no capacity, and a desk that is shut has none', () => {
  expect(redemptionCapacity({...row, dailyLimit: null}, known(1n), NOON).capacity.reason).toBe('NO_OBSERVATION');
  expect(redemptionCapacity(undefined, known(1n), NOON).capacity.reason).toBe('NO_OBSERVATION');
  expect(redemptionCapacity(row, missing('PARTIAL'), NOON).capacity.reason).toBe('PARTIAL');
  expect(redemptionCapacity({...row, isEnabled: false}, known(9n), NOON).capacity).toEqual(known(0n));
});
