import type {Payment} from './assetSchedule';
import {payOldestFirst, type Receipt} from './dues';
import {known, missing, type Measured} from './methodology';
import {DAY_SECONDS, ratio, Rate} from './rates';

/** A twelfth of a year of 365 days: the month of SMM and CPR. */
export const MONTH_SECONDS = (365 * DAY_SECONDS) / 12;

/** What a deal's principal did over a period; AID wei. */
export interface PrincipalMoves {
  /** Not yet repaid at its start */
  readonly opening: bigint;
  /** Of that, due by its end */
  readonly scheduled: bigint;
  /** Repaid in it of what is due only later */
  readonly prepaid: bigint;
}

/**
 * The moves of principal over (from, to], unix seconds; receipts pay the oldest due first.
 * @param payments by due date
 */
export function principalMoves(
  payments: readonly Payment[],
  receipts: readonly Receipt[],
  {from, to}: {readonly from: number; readonly to: number},
): PrincipalMoves {
  const owed = payments.map(({dueAt, principal}) => ({dueAt, amount: principal}));
  const paidBy = (at: number): bigint[] =>
    payOldestFirst(
      owed,
      receipts.filter((receipt) => receipt.at <= at),
    ).map(({paid}) => paid);
  const [before, after] = [paidBy(from), paidBy(to)];
  const moves = {opening: 0n, scheduled: 0n, prepaid: 0n};
  owed.forEach(({dueAt, amount}, i) => {
    const open = amount - (before[i] ?? 0n);
    moves.opening += open;
    if (dueAt <= to) moves.scheduled += open;
    else moves.prepaid += (after[i] ?? 0n) - (before[i] ?? 0n);
  });
  return moves;
}

/** SMM = prepaid / (opening - scheduled), a fraction a month (metrics.md 3.8); NOT_APPLICABLE where nothing could be. */
export function singleMonthlyMortality({opening, scheduled, prepaid}: PrincipalMoves): Measured<Rate> {
  const left = opening - scheduled;
  return left === 0n ? missing('NOT_APPLICABLE') : known(ratio(prepaid, left));
}

/** CPR = 1 - (1 - SMM)^12, a fraction a year (metrics.md 3.8). */
export const conditionalPrepayment = (smm: Rate): Rate => new Rate(1).minus(new Rate(1).minus(smm).pow(12));
