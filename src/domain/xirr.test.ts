import fc from 'fast-check';
import {Rate} from './rates';
import {presentValue, xirr, type CashFlow} from './xirr';

const DAY = 86_400;
const WAD = 10n ** 18n;
const on = (day: string, hundredths: bigint): CashFlow => ({
  at: Date.parse(`${day}T00:00:00Z`) / 1000,
  amount: (hundredths * WAD) / 100n,
});
const after = (days: number, amount: bigint): CashFlow => ({at: days * DAY, amount});

const QUARTERLY = [
  on('2026-01-01', -10_000n),
  on('2026-04-01', 350n),
  on('2026-07-01', 350n),
  on('2026-10-01', 350n),
  on('2027-01-01', 10_350n),
];

test('golden: -100, three times 3.5 and 103.5 over a year of 365 days have an XIRR of 0.147575358559', () => {
  const {value} = xirr(QUARTERLY);
  expect(value?.toFixed(12)).toBe('0.147575358559');
});

test('the net present value at the root is below 1e-30', () => {
  const rate = xirr(QUARTERLY).value ?? new Rate(0);
  expect(presentValue(QUARTERLY, rate).abs().div(WAD.toString()).lt('1e-30')).toBe(true);
  expect(presentValue(QUARTERLY, new Rate('0.147')).gt(0)).toBe(true);
});

test('a rate is what compound interest says, negative where less comes back than went out', () => {
  expect(xirr([after(0, -100n), after(365, 110n)]).value?.toFixed(30)).toBe('0.100000000000000000000000000000');
  expect(xirr([after(0, -100n), after(730, 121n)]).value?.toFixed(30)).toBe('0.100000000000000000000000000000');
  expect(
    xirr([after(0, -100n), after(365, 100n)])
      .value?.abs()
      .lt('1e-45'),
  ).toBe(true);
  expect(xirr([after(0, -100n), after(365, 60n)]).value?.toFixed(30)).toBe('-0.400000000000000000000000000000');
});

test('without a rate in the bracket there is none: nothing back, all lost, or more than tenfold a year', () => {
  const none = {value: null, reason: 'NOT_APPLICABLE'};
  expect(xirr([])).toEqual(none);
  expect(xirr([after(0, -100n), after(300, -5n)])).toEqual(none);
  expect(xirr([after(0, -1000n), after(365, 9n)])).toEqual(none);
  expect(xirr([after(0, -100n), after(365, 1101n)])).toEqual(none);
  expect(xirr([after(0, -100n), after(365, 1099n)]).value?.toFixed(3)).toBe('9.990');
});

test('several rates that balance the flows are none: two of them, or three', () => {
  const two = [after(0, -100n), after(365, 230n), after(730, -132n)];
  expect(presentValue(two, new Rate('0.1')).abs().lt('1e-40')).toBe(true);
  expect(presentValue(two, new Rate('0.2')).abs().lt('1e-40')).toBe(true);
  expect(xirr(two)).toEqual({value: null, reason: 'NOT_APPLICABLE'});
  const three = [after(0, -1000n), after(365, 3350n), after(730, -3735n), after(1095, 1386n)];
  for (const rate of ['0.05', '0.1', '0.2']) expect(presentValue(three, new Rate(rate)).abs().lt('1e-40')).toBe(true);
  expect(xirr(three)).toEqual({value: null, reason: 'NOT_APPLICABLE'});
});

test('draws in parts, with income between them, have one rate, and it is found', () => {
  const tranches = [after(0, -100n), after(90, 4n), after(180, -100n), after(365, 8n), after(730, 230n)];
  const {value} = xirr(tranches);
  expect(
    presentValue(tranches, value ?? new Rate(9))
      .abs()
      .lt('1e-30'),
  ).toBe(true);
});

test('a recovery before the next draw leaves one rate where only one balances, and two that meet in one are none', () => {
  const renewed = [
    after(0, -159n),
    after(90, 5n),
    after(230, 56n),
    after(260, 37n),
    after(290, -250n),
    after(340, 252n),
  ];
  const {value} = xirr(renewed);
  expect(
    presentValue(renewed, value ?? new Rate(9))
      .abs()
      .lt('1e-30'),
  ).toBe(true);
  const meeting = [after(0, -100n), after(365, 220n), after(730, -121n)];
  expect(presentValue(meeting, new Rate('0.1')).abs().lt('1e-40')).toBe(true);
  expect(xirr(meeting)).toEqual({value: null, reason: 'NOT_APPLICABLE'});
});

test('flows of one instant are one, their order does not matter, and less than a day gives no rate', () => {
  const split = [after(365, 60n), after(0, -150n), after(365, 50n), after(0, 50n)];
  expect(xirr(split)).toEqual(xirr([after(0, -100n), after(365, 110n)]));
  expect(
    xirr([
      {at: 0, amount: -100n},
      {at: DAY - 1, amount: 101n},
    ]),
  ).toEqual({
    value: null,
    reason: 'INSUFFICIENT_HISTORY',
  });
});

const LOAN = fc.record({
  drawn: fc.bigInt(10n ** 20n, 10n ** 25n),
  returns: fc.array(fc.record({days: fc.integer({min: 1, max: 3000}), part: fc.integer({min: 0, max: 900})}), {
    minLength: 1,
    maxLength: 40,
  }),
});

test('a loan has a rate at which its value is nothing, and on either side of it the value has another sign', () => {
  fc.assert(
    fc.property(LOAN, ({drawn, returns}) => {
      const flows = [after(0, -drawn), ...returns.map(({days, part}) => after(days, (drawn * BigInt(part)) / 1000n))];
      const {value} = xirr(flows);
      if (value === null) return;
      const relative = (rate: Rate): Rate => presentValue(flows, rate).div(drawn.toString());
      expect(relative(value).abs().lt('1e-30')).toBe(true);
      const [below, above] = [relative(value.minus('1e-25')), relative(value.plus('1e-25'))];
      expect(below.gt(0) && above.lt(0)).toBe(true);
    }),
    {numRuns: 30},
  );
});

test('ten loans of three years paid monthly are answered in milliseconds', () => {
  const monthly = Array.from({length: 36}, (_, i) => ({at: 2_629_743 * (i + 1), amount: 3n * 10n ** 22n}));
  const flows = [after(0, -(10n ** 24n)), ...monthly];
  const started = process.hrtime.bigint();
  for (let i = 0n; i < 10n; i += 1n) xirr(flows.map(({at, amount}) => ({at, amount: amount + i})));
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1000);
});
