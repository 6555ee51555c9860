import {accountsIn, countActivity, type TokenActivity} from './tokenActivity';

const HOUR = 3600;
const MONDAY = Date.UTC(2026, 5, 1) / 1000;
const NONE: TokenActivity = {hourAccounts: 0, dayAccounts: 0, weekAccounts: 0, monthAccounts: 0, updatedAt: 0};

const after = (row: TokenActivity | undefined, at: number, before: readonly (number | null)[]): TokenActivity => ({
  ...countActivity(row, at, before),
  updatedAt: at,
});

test('an account is counted once in every bucket in which it moves', () => {
  const first = after(undefined, MONDAY, [null, null]);
  expect(first).toMatchObject({hourAccounts: 2, dayAccounts: 2, weekAccounts: 2, monthAccounts: 2});
  const again = after(first, MONDAY + 10, [MONDAY, null]);
  expect(again).toMatchObject({hourAccounts: 3, dayAccounts: 3, weekAccounts: 3, monthAccounts: 3});
  const later = after(again, MONDAY + 2 * HOUR, [MONDAY + 10, MONDAY]);
  expect(later).toMatchObject({hourAccounts: 2, dayAccounts: 3, weekAccounts: 3, monthAccounts: 3});
});

test('a new bucket begins with nobody, at its first second', () => {
  const last = after(undefined, MONDAY - 1, [null, null]);
  const first = after(last, MONDAY, [MONDAY - 1]);
  expect(first).toMatchObject({hourAccounts: 1, dayAccounts: 1, weekAccounts: 1, monthAccounts: 1});
});

test('a movement of nothing makes nobody active, and still ends the bucket before', () => {
  const row = after(after(undefined, MONDAY, [null]), MONDAY + HOUR, []);
  expect(row).toMatchObject({hourAccounts: 0, dayAccounts: 1});
});

test('a row of an earlier bucket says that nobody moved the token in this one', () => {
  const row = {...NONE, dayAccounts: 5, updatedAt: MONDAY - 1};
  expect(accountsIn(row, 'DAY', MONDAY)).toBe(0);
  expect(accountsIn({...row, updatedAt: MONDAY}, 'DAY', MONDAY)).toBe(5);
  expect(accountsIn(undefined, 'DAY', MONDAY)).toBe(0);
});
