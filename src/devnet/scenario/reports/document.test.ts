import {reportIdOf} from '../../../chain/decodeReport';
import {canonicalJson} from '../../../domain/canonicalJson';
import {idOf, iso, ratioText, reportOf, usdText} from './document';

test('the id of a report is the one by which it is handed in', () => {
  const told = {chainId: 31_337, subject: `0x${'11'.repeat(32)}`, asOf: 1_700_000_000, publishedAt: 1_700_000_060};
  const body = {obligor: 'Tidewater Compute Pte', region: 'SG', reserveRequired: null};
  const report = reportOf(
    {...told, assurance: 'SELF_REPORTED', issuer: 'GAIB', path: 'a/b'},
    {kind: 'ASSET_PARTIES', body},
  );
  expect(idOf(report)).toBe(reportIdOf(canonicalJson(report)));
  expect([report.asOf, report.publishedAt]).toEqual(['2023-11-14T22:13:20Z', '2023-11-14T22:14:20Z']);
});

test('amounts and ratios are written out in full', () => {
  expect([usdText(0n), usdText(1n), usdText(12_345_678_901n)]).toEqual(['0.000000', '0.000001', '12345.678901']);
  expect([5, 58, 134, 200].map(ratioText)).toEqual(['0.05', '0.58', '1.34', '2.00']);
  expect(iso(0)).toBe('1970-01-01T00:00:00Z');
});
