import {createHash} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {REPORTS} from '../test/attested';
import {parseReports, readReports} from './reportFile';

const {ASSET_PARTIES} = REPORTS;

test('a good report of each kind is read as it is, one alone or several in an array', () => {
  const all = Object.values(REPORTS);
  for (const report of all) expect(parseReports(report, 'f')).toMatchObject([{source: 'f', report}]);
  expect(parseReports(all, 'f').map(({source, report}) => [source, report])).toEqual(
    all.map((report, i) => [`f, report ${i + 1}`, report]),
  );
});

test('the id of a report is the sha256 of its canonical JSON, whatever the order of its fields', () => {
  const [one] = parseReports(ASSET_PARTIES, 'f');
  const [other] = parseReports(Object.fromEntries(Object.entries(ASSET_PARTIES).reverse()), 'g');
  expect(one?.document).toMatch(/^\{"asOf":"2025-10-31T00:00:00Z","assurance":"SELF_REPORTED","body":\{"obligor":/);
  expect(one?.reportId).toBe(
    `0x${createHash('sha256')
      .update(one?.document ?? '')
      .digest('hex')}`,
  );
  expect(other?.reportId).toBe(one?.reportId);
  const [changed] = parseReports({...ASSET_PARTIES, issuer: 'GAIB Ltd'}, 'f');
  expect(changed?.reportId).not.toBe(one?.reportId);
});

describe('a file', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gaib-squid-report-'));
  afterAll(() => rmSync(dir, {recursive: true}));
  const file = path.join(dir, 'report.json');

  test('is read with its name as the source', () => {
    writeFileSync(file, JSON.stringify(ASSET_PARTIES));
    expect(readReports(file)).toMatchObject([{source: file, report: ASSET_PARTIES}]);
  });

  test('that is not there, or not JSON, is refused by its name', () => {
    writeFileSync(file, '{"schema":');
    expect(() => readReports(file)).toThrow(`${file} is not JSON`);
    expect(() => readReports(path.join(dir, 'none.json'))).toThrow('none.json cannot be read: ENOENT');
  });
});
