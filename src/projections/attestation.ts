import {attestationFact, type AttestedReportRow} from '../domain/attestedReport';
import {factId} from '../domain/ids';
import {AttestedReport} from '../model';
import {projection} from './projection';

export const attestedReport = projection<AttestedReportRow, 'ReportAttested'>({
  name: 'attestedReport',
  version: 1,
  kind: 'fact',
  entity: AttestedReport,
  handles: ['ReportAttested'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  evolve: (_row, event) => attestationFact(event),
});
