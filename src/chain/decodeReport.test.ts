import {InvariantError} from '../domain/errors';
import type {ReportRecord} from '../domain/record';
import {reportInstant, type Report} from '../domain/report';
import {toEntity, toRecord} from '../eventlog/entity';
import {documentOf, REPORTS} from '../test/attested';
import {ALICE, BOB, CHAIN_ID} from '../test/given';
import {answer, log, NETWORK} from '../test/decoding/rawLogs';
import {decode} from './decode';
import {reportIdOf} from './decodeReport';

const recordOf = (report: Report, data = documentOf(report)): ReportRecord => ({
  ...{kind: 'REPORT', id: `${CHAIN_ID}-0000000500-A00000`, chainId: CHAIN_ID, height: 500, blockHash: '0xb500'},
  ...{at: 1_770_000_000, address: reportIdOf(documentOf(report)), data},
});

test.each(Object.values(REPORTS))('a $kind says what was handed in, and where the chain learned of it', (report) => {
  const record = recordOf(report);
  const {schema: _schema, chainId: _home, asOf, publishedAt, ...said} = report;
  expect(decode([record], NETWORK)).toEqual([
    {
      ...said,
      type: 'ReportAttested',
      reportId: record.address,
      asOf: reportInstant(asOf),
      publishedAt: reportInstant(publishedAt),
      corrects: null,
      reason: null,
      meta: {
        ...{chainId: CHAIN_ID, height: 500, blockHash: '0xb500', at: 1_770_000_000, address: record.address},
        ...{role: 'report', name: 'GAIB', decimals: null, txHash: '', record: record.id, part: 0, causes: [record.id]},
      },
    },
  ]);
});

test('a correction names what it corrects and why', () => {
  const corrects = `0x${'1'.repeat(64)}`;
  const [event] = decode([recordOf({...REPORTS.ASSET_PARTIES, corrects, reason: 'another region'})], NETWORK);
  expect(event).toMatchObject({corrects, reason: 'another region'});
});

test('a report whose text was changed is refused', () => {
  const {ASSET_PARTIES} = REPORTS;
  const changed = {...ASSET_PARTIES, issuer: 'somebody else'};
  expect(() => decode([recordOf(ASSET_PARTIES, documentOf(changed))], NETWORK)).toThrow(InvariantError);
});

test('records come back from the log as they were appended, and so say the same', () => {
  const records = [
    recordOf(REPORTS.RESERVE_STATEMENT),
    log('aid', 'Transfer', [ALICE, BOB, 7n]),
    answer('convertToAssets', [1n], 5n, {height: 500}),
    answer('convertToAssets', [1n], null, {height: 500, readHeight: 499}),
  ];
  const kept = records.map(toEntity).map(toRecord);
  expect(kept).toEqual(records);
  expect(decode(kept, NETWORK)).toEqual(decode(records, NETWORK));
});

test('a record that lacks what its kind must have is refused', () => {
  const row = toEntity(log('aid', 'Transfer', [ALICE, BOB, 7n]));
  expect(() => toRecord(Object.assign(row, {txHash: null}))).toThrow('A log in the log lacks what a log must have.');
  expect(() => toRecord(Object.assign(row, {kind: 'RUMOUR'}))).toThrow('of no known kind');
});
