import {
  changed,
  day,
  drawn,
  evidenceOf,
  missed,
  paid,
  registered,
  returned,
  scheduleOf,
  attested,
} from '../test/dealStory';
import {assetCredit} from './assetCredit';
import {creditStatus} from './delinquency';
import type {DomainEvent} from './event';
import {known, missing} from './methodology';

const RUNNING = [registered(0), changed(0, 'PENDING', 'ACTIVE'), drawn(0, 1000n)];
const QUARTERLY = scheduleOf([
  [90, 30n, 0n],
  [180, 30n, 0n],
  [270, 30n, 0n],
  [360, 30n, 1000n],
]);
const SCHEDULED = [...RUNNING, attested(0, 'terms', QUARTERLY)];

const creditOn = (n: number, ...events: DomainEvent[]) =>
  assetCredit(evidenceOf(...events.filter(({meta}) => meta.at <= day(n))), day(n));
const daysOn = (n: number, ...events: DomainEvent[]) => creditOn(n, ...events).pastDue.days;

test('T12: a late coupon is past due on its own date, long before the deal matures', () => {
  expect(daysOn(89, ...SCHEDULED)).toEqual(known(0));
  expect(daysOn(121, ...SCHEDULED)).toEqual(known(31));
  expect(daysOn(121, ...SCHEDULED, paid(90, 30n))).toEqual(known(0));
  expect(daysOn(200, ...SCHEDULED, paid(90, 30n))).toEqual(known(20));
});

test('the oldest open due date counts, and a part paid does not close it', () => {
  expect(daysOn(200, ...SCHEDULED, paid(95, 29n))).toEqual(known(110));
  expect(daysOn(200, ...SCHEDULED, paid(95, 30n), paid(190, 29n))).toEqual(known(20));
  expect(creditOn(200, ...SCHEDULED, paid(95, 29n)).pastDue).toMatchObject({oldestUnpaidAt: day(90), arrears: 31n});
});

test('principal past its date is past due as interest is', () => {
  const interest = paid(350, 120n);
  expect(daysOn(390, ...SCHEDULED, interest, returned(360, 999n))).toEqual(known(30));
  expect(daysOn(390, ...SCHEDULED, interest, returned(380, 1000n))).toEqual(known(0));
});

test('without a schedule a payment reported missed counts, until later receipts make it good', () => {
  const late = [...RUNNING, paid(30, 10n), missed(61, 60, 10n)];
  expect(daysOn(59, ...late)).toEqual(missing('NO_OBSERVATION'));
  expect(daysOn(75, ...late)).toEqual(known(15));
  expect(daysOn(75, ...late, paid(70, 10n))).toEqual(known(0));
  expect(daysOn(75, ...late, paid(70, 9n))).toEqual(known(15));
});

test('what comes in after a default is a recovery, not a late payment', () => {
  const late = [...RUNNING, missed(61, 60, 10n), changed(68, 'ACTIVE', 'LATE'), changed(80, 'LATE', 'DEFAULTED')];
  expect(daysOn(120, ...late, returned(100, 500n))).toEqual(known(60));
});

test('no evidence at all is no observation; equity, and what has not begun or has ended, owes nothing by date', () => {
  expect(daysOn(50, ...RUNNING)).toEqual(missing('NO_OBSERVATION'));
  const equity = [registered(0, {dealType: 'EQUITY'}), ...RUNNING.slice(1), attested(0, 'terms', QUARTERLY)];
  expect(daysOn(200, ...equity)).toEqual(missing('NOT_APPLICABLE'));
  expect(daysOn(50, registered(0))).toEqual(missing('NOT_APPLICABLE'));
  expect(daysOn(400, ...SCHEDULED, changed(300, 'ACTIVE', 'REPAID'))).toEqual(missing('NOT_APPLICABLE'));
});

test('a schedule that is only expected proves nothing late', () => {
  const expected = scheduleOf([[90, 30n, 0n]], false);
  expect(daysOn(200, ...RUNNING, attested(0, 'plan', expected))).toEqual(missing('NO_OBSERVATION'));
});

test('the registry’s ACTIVE is GRACE up to five days past due and LATE after; its other words stand', () => {
  const statusAfter = (days: number) => creditOn(90 + days, ...SCHEDULED).status;
  expect([0, 1, 5, 6, 300].map(statusAfter)).toEqual(['ACTIVE', 'GRACE', 'GRACE', 'LATE', 'LATE']);
  expect(creditStatus('ACTIVE', known(8), 10)).toBe('GRACE');
  expect(creditStatus('ACTIVE', missing('NO_OBSERVATION'))).toBe('ACTIVE');
  for (const status of ['PENDING', 'LATE', 'DEFAULTED', 'REPAID', 'LIQUIDATED', 'WRITTEN_OFF'] as const) {
    expect(creditStatus(status, known(1))).toBe(status);
  }
});

test('a restructuring moves what is due: arrears begin anew with the version in force', () => {
  const longer = scheduleOf([
    [240, 60n, 0n],
    [720, 60n, 1000n],
  ]);
  const restructured = [...SCHEDULED, attested(190, 'longer', longer)];
  expect(daysOn(189, ...restructured)).toEqual(known(99));
  expect(daysOn(190, ...restructured)).toEqual(known(0));
  expect(daysOn(250, ...restructured)).toEqual(known(10));
  expect(daysOn(250, ...restructured, paid(100, 60n))).toEqual(known(10));
  expect(daysOn(250, ...restructured, paid(200, 60n))).toEqual(known(0));
});
