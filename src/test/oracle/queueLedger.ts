import {isBefore, type Place, type QueueCycle, type QueueRequest} from './queueOracle';

/** The account of a cycle, AID wei; `rolled` is what the requests it could pay were still owed after its settlement. */
export interface CycleAccount {
  readonly opening: bigint;
  readonly requested: bigint;
  readonly filled: bigint;
  readonly filledBetween: bigint;
  readonly rolled: bigint;
  readonly open: bigint;
}

/** The replay of the queue up to a place, from requests and payments alone. */
export class QueueLedger {
  constructor(
    private readonly cycles: readonly QueueCycle[],
    private readonly requests: readonly QueueRequest[],
    private readonly end: Place,
  ) {}

  /**
   * A cycle may pay what was asked for in it, what was asked for outside of every cycle before it was opened, and what
   * the settlement before it left.
   */
  of(cycle: QueueCycle): CycleAccount {
    const end = cycle.settlement ?? this.end;
    const own = this.requests.filter((request) => this.home(request) === cycle.cycleId);
    const waited = this.requests.filter((request) => this.home(request) === 0n && this.joined(request) === cycle);
    const [older, since] = this.left(cycle);
    const between = (some: readonly QueueRequest[], from: Place | null): bigint =>
      total(some.map((request) => paid(request, 0n, from, end)));
    const rest = total([...own, ...waited, ...older].map((request) => owed(request, end)));
    const isSettled = cycle.settlement !== null;
    return {
      opening: total([
        ...waited.map((request) => owed(request, cycle)),
        ...older.map((request) => owed(request, since)),
      ]),
      requested: total(own.map(({quoted}) => quoted)),
      filled: total(this.requests.map((request) => paid(request, cycle.cycleId, null, end))),
      filledBetween: between(own, null) + between(waited, cycle) + between(older, since),
      rolled: isSettled ? rest : 0n,
      open: isSettled ? 0n : rest,
    };
  }

  /** Requests made outside of every cycle, until one is opened. */
  outside(): CycleAccount {
    const own = this.requests.filter((request) => this.home(request) === 0n);
    return {
      ...{opening: 0n, filled: 0n},
      requested: total(own.map(({quoted}) => quoted)),
      filledBetween: total(own.map((request) => paid(request, 0n, null, this.joined(request) ?? this.end))),
      rolled: total(
        own.map((request) => (this.joined(request) === undefined ? 0n : owed(request, this.joined(request)))),
      ),
      open: total(own.map((request) => (this.joined(request) === undefined ? owed(request, this.end) : 0n))),
    };
  }

  /** The requests that stood in line when a cycle began to be settled, with what each was owed; the oldest first. */
  due(cycle: QueueCycle): {request: QueueRequest; owed: bigint}[] {
    const [first] = this.requests
      .flatMap(({fills}) => fills)
      .filter(({cycleId}) => cycleId === cycle.cycleId)
      .sort((a, b) => (isBefore(a, b) ? -1 : 1));
    const before = first ?? cycle.settlement ?? this.end;
    return this.requests
      .filter(({at, ...place}) => at < cycle.cutoffAt && isBefore(place, before))
      .map((request) => ({request, owed: owed(request, before)}))
      .filter((one) => one.owed > 0n);
  }

  /** What the settlement before a cycle left; nothing while that one is still to come. */
  private left(cycle: QueueCycle): [older: QueueRequest[], since: Place | null] {
    const before = this.cycles.filter(({cycleId}) => cycleId < cycle.cycleId);
    const last = before.at(-1)?.settlement ?? null;
    if (last === null) return [[], null];
    const older = this.requests.filter((request) => (this.joined(request)?.cycleId ?? cycle.cycleId) < cycle.cycleId);
    return [older, last];
  }

  /** The cycle that a request was made in: the first one opened by then whose cutoff lies after it. */
  private home(request: QueueRequest): bigint {
    return this.cycles.find((cycle) => isBefore(cycle, request) && cycle.cutoffAt > request.at)?.cycleId ?? 0n;
  }

  private joined(request: QueueRequest): QueueCycle | undefined {
    return this.cycles.find(({cutoffAt}) => cutoffAt > request.at);
  }
}

const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

/** What a request is owed just after a place. */
function owed({quoted, fills}: QueueRequest, place: Place | null | undefined): bigint {
  if (place == null) return 0n;
  return quoted - total(fills.filter((fill) => isBefore(fill, place)).map((fill) => fill.paid));
}

/** What it was paid by a cycle, or between settlements (cycle 0), after one place and before another. */
const paid = ({fills}: QueueRequest, cycleId: bigint, after: Place | null, before: Place): bigint =>
  total(
    fills
      .filter((fill) => fill.cycleId === cycleId && isBefore(fill, before) && (after === null || isBefore(after, fill)))
      .map((fill) => fill.paid),
  );
