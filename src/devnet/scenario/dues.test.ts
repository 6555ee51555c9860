import {incomeOf} from './cashFlows';
import {SECONDS_PER_DAY, startOfDay} from './calendar';
import {DEALS, type Deal} from './deals';
import {duesOf, exitFee} from './dues';

const UNIT = 10n ** 12n;
const PRINCIPAL = 1_230_000n * 10n ** 18n;
const noonOf = (day: number): number => startOfDay(day) + 43_200;
const dues = (deal: Deal): ReturnType<typeof duesOf> => duesOf(deal, PRINCIPAL, noonOf(deal.startDay), noonOf);
const named = (code: string): Deal => DEALS.find((deal) => deal.code === code) as Deal;

test.each(DEALS)('$code pays all its principal back by its maturity, in order, whole units at a time', (deal) => {
  const payments = dues(deal);
  expect(payments.reduce((sum, {principal}) => sum + principal, 0n)).toBe(PRINCIPAL);
  expect(payments.at(-1)?.dueAt).toBe(noonOf(deal.maturityDay));
  expect(payments.map(({dueAt}) => dueAt)).toEqual([...new Set(payments.map(({dueAt}) => dueAt))].sort());
  expect(payments.filter(({interest, principal}) => interest % UNIT !== 0n || principal % UNIT !== 0n)).toEqual([]);
});

test('interest runs from the draw, on what is outstanding, floored to units; the exit fee comes with the last of it', () => {
  const deal = named('GPU-H200-01');
  let outstanding = PRINCIPAL;
  let since = noonOf(deal.startDay);
  const payments = dues(deal);
  for (const [i, {dueAt, interest, principal}] of payments.entries()) {
    const fee = i === payments.length - 1 ? exitFee(PRINCIPAL) : 0n;
    expect(interest).toBe((incomeOf(outstanding, deal.aprBps, dueAt - since) / UNIT) * UNIT + fee);
    [outstanding, since] = [outstanding - principal, dueAt];
  }
  expect(outstanding).toBe(0n);
});

test('a first period of less than five days is paid with the second', () => {
  const deal = {...named('DC-COLO-01'), startDay: 22, payDay: 25};
  const [first] = duesOf(deal, PRINCIPAL, noonOf(deal.startDay), noonOf);
  expect(first?.dueAt).toBe(noonOf(55));
  expect(first?.interest).toBe((incomeOf(PRINCIPAL, deal.aprBps, 33 * SECONDS_PER_DAY) / UNIT) * UNIT);
});
