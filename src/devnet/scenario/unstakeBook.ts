import type {LogDescription} from 'ethers';

/** The events that move the queue. */
export const QUEUE_EVENTS: readonly string[] = ['UnstakeRequested', 'UnstakeFilled'];

/** An unstake request, amounts in wei. */
export interface Request {
  readonly owner: string;
  readonly requestedAt: number;
  /** 0 of a request made while no cycle was open */
  readonly cycleId: bigint;
  readonly shares: bigint;
  /** AID still to be paid. */
  readonly owed: bigint;
}

/** The queue as its events tell it. */
export class UnstakeBook {
  private readonly requests = new Map<bigint, Request>();
  private readonly open = new Map<string, bigint>();

  /** Whether the address waits for AID: it cannot ask again before it has it. */
  isWaiting(owner: string): boolean {
    return this.open.has(owner);
  }

  /** AID wei owed to all. */
  pending(): bigint {
    return this.openRequests().reduce((sum, {owed}) => sum + owed, 0n);
  }

  /** How many open requests were made while no cycle was open. */
  outsideCycles(): number {
    return this.openRequests().filter(({cycleId}) => cycleId === 0n).length;
  }

  /** Shares in requests made at `time` or later. */
  requestedSince(time: number): bigint {
    return [...this.requests.values()].reduce((sum, r) => (r.requestedAt >= time ? sum + r.shares : sum), 0n);
  }

  apply(timestamp: number, {name, args}: LogDescription): void {
    if (!QUEUE_EVENTS.includes(name)) return;
    const id = args.getValue('requestId') as bigint;
    const owner = String(args.getValue('owner')).toLowerCase();
    if (name === 'UnstakeRequested') {
      const shares = args.getValue('shares') as bigint;
      const cycleId = args.getValue('cycleId') as bigint;
      const owed = args.getValue('assetsQuoted') as bigint;
      this.requests.set(id, {owner, requestedAt: timestamp, cycleId, shares, owed});
      this.open.set(owner, id);
      return;
    }
    const owed = args.getValue('assetsRemaining') as bigint;
    const request = this.requests.get(id);
    if (request !== undefined) this.requests.set(id, {...request, owed});
    if (owed === 0n) this.open.delete(owner);
  }

  private openRequests(): Request[] {
    return [...this.open.values()].flatMap((id) => this.requests.get(id) ?? []);
  }
}
