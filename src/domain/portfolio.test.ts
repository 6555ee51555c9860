import fc from 'fast-check';
import {
  attested,
  changed,
  day,
  drawn,
  evidenceOf,
  lost,
  paid,
  registered,
  returned,
  scheduleOf,
} from '../test/dealStory';
import {event} from '../test/given';
import {assetCredit} from './assetCredit';
import type {DomainEvent} from './event';
import {known, missing} from './methodology';
import {delinquency, portfolioCredit, SUMMED, sumsOf, type Position} from './portfolio';
import {Rate} from './rates';

const position = (n: number, ...events: DomainEvent[]): Position => {
  const evidence = evidenceOf(...events);
  return {evidence, credit: assetCredit(evidence, day(n))};
};
const loan = (amount: bigint): DomainEvent[] => [registered(0), changed(0, 'PENDING', 'ACTIVE'), drawn(0, amount)];
const terms = attested(
  0,
  'terms',
  scheduleOf([
    [60, 10n, 0n],
    [360, 10n, 75n],
  ]),
);
const valued = (collateralValue: bigint) =>
  event(
    'AssetValued',
    {assetId: registered(0).assetId, asOf: day(1), outstandingPrincipal: 0n, collateralValue, utilizationBps: 1},
    {at: day(1), height: 1441},
  );

test('a payment 29 days late is in no bucket, one 31 days late in DQ30, and a bucket holds those of the next', () => {
  const shares = (n: number, ...more: DomainEvent[]) =>
    delinquency([position(n, ...loan(75n), terms, ...more), position(n, ...loan(25n), terms, paid(60, 10n))]).map(
      ({share}) => share.value?.toFixed(),
    );
  expect(shares(60 + 29)).toEqual(['0', '0', '0']);
  expect(shares(60 + 30)).toEqual(['0', '0', '0']);
  expect(shares(60 + 31)).toEqual(['0.75', '0', '0']);
  expect(shares(60 + 91)).toEqual(['0.75', '0.75', '0.75']);
  expect(shares(60 + 91, paid(150, 10n))).toEqual(['0', '0', '0']);
});

test('a balance of which nobody says whether it is late leaves the share unknown and the amount a floor', () => {
  const [thirty] = delinquency([position(100, ...loan(75n), terms), position(100, ...loan(25n))]);
  expect(thirty).toEqual({days: 30, amount: 75n, share: missing('PARTIAL')});
  const repaid = position(100, ...loan(25n), returned(50, 25n), changed(50, 'ACTIVE', 'REPAID'));
  expect(delinquency([position(100, ...loan(75n), terms), repaid])[0]?.share).toEqual(known(new Rate(1)));
  expect(delinquency([repaid])[0]?.share).toEqual(missing('NOT_APPLICABLE'));
});

test('collateral covers what is outstanding: a value missing makes it partial, a deal repaid does not count', () => {
  const [covered, open] = [position(9, ...loan(75n), valued(100n)), position(9, ...loan(75n))];
  expect(portfolioCredit([covered], day(9)).overcollateralization.value?.toFixed(12)).toBe('0.333333333333');
  expect(portfolioCredit([covered, open], day(9)).collateral).toEqual(missing('PARTIAL'));
  const repaid = position(9, ...loan(75n), valued(100n), returned(5, 75n));
  expect(portfolioCredit([covered, repaid], day(9)).collateral).toEqual(known(100n));
});

test('WAL, WAM and the rate are weighted by balance; a balance without a schedule makes the WAL partial', () => {
  const all = portfolioCredit([position(0, ...loan(75n), terms)], day(0));
  expect([all.walYears, all.wamYears].map(({value}) => value?.toFixed(12))).toEqual([
    '0.986301369863',
    '0.986301369863',
  ]);
  expect(all.weightedApr).toEqual(known(new Rate('0.12')));
  const two = portfolioCredit([position(0, ...loan(75n), terms), position(0, ...loan(25n))], day(0));
  expect(two.walYears).toEqual(missing('PARTIAL'));
  expect(two.scheduledShare).toEqual(known(new Rate('0.75')));
});

test('defaults are counted of all that was drawn, losses of what was at stake', () => {
  const bad = [...loan(100n), changed(50, 'ACTIVE', 'LATE'), changed(60, 'LATE', 'DEFAULTED')];
  const open = portfolioCredit([position(90, ...bad, returned(70, 30n)), position(90, ...loan(300n))], day(90));
  expect(open.lossGivenDefault).toEqual(missing('PARTIAL'));
  expect(open.recoveryRate).toEqual(known(new Rate('0.3')));
  const over = portfolioCredit(
    [position(90, ...bad, returned(70, 30n), lost(80, 70n)), position(90, ...loan(300n))],
    day(90),
  );
  expect(over.lossGivenDefault).toEqual(known(new Rate('0.7')));
  expect(over.cumulativeDefault).toEqual(known(new Rate('0.175')));
});

const POSITION = fc
  .record({amount: fc.bigInt(1n, 10n ** 24n), back: fc.integer({min: 0, max: 1000}), hasTerms: fc.boolean()})
  .map(({amount, back, hasTerms}) =>
    position(99, ...loan(amount), ...(hasTerms ? [terms] : []), returned(60, (amount * BigInt(back)) / 1000n, 3n)),
  );

test('parts sum to the whole, however assets are grouped', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(POSITION, fc.nat(2)), {maxLength: 8}), (assets) => {
      const groups = [0, 1, 2].map((group) => assets.filter(([, of]) => of === group).map(([one]) => one));
      const whole = assets.map(([one]) => one);
      for (const column of SUMMED) {
        const sum = groups.reduce((total, group) => total + sumsOf(group)[column], 0n);
        expect(sum).toBe(sumsOf(whole)[column]);
      }
      for (const [i, {amount}] of delinquency(whole).entries()) {
        expect(groups.reduce((total, group) => total + (delinquency(group)[i]?.amount ?? 0n), 0n)).toBe(amount);
      }
      for (const figure of ['paidIn', 'distributions', 'nav'] as const) {
        const of = (some: Position[]) => portfolioCredit(some, day(99)).investment[figure];
        expect(groups.reduce((total, group) => total + of(group), 0n)).toBe(of(whole));
      }
    }),
    {numRuns: 40},
  );
});
