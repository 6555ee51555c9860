import type {EventBody, FillPolicy} from '../../domain/event';
import {SAID, SECONDS_PER_BLOCK} from '../given';
import type {Chain} from './chain';
import type {Ledger} from './ledger';
import {least} from './treasury';

export interface Request {
  readonly id: bigint;
  readonly owner: string;
  readonly quoted: bigint;
  readonly at: number;
  paid: bigint;
}

export interface Cycle {
  readonly id: bigint;
  readonly opensAt: number;
  readonly cutoffAt: number;
  readonly settlesAt: number;
  readonly policy: FillPolicy;
  /** What was due and what was paid when it was settled */
  settled?: {due: bigint; paid: bigint; held: bigint};
}

/** The way out of the vault, by the rules of UnstakeQueue.sol and WithdrawalCycles.sol. Amounts in AID wei. */
export class Queue {
  readonly requests: Request[] = [];
  readonly cycles: Cycle[] = [];

  /** @param nav the unstaking NAV now */
  constructor(
    private readonly chain: Chain,
    private readonly aid: Ledger,
    private readonly nav: () => bigint,
  ) {}

  get pending(): bigint {
    return owed(this.requests);
  }

  get open(): Request[] {
    return this.requests.filter(({quoted, paid}) => paid < quoted);
  }

  openRequestOf(owner: string): Request | undefined {
    return this.open.find((request) => request.owner === owner);
  }

  /** A request, and the event that says so. */
  enter(owner: string, shares: bigint, quoted: bigint): EventBody {
    const id = BigInt(this.requests.length + 1);
    const {at} = this.chain;
    this.requests.push({id, owner, quoted, at, paid: 0n});
    const cycleId = this.cycles.find(({opensAt, cutoffAt}) => opensAt <= at && at < cutoffAt)?.id ?? 0n;
    const quote = {owner, cycleId, shares, assetsQuoted: quoted, unstakingNav: this.nav()};
    return {type: 'UnstakeRequested', requestId: id, ...quote};
  }

  /** Pays the oldest requests from the AID held, the last one in part. */
  fill(most: number): void {
    const held = this.held;
    const payments = inOrder(this.open.slice(0, most), held).filter(([, amount]) => amount > 0n);
    for (const [request, amount] of payments) this.pay(request, amount, 0n);
    if (payments.length === 0) return;
    const nextRequestId = this.open[0]?.id ?? BigInt(this.requests.length + 1);
    const processed = {caller: SAID.address, iterations: BigInt(payments.length), assetsPaid: held - this.held};
    this.chain.emit(SAID, {type: 'QueueProcessed', ...processed, nextRequestId});
  }

  /** Opens the next cycle, `wait` blocks from now or as soon as the one before it is closed; lengths in blocks. */
  openCycle(wait: number, length: number, rest: number, policy: FillPolicy): void {
    const opensAt = Math.max(this.chain.at + wait * SECONDS_PER_BLOCK, this.cycles.at(-1)?.cutoffAt ?? 0);
    const cutoffAt = opensAt + length * SECONDS_PER_BLOCK;
    const times = {opensAt, cutoffAt, settlesAt: cutoffAt + rest * SECONDS_PER_BLOCK};
    const id = BigInt(this.cycles.length + 1);
    this.cycles.push({id, ...times, policy});
    this.chain.emit(SAID, {type: 'WithdrawalCycleOpened', cycleId: id, ...times, policy});
  }

  /** Settles the nth of the cycles that may be: not always the oldest. */
  settle(n: number): void {
    const ready = this.cycles.filter(({settlesAt, settled}) => settled === undefined && settlesAt <= this.chain.at);
    const cycle = ready[n % Math.max(1, ready.length)];
    if (cycle === undefined) return;
    const due = this.open.filter(({at}) => at < cycle.cutoffAt);
    const held = this.held;
    const [assetsRequested, money] = [owed(due), least(owed(due), held)];
    for (const [request, amount] of cycle.policy === 'FIFO' ? inOrder(due, money) : equally(due, money)) {
      if (amount > 0n) this.pay(request, amount, cycle.id);
    }
    cycle.settled = {due: assetsRequested, paid: held - this.held, held};
    const settled = {cycleId: cycle.id, unstakingNav: this.nav(), assetsRequested, assetsPaid: money};
    this.chain.emit(SAID, {type: 'WithdrawalCycleSettled', ...settled});
  }

  private get held(): bigint {
    return this.aid.of(SAID.address);
  }

  private pay(request: Request, assetsPaid: bigint, cycleId: bigint): void {
    request.paid += assetsPaid;
    this.aid.move(SAID.address, request.owner, assetsPaid, 'UNSTAKE');
    const {id: requestId, owner} = request;
    const assetsRemaining = request.quoted - request.paid;
    this.chain.emit(SAID, {type: 'UnstakeFilled', requestId, owner, cycleId, assetsPaid, assetsRemaining});
  }
}

const rest = ({quoted, paid}: Request): bigint => quoted - paid;
const owed = (requests: readonly Request[]): bigint => requests.reduce((sum, request) => sum + rest(request), 0n);

const inOrder = (due: readonly Request[], money: bigint): [Request, bigint][] =>
  due.map((request, i) => {
    const before = least(money, owed(due.slice(0, i)));
    return [request, least(rest(request), money - before)];
  });

/** The same part to everybody, floored; what that leaves goes to the oldest that lack some. */
function equally(due: readonly Request[], money: bigint): [Request, bigint][] {
  const parts = due.map((request) => (money === 0n ? 0n : (rest(request) * money) / owed(due)));
  const dust = inOrder(
    due.map((request, i) => ({...request, paid: request.paid + (parts[i] ?? 0n)})),
    money - parts.reduce((sum, amount) => sum + amount, 0n),
  );
  return due.map((request, i) => [request, (parts[i] ?? 0n) + (dust[i]?.[1] ?? 0n)]);
}
