import {averageYears, maturityMismatch} from './averageLife';
import {known, missing} from './methodology';
import {Rate} from './rates';

const DAY = 86_400;
const NOW = 1_780_000_000;
const inDays = (days: number, amount: bigint) => ({at: NOW + days * DAY, amount});

test('golden: 10 after 90 days, 20 after 180 and 70 after 365 have a WAL of 0.823287671233 years', () => {
  const {value} = averageYears([inDays(90, 10n), inDays(180, 20n), inDays(365, 70n)], NOW);
  expect(value?.toFixed(12)).toBe('0.823287671233');
});

test('a year is as long as its basis says', () => {
  expect(averageYears([inDays(360, 7n)], NOW, '360').value?.toFixed(12)).toBe('1.000000000000');
  expect(averageYears([inDays(360, 7n)], NOW).value?.toFixed(12)).toBe('0.986301369863');
});

test('what is overdue counts with its negative time; of nothing there is no average', () => {
  expect(averageYears([inDays(-73, 1n)], NOW).value?.toFixed()).toBe('-0.2');
  expect(averageYears([inDays(90, 0n)], NOW)).toEqual(missing('NOT_APPLICABLE'));
  expect(averageYears([], NOW)).toEqual(missing('NOT_APPLICABLE'));
});

test('the mismatch is the assets’ time less the liabilities’, and missing where one of them is', () => {
  expect(maturityMismatch(known(new Rate('0.82')), known(new Rate('0.17')))).toEqual(known(new Rate('0.65')));
  expect(maturityMismatch(missing('PARTIAL'), known(new Rate(1)))).toEqual(missing('PARTIAL'));
  expect(maturityMismatch(known(new Rate(1)), missing('NO_OBSERVATION'))).toEqual(missing('NO_OBSERVATION'));
});
