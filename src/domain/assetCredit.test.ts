import {attested, changed, day, drawn, evidenceOf, paid, registered, returned, scheduleOf} from '../test/dealStory';
import {ALICE, BOB} from '../test/given';
import {assetCredit, surpriseOf} from './assetCredit';
import type {DomainEvent} from './event';
import {known, missing} from './methodology';

const RUNNING = [registered(0), changed(0, 'PENDING', 'ACTIVE'), drawn(0, 100n)];
const TERMS = attested(
  0,
  'terms',
  scheduleOf([
    [90, 3n, 10n],
    [180, 3n, 20n],
    [365, 3n, 70n],
  ]),
);
const creditOn = (n: number, ...events: DomainEvent[]) => assetCredit(evidenceOf(...events), day(n));

test('golden: the WAL of what is still to be repaid, from the schedule, is 0.823287671233 years', () => {
  expect(creditOn(0, ...RUNNING, TERMS).walYears.value?.toFixed(12)).toBe('0.823287671233');
});

test('repaid principal leaves the WAL, and without a schedule maturity is no guess', () => {
  const after = creditOn(90, ...RUNNING, TERMS, returned(90, 10n));
  expect(after.walYears.value?.toFixed(12)).toBe('0.640791476408');
  expect(creditOn(0, ...RUNNING).walYears).toEqual(missing('NO_OBSERVATION'));
  const ended = [...RUNNING, TERMS, returned(90, 100n), changed(91, 'ACTIVE', 'REPAID')];
  expect(creditOn(95, ...ended).walYears).toEqual(missing('NOT_APPLICABLE'));
});

test('collected is what was paid of what is due, not what was prepaid', () => {
  const paidAhead = creditOn(100, ...RUNNING, TERMS, paid(80, 5n), returned(85, 30n));
  expect(paidAhead.collection).toEqual(known({scheduled: 13n, collected: 13n}));
  expect(creditOn(200, ...RUNNING, TERMS, paid(80, 5n)).collection).toEqual(known({scheduled: 36n, collected: 5n}));
  expect(creditOn(200, ...RUNNING).collection).toEqual(missing('NO_OBSERVATION'));
});

test('the next payment is the next due date that is open; an ended deal has none', () => {
  expect(creditOn(100, ...RUNNING, TERMS).next?.dueAt).toBe(day(180));
  expect(creditOn(400, ...RUNNING, TERMS).next).toBeNull();
  expect(creditOn(100, ...RUNNING, TERMS, changed(99, 'ACTIVE', 'REPAID')).next).toBeNull();
});

test('a surprise is signed and told only once it is due', () => {
  const [first, second, third] = creditOn(200, ...RUNNING, TERMS, paid(91, 5n), returned(91, 10n)).dues;
  const surprise = (due: typeof first) => due && surpriseOf(due, day(200));
  expect([first, second, third].map(surprise)).toEqual([known(2n), known(-23n), missing('NOT_APPLICABLE')]);
});

test('the obligor is the name attested, else who got the capital', () => {
  const parties = (n: number, obligor: string) =>
    attested(n, obligor, {kind: 'ASSET_PARTIES', body: {obligor, region: 'US', reserveRequired: '5'}});
  expect(creditOn(5, ...RUNNING).obligor).toBe(ALICE);
  expect(creditOn(5, ...RUNNING, drawn(3, 10n, BOB)).obligor).toBe(BOB);
  expect(creditOn(5, ...RUNNING, parties(2, 'GMI'), parties(4, 'Siam')).obligor).toBe('Siam');
  expect(creditOn(3, ...RUNNING, parties(2, 'GMI'), parties(4, 'Siam')).obligor).toBe('GMI');
  expect(creditOn(0, registered(0)).obligor).toBeNull();
});
