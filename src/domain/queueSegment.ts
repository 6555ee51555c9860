/**
 * The requests between two cutoffs, as an account in AID wei: opening + requested = filledBetween + what settlements
 * paid + rest. The last segment has no cutoff: its requests wait for a cycle to be opened.
 */
export interface Segment {
  /** The cycle whose cutoff ends it; 0 of the requests that wait */
  readonly cycleId: bigint;
  readonly cutoffAt: number | null;
  readonly isSettled: boolean;
  /** The newest request in it; 0 when there is none */
  readonly lastRequestId: bigint;
  /** Owed since an earlier settlement, or since before its cycle was opened */
  readonly opening: bigint;
  readonly requested: bigint;
  /** Paid outside of settlements */
  readonly filledBetween: bigint;
  readonly rest: bigint;
}

/** The account of one cycle, in AID wei. */
export interface Ledger {
  readonly opening: bigint;
  readonly requested: bigint;
  readonly filledBetween: bigint;
  /** Still owed */
  readonly rest: bigint;
}

/** The account of a segment into which those before it roll. */
export function ledgerOf(before: readonly Segment[], own: Segment): Ledger {
  const sum = (amount: (segment: Segment) => bigint): bigint =>
    [...before, own].reduce((total, segment) => total + amount(segment), 0n);
  return {
    opening: sum(({opening, requested}) => opening + requested) - own.requested,
    requested: own.requested,
    filledBetween: sum(({filledBetween}) => filledBetween),
    rest: sum(({rest}) => rest),
  };
}

/** Two segments as one, which ends with the second. */
export const join = (a: Segment, b: Segment): Segment => ({
  ...b,
  lastRequestId: b.lastRequestId > a.lastRequestId ? b.lastRequestId : a.lastRequestId,
  opening: a.opening + b.opening,
  requested: a.requested + b.requested,
  filledBetween: a.filledBetween + b.filledBetween,
  rest: a.rest + b.rest,
});

/** A segment without a request. */
export function segmentOf(cycleId: bigint, cutoffAt: number | null, opening: bigint): Segment {
  return {
    cycleId,
    cutoffAt,
    isSettled: false,
    lastRequestId: 0n,
    opening,
    requested: 0n,
    filledBetween: 0n,
    rest: opening,
  };
}
