import {assetReport, standing, type AssetReport} from './assetReport';
import type {EventOf} from './event';
import {reportInstant, type SchedulePayment} from './report';

/** One version of what a deal owes, or is expected to pay; amounts of the payments are AID wei as text. */
export interface AssetScheduleRow extends AssetReport {
  /** Whether the payments are owed by contract, or only expected */
  readonly contractual: boolean;
  readonly payments: readonly SchedulePayment[];
}

/** A payment that falls due at an instant (unix seconds); AID wei. */
export interface Payment {
  readonly dueAt: number;
  readonly interest: bigint;
  readonly principal: bigint;
}

/** A schedule with its place among the versions published by an instant: 1 is the first. */
export interface ScheduleVersion {
  readonly version: number;
  readonly schedule: AssetScheduleRow;
}

/** The row of a schedule; undefined for a report of another kind. */
export function scheduleFact(event: EventOf<'ReportAttested'>): AssetScheduleRow | undefined {
  if (event.kind !== 'ASSET_SCHEDULE') return undefined;
  return {...assetReport(event), contractual: event.body.contractual, payments: event.body.payments};
}

/** Every version published by an instant, first to last, corrected ones among them: none of them is ever lost. */
export const scheduleVersions = (schedules: readonly AssetScheduleRow[], at: number): ScheduleVersion[] =>
  schedules
    .filter(({publishedAt}) => publishedAt <= at)
    .sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1))
    .map((schedule, i) => ({version: i + 1, schedule}));

/**
 * The version in force at an instant: the newest published by then (metrics.md C3). A correction stands in the place of
 * what it corrects, so that one of an old version does not undo a later restructuring.
 */
export function scheduleInForce(schedules: readonly AssetScheduleRow[], at: number): ScheduleVersion | null {
  const newest = standing(schedules, at).at(-1);
  if (newest === undefined) return null;
  return scheduleVersions(schedules, at).find(({schedule}) => schedule.id === newest.id) ?? null;
}

/** The payments of a schedule by their due date; those of one instant are one. */
export function paymentsOf({payments}: Pick<AssetScheduleRow, 'payments'>): Payment[] {
  const due = new Map<number, Payment>();
  for (const payment of payments) {
    const dueAt = reportInstant(payment.dueAt);
    const {interest = 0n, principal = 0n} = due.get(dueAt) ?? {};
    due.set(dueAt, {
      dueAt,
      interest: interest + BigInt(payment.interest),
      principal: principal + BigInt(payment.principal),
    });
  }
  return [...due.values()].sort((a, b) => a.dueAt - b.dueAt);
}

/**
 * From when on receipts count towards a schedule, unix seconds. A version that lists only what falls due after its own
 * instant begins there anew; one that lists what was due before takes in all that was ever received.
 */
export function countsFrom({asOf, payments}: Pick<AssetScheduleRow, 'asOf' | 'payments'>): number {
  return payments.every(({dueAt}) => reportInstant(dueAt) > asOf) ? asOf : -Infinity;
}
