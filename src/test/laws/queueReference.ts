import type {QueuePolicy} from '../../domain/queuePolicy';

interface Debt {
  readonly id: bigint;
  readonly at: number;
  owed: bigint;
}

/** The queue once more, as slow and as plain as it can be said: what the model of the domain is compared with. */
export class ReferenceQueue {
  readonly debts: Debt[] = [];

  request(id: bigint, at: number, amount: bigint): void {
    this.debts.push({id, at, owed: amount});
  }

  get open(): [bigint, bigint][] {
    return this.debts.filter(({owed}) => owed > 0n).map(({id, owed}) => [id, owed]);
  }

  process(most: number, money: bigint): [bigint, bigint][] {
    return this.payOut(inOrder(this.debts.filter(({owed}) => owed > 0n).slice(0, most), money));
  }

  settle(policy: QueuePolicy, cutoffAt: number, at: number, money: bigint): [bigint, bigint][] {
    const due = this.debts.filter((debt) => debt.owed > 0n && debt.at < cutoffAt);
    if (policy === 'FIFO') return this.payOut(inOrder(due, money));
    if (policy === 'PRO_RATA') return this.payOut(equally(due, money));
    const payments = new Map<Debt, bigint>();
    let left = money;
    for (const month of [...new Set(due.map((debt) => monthOf(debt.at)))].sort()) {
      if (monthOf(at) < later(later(month))) continue;
      for (const [debt, amount] of equally(
        due.filter((one) => monthOf(one.at) === month),
        left,
      )) {
        payments.set(debt, amount);
      }
      left = money - [...payments.values()].reduce((sum, amount) => sum + amount, 0n);
    }
    return this.payOut(payments);
  }

  private payOut(payments: ReadonlyMap<Debt, bigint>): [bigint, bigint][] {
    const paid = [...payments].filter(([, amount]) => amount > 0n);
    for (const [debt, amount] of paid) debt.owed -= amount;
    return paid.map(([{id}, amount]) => [id, amount]);
  }
}

/** Who comes first takes; what those before him are owed is not his. */
function inOrder(due: readonly Debt[], money: bigint): Map<Debt, bigint> {
  return new Map(
    due.map((debt, i) => {
      const before = due.slice(0, i).reduce((sum, {owed}) => sum + owed, 0n);
      const rest = money > before ? money - before : 0n;
      return [debt, rest < debt.owed ? rest : debt.owed];
    }),
  );
}

/** The largest whole payment that is no more than the fair part, for everybody; then wei by wei to the oldest. */
function equally(due: readonly Debt[], money: bigint): Map<Debt, bigint> {
  const total = due.reduce((sum, {owed}) => sum + owed, 0n);
  if (money >= total) return new Map(due.map((debt) => [debt, debt.owed]));
  const payments = new Map(due.map((debt) => [debt, largest((paid) => paid * total <= debt.owed * money, debt.owed)]));
  let left = money - [...payments.values()].reduce((sum, paid) => sum + paid, 0n);
  while (left > 0n) {
    const [debt, paid] = [...payments].find(([{owed}, already]) => already < owed) ?? [];
    if (debt === undefined || paid === undefined) throw new Error('there is more money than debt');
    payments.set(debt, paid + 1n);
    left -= 1n;
  }
  return payments;
}

/** The largest whole number up to `most` that holds, found by halving. */
function largest(holds: (n: bigint) => boolean, most: bigint): bigint {
  let [low, high] = [0n, most];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (holds(middle)) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** `2026-05` */
const monthOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 7);

function later(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${(year ?? 0) + 1}-01` : `${year}-${String((number ?? 0) + 1).padStart(2, '0')}`;
}
