import {UserError} from '../domain/errors';
import type {Report} from '../domain/report';
import {REPORTS} from '../test/attested';
import {assetIdOf} from '../test/given';
import {parseReports, type ReadReport} from './reportFile';
import {sift} from './submit';

const {ASSET_PARTIES, ASSET_SCHEDULE} = REPORTS;

const read = (report: object, source = 'report.json'): ReadReport => {
  const [one] = parseReports(report, source);
  if (one === undefined) throw new Error('nothing was read');
  return one;
};

const FIRST = read(ASSET_PARTIES, 'first.json');
const correction = (change: Partial<Report> = {}, corrects = FIRST.reportId): ReadReport =>
  read({...ASSET_PARTIES, publishedAt: '2025-11-04T00:00:00Z', corrects, reason: 'another region', ...change});

const taken = (...reports: ReadReport[]) => sift(reports, new Map()).submissions.map(({source}) => source);
const refusalOf = (...reports: ReadReport[]): string => {
  try {
    sift(reports, new Map());
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('accepted');
};

test('reports of one call are taken in the order of their publication, so that a correction comes after', () => {
  expect(taken(correction(), FIRST)).toEqual(['first.json', 'report.json']);
});

test('the same report twice in one call is taken once', () => {
  const {submissions, fresh} = sift([FIRST, read(ASSET_PARTIES, 'again.json')], new Map());
  expect(submissions.map(({source, alreadyHeld}) => [source, alreadyHeld])).toEqual([
    ['first.json', false],
    ['again.json', true],
  ]);
  expect(fresh).toHaveLength(1);
});

test('a correction may be corrected in turn', () => {
  const second = correction();
  const third = correction({publishedAt: '2025-11-05T00:00:00Z'}, second.reportId);
  expect(taken(third, second, FIRST)).toHaveLength(3);
});

test.each<[string, ReadReport[], string]>([
  [
    'a correction of nothing held',
    [correction()],
    `report.json: field corrects is "${FIRST.reportId}", expected the id of a report that is held here or handed in`,
  ],
  [
    'a correction of another kind',
    [FIRST, correction({kind: 'ASSET_SCHEDULE', body: ASSET_SCHEDULE.body})],
    'report.json: field kind is "ASSET_SCHEDULE", expected "ASSET_PARTIES", as in the report it corrects.',
  ],
  [
    'a correction of another subject',
    [FIRST, correction({subject: assetIdOf('another')})],
    `, expected "${ASSET_PARTIES.subject}", as in the report it corrects.`,
  ],
  [
    'a correction of another chain',
    [FIRST, correction({chainId: 1})],
    'field chainId is 1, expected 31337, as in the report it corrects.',
  ],
  [
    'a correction published with what it corrects',
    [FIRST, correction({publishedAt: FIRST.report.publishedAt})],
    'field publishedAt is "2025-11-03T09:00:00Z", expected an instant after 2025-11-03T09:00:00Z, when it was stated.',
  ],
  [
    'a second correction of one report',
    [FIRST, correction(), correction({reason: 'yet another region'})],
    `expected a report not corrected yet: correct ${correction().reportId} instead.`,
  ],
])('%s is refused', (_case, reports, message) => {
  expect(refusalOf(...reports)).toContain(message);
});
