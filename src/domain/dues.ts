import type {AssetCashFlowRow, CashFlowKind} from './assetCashFlow';
import type {Payment} from './assetSchedule';
import {DAY_SECONDS} from './rates';

/** Money received for something that is owed; AID wei, unix seconds. */
export interface Receipt {
  readonly at: number;
  readonly amount: bigint;
}

/** A payment due, and what of it was paid. */
export interface Due extends Payment {
  readonly paidInterest: bigint;
  readonly paidPrincipal: bigint;
  /** When the last of it was paid; null while some is open */
  readonly paidAt: number | null;
  /** Receipts that came nearer to this due date than to any other, the earlier one where two are as near */
  readonly received: bigint;
}

export interface Received {
  readonly interest: readonly Receipt[];
  readonly principal: readonly Receipt[];
}

const INTEREST_KINDS: readonly CashFlowKind[] = ['REVENUE_GROSS', 'INCOME'];

/** What a borrower paid on a deal from an instant on: revenue and income as interest, capital returned as principal. */
export function receiptsOf(flows: readonly AssetCashFlowRow[], from = -Infinity): Received {
  const counted = flows.filter(({at}) => at >= from);
  return {
    interest: counted.filter(({kind}) => INTEREST_KINDS.includes(kind)),
    principal: counted.filter(({kind}) => kind === 'PRINCIPAL'),
  };
}

/**
 * What was paid of each due date: interest pays interest and principal pays principal, each the oldest due first
 * (metrics.md C3), ahead of time too.
 * @param payments by due date
 */
export function duesOf(payments: readonly Payment[], {interest, principal}: Received): Due[] {
  const interestPaid = payOldestFirst(
    payments.map(({dueAt, interest: amount}) => ({dueAt, amount})),
    interest,
  );
  const principalPaid = payOldestFirst(
    payments.map(({dueAt, principal: amount}) => ({dueAt, amount})),
    principal,
  );
  const nearest = nearestDue(payments, [...interest, ...principal]);
  return payments.map((payment, i) => {
    const [ofInterest, ofPrincipal] = [interestPaid[i] ?? UNPAID, principalPaid[i] ?? UNPAID];
    const isPaid = ofInterest.paidAt !== null && ofPrincipal.paidAt !== null;
    return {
      ...payment,
      paidInterest: ofInterest.paid,
      paidPrincipal: ofPrincipal.paid,
      paidAt: isPaid ? Math.max(ofInterest.paidAt, ofPrincipal.paidAt) : null,
      received: nearest[i] ?? 0n,
    };
  });
}

interface Paid {
  readonly paid: bigint;
  readonly paidAt: number | null;
}
const UNPAID: Paid = {paid: 0n, paidAt: null};

/**
 * Receipts in the order they came, each paying the oldest open amount first; an amount of 0 is paid when it is due.
 * @param mayPrepay whether a receipt pays what is due only later
 */
export function payOldestFirst(
  owed: readonly {readonly dueAt: number; readonly amount: bigint}[],
  receipts: readonly Receipt[],
  mayPrepay = true,
): Paid[] {
  const paid = owed.map(({dueAt, amount}): Paid => (amount === 0n ? {paid: 0n, paidAt: dueAt} : UNPAID));
  for (const {at, amount} of receipts) {
    let left = amount;
    for (let i = 0; i < owed.length && left > 0n; i += 1) {
      const [one, so] = [owed[i], paid[i]];
      if (one === undefined || so === undefined || so.paidAt !== null) continue;
      if (!mayPrepay && one.dueAt >= at) break;
      const open = one.amount - so.paid;
      const part = left < open ? left : open;
      left -= part;
      paid[i] = {paid: so.paid + part, paidAt: part === open ? at : null};
    }
  }
  return paid;
}

/** Sums of the receipts nearest to each due date: together all that was received. */
function nearestDue(payments: readonly Payment[], receipts: readonly Receipt[]): bigint[] {
  const sums = payments.map(() => 0n);
  for (const {at, amount} of receipts) {
    const after = payments.findIndex(({dueAt}) => dueAt >= at);
    const next = after < 0 ? payments.length - 1 : after;
    const before = payments[next - 1];
    const isBeforeNearer = before !== undefined && at - before.dueAt <= (payments[next]?.dueAt ?? at) - at;
    const nearest = after > 0 && isBeforeNearer ? next - 1 : next;
    if (nearest >= 0) sums[nearest] = (sums[nearest] ?? 0n) + amount;
  }
  return sums;
}

/** Whole days since a due date whose payment is open at an instant; 0 where it was paid; null before it is due. */
export function daysPast({dueAt, paidAt}: Pick<Due, 'dueAt' | 'paidAt'>, at: number): number | null {
  if (dueAt > at) return null;
  return paidAt === null ? Math.floor((at - dueAt) / DAY_SECONDS) : 0;
}
