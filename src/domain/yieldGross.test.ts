import fc from 'fast-check';
import {DAY_SECONDS, Rate, yearSeconds} from './rates';
import {apr} from './yield';
import {feesPerShare, grossApr} from './yieldGross';

const WAD = 10n ** 18n;
const START = {nav: WAD, at: 0};
const END = {nav: (102n * WAD) / 100n, at: 73 * DAY_SECONDS};

test('gross is net plus what was paid, whatever share of the yield it was: a change of the fee is no guess', () => {
  const halfYear = [
    {fees: 5n * WAD, totalShares: 1000n * WAD},
    {fees: 1n * WAD, totalShares: 500n * WAD},
  ];
  const fees = feesPerShare(halfYear);
  expect(fees.div(WAD.toString()).toFixed()).toBe('0.007');
  expect(grossApr(START, END, fees, '365').value?.toFixed(12)).toBe('0.135000000000');
  expect(apr(START, END).value?.toFixed(12)).toBe('0.100000000000');
});

test('without fees gross is net, without history it is missing', () => {
  expect(grossApr(START, END, feesPerShare([]), '365')).toEqual(apr(START, END));
  expect(grossApr(null, END, new Rate(1), '365').reason).toBe('INSUFFICIENT_HISTORY');
  expect(grossApr({nav: 0n, at: 0}, END, new Rate(1), '365').reason).toBe('NOT_APPLICABLE');
});

test('gross less fees is net, to the wei of a share', () => {
  const amount = fc.bigInt({min: 1n, max: 10n ** 27n});
  const nav = fc.bigInt({min: WAD / 100n, max: 100n * WAD});
  fc.assert(
    fc.property(nav, nav, fc.array(fc.tuple(amount, amount)), (from, to, paid) => {
      const fees = feesPerShare(paid.map(([one, totalShares]) => ({fees: one, totalShares})));
      const [start, end] = [
        {nav: from, at: 0},
        {nav: to, at: 30 * DAY_SECONDS},
      ];
      const gross = grossApr(start, end, fees, '365');
      const perShare = gross.value
        ?.times(30 * DAY_SECONDS)
        .div(yearSeconds('365'))
        .times(from.toString());
      const net = perShare?.minus(fees);
      expect(
        net
          ?.minus((to - from).toString())
          .abs()
          .lt(1),
      ).toBe(true);
    }),
    {numRuns: 200},
  );
});
