import {KEEPER, OPERATOR} from '../accounts';
import {WAD, type Block} from './block';
import {dayOf, monthAt, monthOf, startOfDay} from './calendar';
import {STRESS_MONTH} from './exits';

/** Before December 2025 there were no cycles: the keeper paid requests as they came. */
const FIRST_MONTH = monthOf(dayOf(2025, 12, 1)).index;
/** The vault's fill policies. */
const POLICY = {fifo: 0, proRata: 1} as const;
const SETTLEMENT_HOUR = 18;
/** Days of the month on which the keeper pays requests that belong to no cycle. */
const PAYING_DAYS = [1, 8, 15, 22, 29];
/** The keeper does not bother to pay less than this. */
const WORTH_PAYING = 50_000n * WAD;

/**
 * The calendar of the way out: a cycle for each month from its first block on, settled on the first day of the month
 * after the next one. First come, first served, until the month of the stress; from then on everybody gets the same part.
 */
export function planCycles(block: Block): void {
  if (block.isVaultQuiet) return;
  open(block);
  if (!block.isAt(SETTLEMENT_HOUR)) return;
  settle(block);
  payEarly(block);
}

function open(block: Block): void {
  const {month, timestamp} = block.moment;
  const cutoffAt = startOfDay(month.firstDay + month.days);
  if (month.index < FIRST_MONTH || block.ledger.cycles.last()?.cutoffAt === cutoffAt) return;
  const settlesAt = startOfDay(monthAt(month.index + 2).firstDay);
  const policy = month.index < STRESS_MONTH ? POLICY.fifo : POLICY.proRata;
  block.call(OPERATOR, 'said', 'openCycle', timestamp, cutoffAt, settlesAt, policy);
}

function settle(block: Block): void {
  const cycle = block.ledger.cycles.next();
  if (cycle === undefined || cycle.settlesAt > block.moment.timestamp) return;
  block.call(KEEPER, 'said', 'settleCycle', cycle.id);
}

/** Requests of before the first cycle stand at the front of the queue, and are no cycle's to pay. */
function payEarly(block: Block): void {
  const early = block.ledger.unstakes.outsideCycles();
  const held = block.free('aid', block.protocol.address.said);
  if (early === 0 || held < WORTH_PAYING || !PAYING_DAYS.includes(block.moment.dayOfMonth)) return;
  block.call(KEEPER, 'said', 'processUnstakeQueue', early);
}
