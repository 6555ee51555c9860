import {sum} from './decimals';
import type {Payment} from './scheduleFiles';

export interface Receipt {
  readonly at: number;
  readonly amount: bigint;
}

/** A due date with what was paid of it. */
export interface Due extends Payment {
  readonly paidInterest: bigint;
  readonly paidPrincipal: bigint;
  readonly paidAt: number | null;
  /** Receipts nearer to it than to any other due date */
  readonly received: bigint;
}

/** Interest pays interest and principal principal, the oldest due first: what is paid follows from running sums alone. */
export function duesOf(
  payments: readonly Payment[],
  interest: readonly Receipt[],
  principal: readonly Receipt[],
): Due[] {
  const nearest = [...interest, ...principal].map(({at, amount}) => ({amount, due: nearestDue(payments, at)}));
  return payments.map((payment, i) => {
    const before = payments.slice(0, i);
    const [ofInterest, ofPrincipal] = [
      paidOf(interest, sum(before.map((one) => one.interest)), payment.interest, payment.dueAt),
      paidOf(principal, sum(before.map((one) => one.principal)), payment.principal, payment.dueAt),
    ];
    return {
      ...payment,
      ...{paidInterest: ofInterest.paid, paidPrincipal: ofPrincipal.paid},
      paidAt: ofInterest.at === null || ofPrincipal.at === null ? null : Math.max(ofInterest.at, ofPrincipal.at),
      received: sum(nearest.filter(({due}) => due === payment).map(({amount}) => amount)),
    };
  });
}

/** Of an amount that is due after others: what the sum of all receipts reaches, and when it reaches the whole. */
function paidOf(
  receipts: readonly Receipt[],
  before: bigint,
  amount: bigint,
  dueAt: number,
): {paid: bigint; at: number | null} {
  if (amount === 0n) return {paid: 0n, at: dueAt};
  let [all, at] = [0n, null as number | null];
  for (const receipt of receipts) {
    all += receipt.amount;
    if (at === null && all >= before + amount) at = receipt.at;
  }
  const reached = all - before;
  return {paid: reached < 0n ? 0n : reached > amount ? amount : reached, at};
}

/** The earlier one where two are as near. */
function nearestDue(payments: readonly Payment[], at: number): Payment | undefined {
  const distance = (payment: Payment): number => Math.abs(at - payment.dueAt);
  return payments.reduce<Payment | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  );
}
