import {CUSTODIAN, OPERATOR, ORACLE} from '../accounts';
import type {Block} from './block';
import {LAUNCH, monthAt, startOfDay} from './calendar';
import {RECEIPT, receive} from './cashFlows';
import {TBILL} from './deals';

/** The part of T-bill interest that stays in the reserves, percent. */
const RETAINED_PERCENT = 1n;

/** T-bill interest of the month, less what stays in the reserves, goes to the vault on the evening of its last day. */
export function planInterest(block: Block): void {
  const {month, dayOfMonth, timestamp} = block.moment;
  if (dayOfMonth !== month.days || !block.isAt(18) || block.isAidPaused) return;
  const {interestPaidUntil, tbills} = block.ledger;
  const start = interestPaidUntil === 0 ? LAUNCH : interestPaidUntil;
  const units = (tbills.earned(start, timestamp) * (100n - RETAINED_PERCENT)) / 100n;
  if (units === 0n) return;
  const receipt = {assetId: TBILL, token: 'usdc', payer: CUSTODIAN, kind: RECEIPT.revenue} as const;
  receive(block, {...receipt, units, start, end: timestamp});
  block.call(OPERATOR, 'revenueDistributor', 'distribute', TBILL);
}

/**
 * The T-bills held at the end of the last month, accrued interest included, in dollars with 8 decimals; published on the
 * eleventh to the twentieth. The valuation is of the month's last second, which no block has.
 */
export function planReport(block: Block): void {
  const {month, day} = block.moment;
  if (day !== publicationDay(block, month.index) || !block.isAt(12)) return;
  const valuationAt = startOfDay(month.firstDay) - 1;
  block.call(ORACLE, 'reserveFeed', 'submit', block.ledger.tbills.valueAt(valuationAt) * 100n, valuationAt);
}

/** The day (since the launch) of a month on which its report of the month before is published. */
export function publicationDay(block: Block, index: number): number {
  return monthAt(index).firstDay + block.sharedRandom('publication', index).int(11, 20) - 1;
}
