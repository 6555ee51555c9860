import {AID, ALICE, BOB, event, given, movement} from '../test/given';
import {balanceKeys, evolveBalance, type TokenBalanceRow} from './balance';
import type {EventOf} from './event';
import {ZERO_ADDRESS} from './ids';
import {evolveToken, type TokenRow} from './token';
import {transferFact, type TransferRow} from './transfer';

type Moved = EventOf<'TokenTransferred'>;

const moved = (from: string, to: string, amount: bigint): Moved =>
  event('TokenTransferred', movement(from, to, amount));
const mint = (to: string, amount: bigint): Moved => moved(ZERO_ADDRESS, to, amount);
const burn = (from: string, amount: bigint): Moved => moved(from, ZERO_ADDRESS, amount);

/** The token with the balances that its fold reads, which are folded before it. */
interface Books {
  readonly balances: ReadonlyMap<string, TokenBalanceRow>;
  readonly token: TokenRow;
  readonly fact: TransferRow;
}

function evolveBooks(books: Books | undefined, one: Moved): Books {
  const balances = new Map(books?.balances);
  for (const id of balanceKeys(one)) balances.set(id, evolveBalance(balances.get(id), one, id));
  const read = (id: string): TokenBalanceRow | undefined => balances.get(id);
  return {balances, token: evolveToken(books?.token, one, read), fact: transferFact(one, read)};
}

const after = (...events: Moved[]): Books => events.reduce<Books | undefined>(evolveBooks, undefined) as Books;

test('mints and burns move the supply, transfers do not', () => {
  const {token} = after(mint(ALICE, 100n), moved(ALICE, BOB, 40n), burn(BOB, 10n));
  expect(token).toMatchObject({
    role: AID.role,
    name: AID.name,
    decimals: 18,
    totalSupply: 90n,
    cumulativeMinted: 100n,
    cumulativeBurned: 10n,
    transferCount: 3,
  });
});

test('holders are those who hold something', () => {
  const holders = (...events: Moved[]): number => after(...events).token.holderCount;
  expect(holders(mint(ALICE, 0n))).toBe(0);
  expect(holders(mint(ALICE, 5n))).toBe(1);
  expect(holders(mint(ALICE, 5n), mint(ALICE, 5n))).toBe(1);
  expect(holders(mint(ALICE, 5n), moved(ALICE, BOB, 2n))).toBe(2);
  expect(holders(mint(ALICE, 5n), moved(ALICE, BOB, 5n))).toBe(1);
  expect(holders(mint(ALICE, 5n), moved(ALICE, BOB, 0n))).toBe(1);
  expect(holders(mint(ALICE, 5n), moved(ALICE, ALICE, 5n))).toBe(1);
  expect(holders(mint(ALICE, 5n), burn(ALICE, 5n))).toBe(0);
});

test('burning more than exists is refused', () => {
  given<TokenRow, Moved>((row, one) => evolveToken(row, one, () => undefined), mint(ALICE, 5n))
    .when(burn(ALICE, 6n))
    .thenRefused('More of a token is burned than exists.');
});

test('a transfer keeps both balances as it left them, and none for the zero address', () => {
  expect(after(mint(ALICE, 100n)).fact).toMatchObject({fromBalance: null, toBalance: 100n, amount: 100n});
  expect(after(mint(ALICE, 100n), moved(ALICE, BOB, 30n)).fact).toMatchObject({fromBalance: 70n, toBalance: 30n});
  expect(after(mint(ALICE, 100n), burn(ALICE, 30n)).fact).toMatchObject({fromBalance: 70n, toBalance: null});
  expect(after(mint(ALICE, 100n), moved(ALICE, ALICE, 30n)).fact).toMatchObject({fromBalance: 100n, toBalance: 100n});
});

test('the facts of one log that says several things are told apart', () => {
  const first = event('TokenTransferred', movement(ZERO_ADDRESS, ALICE, 1n, 1n), {part: 0});
  const second = event('TokenTransferred', movement(ZERO_ADDRESS, ALICE, 1n, 2n), {part: 1});
  expect(after(first).fact.id).toBe(first.meta.record);
  expect(after(second).fact.id).toBe(`${first.meta.record}-001`);
});
