import {SECONDS_PER_YEAR} from './calendar';

/** Yield of the T-bills held, basis points a year, simple between flows. */
export const TBILL_YIELD_BPS = 400;

interface Flow {
  readonly at: number;
  readonly amount: bigint;
}

/** The T-bills of the custodian: what was bought, sold and paid out, and the interest in between. Units of 1e-6 USD. */
export class Tbills {
  private readonly flows: Flow[] = [];

  /**
   * @param at unix seconds, not before the last flow
   * @param amount bought (+), sold or paid out as interest (-)
   */
  flow(at: number, amount: bigint): void {
    this.flows.push({at, amount});
  }

  /** Value at a time, flows at that very second included; interest floored at every flow. */
  valueAt(time: number): bigint {
    let value = 0n;
    let since = 0;
    for (const {at, amount} of this.flows) {
      if (at > time) break;
      value += interest(value, at - since) + amount;
      since = at;
    }
    return value + interest(value, time - since);
  }

  /** Interest earned in (from, to], before any payout of it. */
  earned(from: number, to: number): bigint {
    const moved = this.flows.reduce((sum, {at, amount}) => (at > from && at <= to ? sum + amount : sum), 0n);
    return this.valueAt(to) - this.valueAt(from) - moved;
  }
}

function interest(value: bigint, seconds: number): bigint {
  return value <= 0n ? 0n : (value * BigInt(TBILL_YIELD_BPS) * BigInt(seconds)) / (10_000n * BigInt(SECONDS_PER_YEAR));
}
