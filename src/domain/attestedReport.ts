import type {EventOf} from './event';
import {factId} from './ids';

/** A report as a line of the register: nothing of it ever changes, a correction is a line of its own. */
export interface AttestedReportRow {
  readonly id: string;
  readonly chainId: number;
  readonly reportId: string;
  readonly kind: string;
  readonly subject: string;
  readonly asOf: number;
  readonly publishedAt: number;
  readonly assurance: string;
  readonly issuer: string;
  readonly uri: string;
  readonly documentHash: string;
  readonly corrects: string | null;
  readonly reason: string | null;
  readonly body: object;
  /** Block with which the chain learned of it, and its time */
  readonly height: number;
  readonly at: number;
  readonly record: string;
}

export function attestationFact({meta, type: _type, ...report}: EventOf<'ReportAttested'>): AttestedReportRow {
  const {chainId, height, at, record, part} = meta;
  return {id: factId(record, part), chainId, ...report, height, at, record};
}
