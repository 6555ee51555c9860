import {cashDrag, coverage} from './coverage';
import {known, missing} from './methodology';
import {Rate} from './rates';

const M = 10n ** 24n;

test('golden: the docs’ example: 100 of collateral on 75 is 33 % OC, and 5 of cash on 75 is 6.6 %', () => {
  const {overcollateralization, advanceRate, cashReserve} = coverage(75n * M, 100n * M, 5n * M);
  expect(overcollateralization.value?.toFixed(12)).toBe('0.333333333333');
  expect(advanceRate.value?.toFixed(12)).toBe('0.750000000000');
  expect(cashReserve.value?.toFixed(12)).toBe('0.066666666667');
});

test('too little collateral is negative, none at all is -1, and not valued is not 0', () => {
  expect(coverage(100n, 60n, 0n).overcollateralization).toEqual(known(new Rate('-0.4')));
  expect(coverage(100n, 0n, 0n).overcollateralization).toEqual(known(new Rate(-1)));
  expect(coverage(100n, 0n, 0n).advanceRate).toEqual(missing('NOT_APPLICABLE'));
  const unvalued = coverage(100n, null, null);
  expect(Object.values(unvalued)).toEqual([1, 2, 3].map(() => missing('NO_OBSERVATION')));
  expect(Object.values(coverage(0n, 5n, 5n))).toEqual([1, 2, 3].map(() => missing('NOT_APPLICABLE')));
});

test('cash drag is what the idle share would have earned', () => {
  const {idleShare, yieldLost} = cashDrag(known(25n), 75n, known(new Rate('0.14')));
  expect([idleShare.value?.toFixed(), yieldLost.value?.toFixed()]).toEqual(['0.25', '0.035']);
  expect(cashDrag(missing('NO_OBSERVATION'), 75n, known(new Rate(1))).idleShare).toEqual(missing('NO_OBSERVATION'));
  expect(cashDrag(known(0n), 0n, known(new Rate(1))).yieldLost).toEqual(missing('NOT_APPLICABLE'));
  expect(cashDrag(known(1n), 1n, missing('NOT_APPLICABLE'))).toEqual({
    idleShare: known(new Rate('0.5')),
    yieldLost: missing('NOT_APPLICABLE'),
  });
  expect(cashDrag(known(-25n), 100n, known(new Rate('0.12'))).yieldLost.value?.toFixed()).toBe('-0.04');
});
