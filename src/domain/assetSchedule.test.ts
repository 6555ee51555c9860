import {attested, day, DEAL, scheduleOf} from '../test/dealStory';
import {assetRowId} from './ids';
import {standing} from './assetReport';
import {
  countsFrom,
  paymentsOf,
  scheduleFact,
  scheduleInForce,
  scheduleVersions,
  type AssetScheduleRow,
} from './assetSchedule';

const report = (n: number, name: string, interest: bigint, corrects: string | null = null): AssetScheduleRow => {
  const row = scheduleFact(attested(n, name, scheduleOf([[100, interest, 0n]]), {corrects}));
  if (row === undefined) throw new Error('a schedule is a schedule');
  return row;
};
const inForce = (reports: AssetScheduleRow[], n: number) => scheduleInForce(reports, day(n));

test('a schedule keeps what was attested, by the asset it is about', () => {
  expect(report(3, 'first', 7n)).toMatchObject({
    asset: assetRowId(31337, DEAL),
    reportId: 'first',
    publishedAt: day(3),
    contractual: true,
    payments: [{interest: '7', principal: '0'}],
  });
  const parties = {kind: 'ASSET_PARTIES', body: {obligor: 'A', region: 'EU', reserveRequired: null}} as const;
  expect(scheduleFact(attested(3, 'parties', parties))).toBeUndefined();
});

test('the version in force is the newest published by then, and old ones stay', () => {
  const reports = [report(10, 'second', 2n), report(0, 'first', 1n)];
  expect(inForce(reports, -1)).toBeNull();
  expect(inForce(reports, 9.99)).toMatchObject({version: 1, schedule: {reportId: 'first'}});
  expect(inForce(reports, 10)).toMatchObject({version: 2, schedule: {reportId: 'second'}});
  expect(scheduleVersions(reports, day(10)).map(({schedule}) => schedule.reportId)).toEqual(['first', 'second']);
});

test('a correction replaces what it corrects from its publication on, and the old one stays queryable', () => {
  const reports = [report(0, 'first', 1n), report(20, 'corrected', 3n, 'first')];
  expect(inForce(reports, 19)?.schedule.reportId).toBe('first');
  expect(inForce(reports, 20)).toMatchObject({version: 2, schedule: {reportId: 'corrected'}});
  expect(scheduleVersions(reports, day(20))).toHaveLength(2);
});

test('a correction of an old version does not undo a later one, and a correction may be corrected', () => {
  const reports = [report(0, 'first', 1n), report(10, 'second', 2n), report(20, 'first again', 3n, 'first')];
  expect(inForce(reports, 20)?.schedule.reportId).toBe('second');
  const twice = [...reports, report(30, 'second again', 4n, 'second'), report(40, 'once more', 5n, 'second again')];
  expect(inForce(twice, 40)?.schedule.reportId).toBe('once more');
  expect(standing(twice, day(40)).map(({reportId}) => reportId)).toEqual(['first again', 'once more']);
});

test('payments are told by due date, those of one instant as one', () => {
  const row = scheduleFact(
    attested(
      0,
      'mixed',
      scheduleOf([
        [60, 5n, 0n],
        [30, 5n, 0n],
        [60, 0n, 90n],
      ]),
    ),
  );
  expect(row && paymentsOf(row)).toEqual([
    {dueAt: day(30), interest: 5n, principal: 0n},
    {dueAt: day(60), interest: 5n, principal: 90n},
  ]);
});

test('a version of what is still to come counts receipts from its own instant, one of the whole deal all of them', () => {
  const schedule = (n: number) => scheduleFact(attested(n, 'x', scheduleOf([[60, 5n, 0n]])));
  const [ahead, whole] = [schedule(30), schedule(61)];
  expect(ahead && countsFrom(ahead)).toBe(day(30));
  expect(whole && countsFrom(whole)).toBe(-Infinity);
});
