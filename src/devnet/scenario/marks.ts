import {VALUER} from '../accounts';
import {FIRST_FEES} from '../deploy';
import type {Block} from './block';
import {dayOf} from './calendar';
import {STATUS} from './dealBook';
import {DEALS} from './deals';
import {incomeOf} from './cashFlows';

/** The mark of this month leaves no log. */
const SILENT_DAY = dayOf(2026, 2, 1);
/** The launch month has a second mark, after the first payment of the first deal. */
const EXTRA_DAY = dayOf(2025, 11, 16);
const MARK_HOUR = 9;
/** Equity is accrued carefully: nine tenths of what is hoped for. */
const EQUITY_PERCENT = 90n;

/** Whether the block at these hours of a day carries the silent mark. */
export function isSilentMarkAt(day: number, fromHour: number, toHour: number): boolean {
  return day === SILENT_DAY && MARK_HOUR >= fromHour && MARK_HOUR < toHour;
}

/** The mark on the first of the month: the book follows what the deals have earned, paid or not. */
export function planMark(block: Block): void {
  const {day} = block.moment;
  const isDue = block.moment.dayOfMonth === 1 || day === EXTRA_DAY;
  if (!isDue || !block.isAt(MARK_HOUR)) return;
  block.call(VALUER, 'said', day === SILENT_DAY ? 'syncNav' : 'updateNav', accrued(block));
}

/** Income that performing deals have earned since they last paid, less fees and the outside holders' part; AID wei. */
function accrued(block: Block): bigint {
  const kept = 10_000n - BigInt(FIRST_FEES.protocolFeeBps + FIRST_FEES.performanceFeeBps + FIRST_FEES.reserveBps);
  return DEALS.reduce((sum, deal) => {
    const state = block.ledger.deals.get(deal.assetId);
    if (state === undefined || state.status !== STATUS.active || state.drawnAt === 0) return sum;
    const since = state.paidUntil === 0 ? state.drawnAt : state.paidUntil;
    const gross = incomeOf(state.outstanding, deal.aprBps, block.moment.timestamp - since);
    const careful = deal.dealType === 0 ? gross : (gross * EQUITY_PERCENT) / 100n;
    return sum + (careful * kept * BigInt(10_000 - deal.outsideBps)) / 100_000_000n;
  }, 0n);
}
