import type {AssetCashFlowRow} from './assetCashFlow';
import {daysPast, payOldestFirst, receiptsOf, type Due} from './dues';
import type {AssetStatus, DealType} from './lifecycle';
import {known, missing, type Measured} from './methodology';

/** The registry's status, with the grace period that it does not know (metrics.md C2). */
export type CreditStatus = AssetStatus | 'GRACE';

/** Days after a due date within which an open payment is in grace, not late. */
export const GRACE_DAYS = 5;

/** Nothing falls due on a deal that has not begun or has ended, and nothing is owed by date to equity. */
const WITHOUT_DUES: readonly AssetStatus[] = ['PENDING', 'REPAID', 'LIQUIDATED'];

export interface PastDue {
  /** Whole days since the oldest due date that is open */
  readonly days: Measured<number>;
  readonly oldestUnpaidAt: number | null;
  /** What is open of all that has fallen due, AID wei; null where that is not known */
  readonly arrears: bigint | null;
}

/** What is known of a deal's payments at an instant. */
export interface PaymentEvidence {
  readonly dealType: DealType;
  readonly status: AssetStatus;
  /** Payments of a contractual schedule and what was paid of them; null without one */
  readonly dues: readonly Due[] | null;
  /** Everything that moved up to the instant */
  readonly flows: readonly AssetCashFlowRow[];
  /** When the registry said DEFAULTED; what comes after it is a recovery, not a late payment */
  readonly defaultedAt: number | null;
}

/**
 * Days past due, counted from the contractual due instant of every payment, never from maturity alone (metrics.md 3.8,
 * T12): those of the oldest payment that is open. Without an attested schedule the payments reported missed are the
 * evidence. NO_OBSERVATION without either; NOT_APPLICABLE to equity and to a deal that has not begun or has ended.
 * @param at the instant asked about, unix seconds
 */
export function pastDue(evidence: PaymentEvidence, at: number): PastDue {
  const none = (reason: 'NOT_APPLICABLE' | 'NO_OBSERVATION'): PastDue => ({
    days: missing(reason),
    oldestUnpaidAt: null,
    arrears: null,
  });
  if (evidence.dealType === 'EQUITY' || WITHOUT_DUES.includes(evidence.status)) return none('NOT_APPLICABLE');
  const owed = evidence.dues === null ? missedPayments(evidence) : evidence.dues.map(owedOf);
  if (evidence.dues === null && owed.length === 0) return none('NO_OBSERVATION');
  const open = owed.filter((one) => one.dueAt <= at && one.paidAt === null);
  const [oldest] = open;
  return {
    days: known(oldest === undefined ? 0 : (daysPast(oldest, at) ?? 0)),
    oldestUnpaidAt: oldest?.dueAt ?? null,
    arrears: open.reduce((sum, {amount, paid}) => sum + amount - paid, 0n),
  };
}

interface Owed {
  readonly dueAt: number;
  readonly amount: bigint;
  readonly paid: bigint;
  readonly paidAt: number | null;
}

const owedOf = ({dueAt, interest, principal, paidInterest, paidPrincipal, paidAt}: Due): Owed => ({
  dueAt,
  amount: interest + principal,
  paid: paidInterest + paidPrincipal,
  paidAt,
});

/** Payments reported missed, oldest first, and what later receipts paid of them until the deal defaulted. */
function missedPayments({flows, defaultedAt}: PaymentEvidence): Owed[] {
  const missed = flows
    .flatMap(({kind, dueAt, amount}) => (kind === 'MISSED' && dueAt !== null ? [{dueAt, amount}] : []))
    .sort((a, b) => a.dueAt - b.dueAt);
  const {interest, principal} = receiptsOf(flows.filter(({at}) => at < (defaultedAt ?? Infinity)));
  const receipts = [...interest, ...principal].sort((a, b) => a.at - b.at);
  const paid = payOldestFirst(missed, receipts, false);
  return missed.map((one, i) => ({...one, ...(paid[i] ?? {paid: 0n, paidAt: null})}));
}

/**
 * The status with what days past due say where the registry still says ACTIVE: GRACE up to the grace period, LATE
 * after it (metrics.md C2). Any other word of the registry stands.
 */
export function creditStatus(registry: AssetStatus, days: Measured<number>, graceDays = GRACE_DAYS): CreditStatus {
  if (registry !== 'ACTIVE' || days.reason !== null || days.value === 0) return registry;
  return days.value <= graceDays ? 'GRACE' : 'LATE';
}
