import {bucketOf, INTERVALS, type Interval} from './bucket';

/** Distinct accounts that sent or received a token in the UTC hour, day, week and month of `updatedAt`. */
export interface TokenActivity {
  readonly hourAccounts: number;
  readonly dayAccounts: number;
  readonly weekAccounts: number;
  readonly monthAccounts: number;
  readonly updatedAt: number;
}

const COUNTER = {
  HOUR: 'hourAccounts',
  DAY: 'dayAccounts',
  WEEK: 'weekAccounts',
  MONTH: 'monthAccounts',
} as const satisfies Record<Interval, keyof TokenActivity>;

/**
 * The accounts of the bucket that begins at `start`, as told by the newest row of the bucket or of a time before it: a
 * row of an earlier bucket means that nobody moved the token in this one.
 */
export const accountsIn = (row: TokenActivity | undefined, interval: Interval, start: number): number =>
  row !== undefined && row.updatedAt >= start ? row[COUNTER[interval]] : 0;

/**
 * The counters after a movement at `at`: an account is new to a bucket whose movement before lies before the bucket.
 * @param before time of the movement before of each account that moves now; null for its first
 */
export function countActivity(
  row: TokenActivity | undefined,
  at: number,
  before: readonly (number | null)[],
): Omit<TokenActivity, 'updatedAt'> {
  const counts = INTERVALS.map((interval) => {
    const {start} = bucketOf(at, interval);
    const isNew = before.filter((movedAt) => movedAt === null || movedAt < start);
    return [COUNTER[interval], accountsIn(row, interval, start) + isNew.length] as const;
  });
  return Object.fromEntries(counts) as Omit<TokenActivity, 'updatedAt'>;
}
