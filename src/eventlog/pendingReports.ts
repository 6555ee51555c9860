import type {Store} from '@subsquid/typeorm-store';
import {LessThanOrEqual, Raw} from 'typeorm';
import type {PendingReport} from '../domain/reportStamps';
import {AttestationInbox} from '../model';

/** A report is stamped once the log holds it; a fork that takes its block takes the stamp too. */
const isUnstamped = (reportId: string): string =>
  `NOT EXISTS (SELECT 1 FROM event_record r WHERE r.address = ${reportId} AND r.kind = 'REPORT')`;

/** The reports of a chain that are published by `at` (unix seconds) and not in the log, as they were handed in. */
export async function pendingReports(store: Store, chainId: number, at: number): Promise<PendingReport[]> {
  const reports = await store.find(AttestationInbox, {
    where: {chainId, publishedAt: LessThanOrEqual(new Date(at * 1000)), id: Raw(isUnstamped)},
    order: {sequence: 'ASC'},
  });
  return reports.map(({id, publishedAt, document}) => ({
    reportId: id,
    publishedAt: publishedAt.getTime() / 1000,
    document,
  }));
}
