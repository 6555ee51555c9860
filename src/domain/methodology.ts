/** Why a value is missing (metrics.md V6). Missing is never 0. */
export type Reason =
  | 'NO_OBSERVATION'
  | 'INSUFFICIENT_HISTORY'
  | 'STALE'
  | 'PARTIAL'
  | 'REVERTED'
  | 'NOT_APPLICABLE'
  | 'MARK_OVERDUE'
  | 'NOT_COMPUTED';

/** A value, or why there is none. */
export type Measured<T> = {readonly value: T; readonly reason: null} | {readonly value: null; readonly reason: Reason};

export const known = <T>(value: T): Measured<T> => ({value, reason: null});

export const missing = (reason: Reason): Measured<never> => ({value: null, reason});

/** A value that may be absent, with the reason to give where it is. */
export const orMissing = <T>(value: T | null | undefined, reason: Reason): Measured<T> =>
  value === null || value === undefined ? missing(reason) : known(value);

/** A value computed from another; a missing one stays missing for the same reason. */
export const derive = <T, U>(from: Measured<T>, compute: (value: T) => U): Measured<U> =>
  from.reason === null ? known(compute(from.value)) : from;

/** A value computed to be measured itself; missing where either is. */
export const flat = <T>(nested: Measured<Measured<T>>): Measured<T> => (nested.reason === null ? nested.value : nested);

/** Version of each metric's definition; an answer carries the one it was computed with. */
export const METHODOLOGY = {
  attestations: 'attestations/1',
  redemptionRoutes: 'redemption-routes/1',
  pegEpisodes: 'peg-episodes/1',
  concentration: 'concentration/1',
  navBand: 'nav-band/1',
  bufferAdequacy: 'buffer-adequacy/1',
  sourceDivergence: 'source-divergence/1',
  earlyWarning: 'early-warning/1',
  supply: 'supply/2',
  backing: 'backing/3',
  stakingYield: 'staking-yield/3',
  navBook: 'nav-book/1',
  roundTrips: 'round-trips/2',
  yieldAttribution: 'yield-attribution/2',
  revenue: 'revenue/1',
  assets: 'assets/3',
  assetCashFlow: 'asset-cash-flow/1',
  payouts: 'payouts/1',
  portfolio: 'portfolio/1',
  unstakeQueue: 'unstake-queue/1',
  usage: 'usage/2',
  account: 'account/1',
  flowOfFunds: 'flow-of-funds/2',
  series: 'series/1',
  authority: 'authority/1',
} as const;
