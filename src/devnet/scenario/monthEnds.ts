import {monthAt, monthOf, startOfDay, type Month} from './calendar';

/** What the reserves held in stablecoin and what they owed when a month ended. */
export interface MonthEnd {
  /** Units of 1e-6 dollars */
  readonly usdc: bigint;
  readonly usdt: bigint;
  /** AID wei on all chains */
  readonly liabilities: bigint;
}

/** Balances as they were when each month ended. */
export class MonthEnds {
  private readonly ends = new Map<number, MonthEnd>();
  private month: Month = monthOf(0);

  /** By the index of the month that ended; undefined while it lasts. */
  get(index: number): MonthEnd | undefined {
    return this.ends.get(index);
  }

  /** Told of the time of a block before what happens in it. */
  passTo(time: number, now: () => MonthEnd): void {
    while (time >= startOfDay(this.month.firstDay + this.month.days)) {
      this.ends.set(this.month.index, now());
      this.month = monthAt(this.month.index + 1);
    }
  }
}
