import {reportRecordId} from './ids';
import type {ReportRecord} from './record';

/** A report that no block of its chain carries yet. */
export interface PendingReport {
  readonly reportId: string;
  /** Unix seconds */
  readonly publishedAt: number;
  /** The report as canonical JSON */
  readonly document: string;
}

interface Header {
  readonly height: number;
  readonly hash: string;
  readonly at: number;
}

/**
 * The records of pending reports, by height: each in the first of the blocks whose time is at or after its publication,
 * because a report is not known before it is published. What no block has reached stays pending. Any cut of a chain
 * into batches gives the same records.
 * @param pending in the order in which they were handed in
 * @param blocks in the order of the chain
 */
export function stampReports(
  chainId: number,
  pending: readonly PendingReport[],
  blocks: readonly Header[],
): Map<number, ReportRecord[]> {
  const stamped = new Map<number, ReportRecord[]>();
  for (const {reportId, publishedAt, document} of pending) {
    const block = blocks.find(({at}) => at >= publishedAt);
    if (block === undefined) continue;
    const {height, hash: blockHash, at} = block;
    const records = stamped.get(height) ?? [];
    const id = reportRecordId(chainId, height, records.length);
    records.push({kind: 'REPORT', id, chainId, height, blockHash, at, address: reportId, data: document});
    stamped.set(height, records);
  }
  return stamped;
}
