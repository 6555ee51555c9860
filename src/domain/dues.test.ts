import fc from 'fast-check';
import {day, flowsOf, paid, returned} from '../test/dealStory';
import {daysPast, duesOf, payOldestFirst, receiptsOf} from './dues';

const due = (n: number, interest: bigint, principal = 0n) => ({dueAt: day(n), interest, principal});

test('interest pays interest and principal pays principal, the oldest due first', () => {
  const receipts = receiptsOf(flowsOf([paid(31, 15n), returned(61, 100n, 5n)]));
  expect(duesOf([due(30, 10n), due(60, 10n, 60n), due(90, 10n, 60n)], receipts)).toMatchObject([
    {paidInterest: 10n, paidPrincipal: 0n, paidAt: day(31)},
    {paidInterest: 10n, paidPrincipal: 60n, paidAt: day(61)},
    {paidInterest: 0n, paidPrincipal: 40n, paidAt: null},
  ]);
});

test('a due date is paid when the last of it is', () => {
  const receipts = receiptsOf(flowsOf([paid(30, 4n), paid(35, 6n), returned(30, 50n)]));
  expect(duesOf([due(30, 10n, 50n)], receipts)).toMatchObject([{paidAt: day(35)}]);
});

test('receipts count from the instant a schedule begins', () => {
  expect(receiptsOf(flowsOf([paid(10, 4n), paid(20, 6n)]), day(20)).interest.map(({amount}) => amount)).toEqual([6n]);
});

test('days past due are whole days, 0 when paid and none before the due date', () => {
  const open = {dueAt: day(30), paidAt: null};
  expect([29.9, 30, 30.99, 31, 61].map((n) => daysPast(open, day(n)))).toEqual([null, 0, 0, 1, 31]);
  expect(daysPast({...open, paidAt: day(40)}, day(90))).toBe(0);
});

test('a payment some seconds late is no surprise; one that comes nearer the next due date is one on both', () => {
  const dues = [due(30, 10n), due(60, 10n)];
  const received = (...at: number[]) =>
    duesOf(dues, receiptsOf(flowsOf(at.map((n) => paid(n, 10n))))).map((one) => one.received);
  expect(received(30.001, 60.001)).toEqual([10n, 10n]);
  expect(received(50, 60)).toEqual([0n, 20n]);
  expect(received(45, 60)).toEqual([10n, 10n]);
  expect(received(99)).toEqual([0n, 10n]);
});

const DUES = fc.array(fc.record({n: fc.nat(300), interest: fc.bigInt(0n, 50n), principal: fc.bigInt(0n, 50n)}), {
  minLength: 1,
  maxLength: 8,
});
const RECEIPTS = fc.array(fc.record({n: fc.nat(400), income: fc.bigInt(1n, 60n), principal: fc.bigInt(0n, 60n)}), {
  maxLength: 8,
});

test('nothing received is lost: every receipt belongs to one due date, and none is paid more than it asks', () => {
  fc.assert(
    fc.property(DUES, RECEIPTS, (owed, got) => {
      const payments = owed.map(({n, ...rest}) => ({dueAt: day(n), ...rest})).sort((a, b) => a.dueAt - b.dueAt);
      const flows = flowsOf(
        [...got].sort((a, b) => a.n - b.n).map((one) => returned(one.n, one.principal, one.income)),
      );
      const dues = duesOf(payments, receiptsOf(flows));
      const total = (pick: (one: (typeof dues)[number]) => bigint) => dues.reduce((sum, one) => sum + pick(one), 0n);
      expect(total(({received}) => received)).toBe(flows.reduce((sum, {amount}) => sum + amount, 0n));
      for (const side of ['interest', 'principal'] as const) {
        const receipts = receiptsOf(flows)[side].reduce((sum, {amount}) => sum + amount, 0n);
        const asked = total((one) => one[side]);
        const paidOf = total((one) => (side === 'interest' ? one.paidInterest : one.paidPrincipal));
        expect(paidOf).toBe(receipts < asked ? receipts : asked);
      }
    }),
  );
});

test('who may not prepay pays only what has fallen due', () => {
  const owed = [10, 20].map((dueAt) => ({dueAt, amount: 5n}));
  expect(payOldestFirst(owed, [{at: 15, amount: 9n}], false)).toEqual([
    {paid: 5n, paidAt: 15},
    {paid: 0n, paidAt: null},
  ]);
});
