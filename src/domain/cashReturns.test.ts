import {day, distributed, drawn, flowsOf, lost, missed, paid, returned} from '../test/dealStory';
import {distributedToPaidIn, grossRate, investment, moneyRate, multipleOnCapital} from './cashReturns';
import type {DomainEvent} from './event';
import {known, missing} from './methodology';
import {Rate} from './rates';

const GOLDEN: DomainEvent[] = [drawn(0, 10_000n), distributed(90, 350n), distributed(181, 340n, 10n)];
const LATER: DomainEvent[] = [distributed(273, 350n), returned(365, 10_000n, 350n)];

test('golden: the vault’s flows of the deal of metrics.md give XIRR 0.147575358559, MOIC and DPI 1.14', () => {
  const flows = flowsOf([...GOLDEN, ...LATER]);
  expect(moneyRate(flows, 0n, day(365)).value?.toFixed(12)).toBe('0.147575358559');
  expect(multipleOnCapital(investment(flows, 0n))).toEqual(known(new Rate('1.14')));
  expect(distributedToPaidIn(investment(flows, 0n))).toEqual(known(new Rate('1.14')));
});

test('while capital is out its value counts as if it came in now', () => {
  const flows = flowsOf(GOLDEN);
  expect(multipleOnCapital(investment(flows, 10_000n))).toEqual(known(new Rate('1.07')));
  expect(distributedToPaidIn(investment(flows, 10_000n))).toEqual(known(new Rate('0.07')));
  expect(moneyRate(flows, 10_000n, day(181)).value?.toFixed(3)).toBe('0.149');
});

test('a loss is negative, cover comes in, and what never reached the vault does not count', () => {
  const bad = flowsOf([
    drawn(0, 100n),
    paid(30, 99n),
    distributed(30, 0n, 0n, 99n),
    missed(61, 60, 5n),
    lost(365, 100n, 40n),
  ]);
  expect(moneyRate(bad, 0n, day(365)).value?.toFixed(12)).toBe('-0.600000000000');
  expect(multipleOnCapital(investment(bad, 0n))).toEqual(known(new Rate('0.4')));
});

test('nothing paid in has no multiple', () => {
  expect(multipleOnCapital(investment([], 0n))).toEqual(missing('NOT_APPLICABLE'));
  expect(distributedToPaidIn(investment([], 0n))).toEqual(missing('NOT_APPLICABLE'));
  expect(moneyRate([], 0n, day(1))).toEqual(missing('NOT_APPLICABLE'));
});

test('the gross rate is revenue over the principal it was paid for, and does not sink between payments', () => {
  const flows = flowsOf([drawn(0, 36_500n), paid(30, 450n), returned(30, 18_250n), paid(60, 225n)]);
  for (const n of [60, 89]) expect(grossRate(flows, day(n))).toEqual(known(new Rate('0.15')));
  expect(grossRate(flows, day(60), '360').value?.toFixed(12)).toBe('0.147945205479');
  expect(grossRate(flowsOf([drawn(0, 36_500n)]), day(60))).toEqual(missing('NO_OBSERVATION'));
  expect(grossRate(flowsOf([drawn(0, 36_500n), paid(10, 9n, 20)]), day(9))).toEqual(missing('INSUFFICIENT_HISTORY'));
  expect(grossRate(flowsOf([paid(10, 9n)]), day(60))).toEqual(missing('NOT_APPLICABLE'));
});
