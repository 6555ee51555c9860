import {DAY_SECONDS} from './rates';
import {markApy, mergeMarks, nextMarkExpectedAt, type Mark} from './yieldMarks';

const mark = (at: number, nav: bigint): Mark => ({
  at,
  stakingNav: nav * 10n ** 14n,
  totalAssets: nav * 10n ** 20n,
  totalShares: 10n ** 24n,
});
const day = (month: number, date: number): number => Date.UTC(2026, month - 1, date) / 1000;
const MARKS = [mark(day(5, 1), 10_400n), mark(day(6, 1), 10_500n), mark(day(7, 1), 10_598n), mark(day(8, 1), 10_701n)];

test('golden: one mark back gives 0.120616204174, three give 0.119850488755', () => {
  expect(markApy(MARKS, 1, day(8, 1), '365').apy.value?.toFixed(12)).toBe('0.120616204174');
  const three = markApy(MARKS, 3, day(8, 20), '365');
  expect(three.apy.value?.toFixed(12)).toBe('0.119850488755');
  expect([three.from, three.to]).toEqual([day(5, 1), day(8, 1)]);
});

test('fewer marks than asked for is INSUFFICIENT_HISTORY, not a shorter span', () => {
  expect(markApy(MARKS, 4, day(8, 1), '365').apy.reason).toBe('INSUFFICIENT_HISTORY');
  expect(markApy([], 1, day(8, 1), '365').apy.reason).toBe('INSUFFICIENT_HISTORY');
});

test('a mark later than 35 days leaves no rate to show', () => {
  const last = day(8, 1);
  expect(markApy(MARKS, 1, last + 35 * DAY_SECONDS, '365').apy.reason).toBeNull();
  expect(markApy(MARKS, 1, last + 35 * DAY_SECONDS + 1, '365')).toEqual({
    marks: 1,
    apy: {value: null, reason: 'MARK_OVERDUE'},
    from: null,
    to: null,
  });
});

test('marks closer than 24 h are one mark, the last of them', () => {
  const late = mark(day(8, 1) + DAY_SECONDS - 1, 10_650n);
  expect(mergeMarks([...MARKS, late])).toEqual([...MARKS.slice(0, 3), late]);
  expect(mergeMarks([...MARKS, mark(day(8, 2), 10_650n)])).toHaveLength(5);
  expect(mergeMarks([...MARKS].reverse())).toEqual(MARKS);
});

test('a mark that lowers the NAV gives a negative rate', () => {
  const fallen = [...MARKS, mark(day(9, 1), 10_594n)];
  expect(markApy(fallen, 1, day(9, 1), '365').apy.value?.lt(0)).toBe(true);
});

test('the next mark is expected 30 days after the last', () => {
  expect(nextMarkExpectedAt(MARKS)).toBe(day(8, 31));
  expect(nextMarkExpectedAt([])).toBeNull();
});
