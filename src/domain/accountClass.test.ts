import {ACCOUNT_CLASSES, byClass} from './accountClass';

test('the classes are the whole: wallets hold what no label names', () => {
  const classes = byClass(100n, new Map([['DEX', 30n] as const, ['AI_SERVICE', 5n] as const]));
  expect([...classes.keys()]).toEqual(ACCOUNT_CLASSES);
  expect([classes.get('DEX'), classes.get('AI_SERVICE'), classes.get('LENDING'), classes.get('WALLET')]).toEqual([
    30n,
    5n,
    0n,
    65n,
  ]);
  expect([...classes.values()].reduce((sum, amount) => sum + amount)).toBe(100n);
});
