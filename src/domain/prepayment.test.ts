import {missing} from './methodology';
import {conditionalPrepayment, principalMoves, singleMonthlyMortality} from './prepayment';
import {Rate} from './rates';

const payments = [100, 200, 300].map((dueAt) => ({dueAt, interest: 9n, principal: 100n}));

test('SMM is what was prepaid of what was not yet due, and CPR its year', () => {
  const moves = principalMoves(payments, [{at: 150, amount: 110n}], {from: 50, to: 150});
  expect(moves).toEqual({opening: 300n, scheduled: 100n, prepaid: 10n});
  const {value} = singleMonthlyMortality(moves);
  expect(value?.toFixed(12)).toBe('0.050000000000');
  expect(conditionalPrepayment(value ?? new Rate(0)).toFixed(12)).toBe('0.459639912337');
});

test('a payment on time, or a late one, prepays nothing', () => {
  expect(principalMoves(payments, [{at: 100, amount: 100n}], {from: 50, to: 150}).prepaid).toBe(0n);
  expect(principalMoves(payments, [{at: 260, amount: 200n}], {from: 250, to: 260}).prepaid).toBe(0n);
});

test('what was prepaid before is not outstanding, and nothing left gives no rate', () => {
  const moves = principalMoves(payments, [{at: 10, amount: 200n}], {from: 50, to: 150});
  expect(moves).toEqual({opening: 100n, scheduled: 0n, prepaid: 0n});
  const over = principalMoves(payments, [{at: 10, amount: 300n}], {from: 50, to: 150});
  expect(singleMonthlyMortality(over)).toEqual(missing('NOT_APPLICABLE'));
});
