import {createHash} from 'node:crypto';
import {InvariantError} from '../domain/errors';
import type {EventOf} from '../domain/event';
import type {ReportRecord} from '../domain/record';
import {reportInstant, type Report} from '../domain/report';

/** The id of a report: sha256 of its canonical JSON. */
export const reportIdOf = (document: string): string =>
  `0x${createHash('sha256').update(document, 'utf8').digest('hex')}`;

/**
 * What a record of a report says. Pure: the same live and on replay.
 * @throws InvariantError when the record's text is not the one its id names
 */
export function decodeReport(record: ReportRecord): EventOf<'ReportAttested'> {
  const {id, chainId, height, blockHash, at, address: reportId, data} = record;
  if (reportIdOf(data) !== reportId) {
    throw new InvariantError('A report in the log is not the one its id names.', {record: id, reportId});
  }
  const {schema: _schema, chainId: _home, asOf, publishedAt, corrects, reason, ...said} = JSON.parse(data) as Report;
  return {
    type: 'ReportAttested',
    reportId,
    ...said,
    asOf: reportInstant(asOf),
    publishedAt: reportInstant(publishedAt),
    corrects: corrects ?? null,
    reason: reason ?? null,
    meta: {
      ...{chainId, height, blockHash, at, address: reportId, role: 'report', name: said.issuer, decimals: null},
      ...{txHash: '', record: id, part: 0, causes: [id]},
    },
  };
}
