import fc from 'fast-check';
import {address, ALICE, BOB, CAROL} from '../test/given';
import {splitOf} from './payouts';

const VAULT = address(0x5a1d);

test('the net part is split by balance, floored, and dust goes to the vault', () => {
  const holdings = [
    {holder: VAULT, balance: 5n},
    {holder: ALICE, balance: 1n},
    {holder: BOB, balance: 1n},
  ];
  const legs = {netToVault: 71n, paidToHolders: 28n, dust: 1n};
  const split = splitOf(
    legs,
    holdings,
    new Map([
      [ALICE, 14n],
      [BOB, 14n],
    ]),
    VAULT,
  );
  expect(split.payouts.map(({expected}) => expected)).toEqual([71n, 14n, 14n]);
  expect(split).toMatchObject({net: 100n, supply: 7n, residual: 0n, expectedDust: 1n, isDustBounded: true});
});

test('an asset without tokens is the vault’s', () => {
  const split = splitOf({netToVault: 9n, paidToHolders: 0n, dust: 0n}, [], new Map(), VAULT);
  expect(split).toMatchObject({residual: 0n, expectedDust: 0n, isDustBounded: true});
  expect(split.payouts).toMatchObject([{holder: VAULT, expected: 9n, observed: {value: 9n}}]);
});

test('a payout that was not made, one of another amount and one to nobody who holds are seen', () => {
  const holdings = [ALICE, BOB].map((holder) => ({holder, balance: 1n}));
  const legs = {netToVault: 0n, paidToHolders: 10n, dust: 0n};
  const missed = splitOf(legs, holdings, new Map([[ALICE, 5n]]), VAULT);
  expect(missed.payouts[1]?.observed).toEqual({value: null, reason: 'NO_OBSERVATION'});
  expect(missed.residual).toBe(5n);
  expect(
    splitOf(
      legs,
      holdings,
      new Map([
        [ALICE, 5n],
        [BOB, 4n],
      ]),
      VAULT,
    ).residual,
  ).toBe(1n);
  const stray = splitOf(
    legs,
    holdings,
    new Map([
      [ALICE, 5n],
      [BOB, 5n],
      [CAROL, 1n],
    ]),
    VAULT,
  );
  expect(stray.payouts[2]).toEqual({holder: CAROL, balance: 0n, expected: 0n, observed: {value: 1n, reason: null}});
  expect(stray.residual).toBe(-1n);
});

test('dust above a wei a payee is out of bounds', () => {
  const holdings = [{holder: ALICE, balance: 1n}];
  expect(splitOf({netToVault: 0n, paidToHolders: 8n, dust: 1n}, holdings, new Map(), VAULT).isDustBounded).toBe(true);
  expect(splitOf({netToVault: 0n, paidToHolders: 7n, dust: 2n}, holdings, new Map(), VAULT).isDustBounded).toBe(false);
});

test('what flooring leaves is less than a wei for each payee', () => {
  const balances = fc.array(fc.bigInt(1n, 10n ** 24n), {minLength: 1, maxLength: 12});
  fc.assert(
    fc.property(balances, fc.bigInt(0n, 10n ** 24n), (all, netToVault) => {
      const holdings = all.map((balance, i) => ({holder: address(i), balance}));
      const {payouts, expectedDust, net} = splitOf(
        {netToVault, paidToHolders: 0n, dust: 0n},
        holdings,
        new Map(),
        null,
      );
      expect(payouts.reduce((sum, {expected}) => sum + expected, expectedDust)).toBe(net);
      expect(expectedDust >= 0n && expectedDust < BigInt(all.length)).toBe(true);
    }),
  );
});
