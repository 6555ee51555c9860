import {GUARD, accounts} from '../accounts';
import {WAD, type Block} from './block';
import {dayOf} from './calendar';
import {EXCHANGES} from './population';

/** Accounts that nobody else deals with: they buy AID, and are put on the deny list with it. */
const [FIRST = '', SECOND = ''] = accounts('stranger', 2);
const BOUGHT = [
  {day: dayOf(2026, 1, 20), account: FIRST, amount: 42_500n * WAD},
  {day: dayOf(2026, 3, 5), account: SECOND, amount: 9_800n * WAD},
];
const DENIED = [
  {day: dayOf(2026, 2, 10), accounts: [FIRST]},
  {day: dayOf(2026, 3, 24), accounts: [FIRST, SECOND]},
];
const ADMITTED = {day: dayOf(2026, 6, 16), accounts: [FIRST]};
const SOLD_DAY = ADMITTED.day + 2;

/** Two accounts are denied, the first one twice over, and it alone is admitted again. */
export function planDenials(block: Block): void {
  const [exchange = ''] = EXCHANGES;
  for (const {day, account, amount} of BOUGHT) {
    if (block.isOn(day, 15) && block.free('aid', exchange) >= amount) block.transfer('aid', exchange, account, amount);
  }
  for (const {day, accounts: denied} of DENIED) {
    if (block.isOn(day, 12)) block.call(GUARD, 'aid', 'addToDenyList', denied);
  }
  if (block.isOn(ADMITTED.day, 12)) block.call(GUARD, 'aid', 'removeFromDenyList', ADMITTED.accounts);
  const left = block.free('aid', FIRST);
  if (block.isOn(SOLD_DAY, 12) && left > 0n) block.transfer('aid', FIRST, exchange, left);
}
