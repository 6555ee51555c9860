import {incomeOf} from './cashFlows';
import {SECONDS_PER_DAY, monthOf, startOfDay} from './calendar';
import type {Deal} from './deals';
import {AID_PER_UNIT} from './ledger';

/** Interest is first paid when at least so many seconds have passed since the draw. */
const FIRST_PERIOD = 5 * SECONDS_PER_DAY;
/** Paid on top of principal at maturity, basis points. */
const EXIT_FEE_BPS = 10n;

/** What a deal owes at one time; AID wei, multiples of 1e12. */
export interface Payment {
  /** Unix seconds */
  readonly dueAt: number;
  readonly interest: bigint;
  readonly principal: bigint;
}

/** Interest for a period, in stablecoin units, floored; none for a first period that is too short. */
export function interestUnits(deal: Deal, outstanding: bigint, seconds: number): bigint {
  return seconds < FIRST_PERIOD ? 0n : incomeOf(outstanding, deal.aprBps, seconds) / AID_PER_UNIT;
}

/** The part of a linear deal's principal that comes back every month. */
export function instalment(deal: Deal, principal: bigint, outstanding: bigint): bigint {
  const part = principal / BigInt(deal.termMonths);
  const even = part - (part % AID_PER_UNIT);
  return even < outstanding ? even : outstanding;
}

/** What is paid for the exit, with the last of the principal. */
export function exitFee(principal: bigint): bigint {
  return (principal * EXIT_FEE_BPS) / 10_000n;
}

/**
 * Everything that a deal drawn at a time owes until its maturity: interest on every pay day, principal in parts or at the
 * end, and the exit fee with the last interest.
 * @param noonOf the time of the block that stands for noon of a day
 */
export function duesOf(deal: Deal, principal: bigint, drawnAt: number, noonOf: (day: number) => number): Payment[] {
  const payments: Payment[] = [];
  let outstanding = principal;
  let paidUntil = drawnAt;
  for (let day = dayAt(drawnAt) + 1; day <= deal.maturityDay; day++) {
    const isMature = day === deal.maturityDay;
    if (!isMature && day - monthOf(day).firstDay + 1 !== deal.payDay) continue;
    const dueAt = noonOf(day);
    const interest = interestUnits(deal, outstanding, dueAt - paidUntil) * AID_PER_UNIT;
    if (interest > 0n) paidUntil = dueAt;
    const inParts = deal.isLinear ? instalment(deal, principal, outstanding) : 0n;
    const back = isMature ? outstanding : inParts;
    outstanding -= back;
    const fee = isMature ? exitFee(principal) : 0n;
    if (interest + back + fee > 0n) payments.push({dueAt, interest: interest + fee, principal: back});
  }
  return payments;
}

function dayAt(time: number): number {
  return Math.floor((time - startOfDay(0)) / SECONDS_PER_DAY);
}
