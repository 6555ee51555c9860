import type {LogDescription} from 'ethers';

/** The events that move the cycles. */
export const CYCLE_EVENTS: readonly string[] = ['WithdrawalCycleOpened', 'WithdrawalCycleSettled'];

/** A withdrawal cycle; times in unix seconds. */
export interface Cycle {
  readonly id: bigint;
  readonly cutoffAt: number;
  readonly settlesAt: number;
}

/** The withdrawal cycles as their events tell them. */
export class CycleBook {
  private readonly opened: Cycle[] = [];
  private settled = 0;

  /** The cycle opened last; undefined before the first. */
  last(): Cycle | undefined {
    return this.opened.at(-1);
  }

  /** The oldest cycle that is not settled, which is the next to be. */
  next(): Cycle | undefined {
    return this.opened[this.settled];
  }

  apply({name, args}: LogDescription): void {
    if (name === 'WithdrawalCycleSettled') this.settled += 1;
    if (name !== 'WithdrawalCycleOpened') return;
    const [cutoffAt, settlesAt] = ['cutoffAt', 'settlesAt'].map((field) => Number(args.getValue(field)));
    this.opened.push({id: args.getValue('cycleId') as bigint, cutoffAt: cutoffAt ?? 0, settlesAt: settlesAt ?? 0});
  }
}
