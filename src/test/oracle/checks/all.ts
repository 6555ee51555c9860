import type {Context} from '../seen';
import {accountChecks} from './accounts';
import {cashFlowChecks} from './cashFlows';
import {cycleChecks} from './cycles';
import {dealChecks} from './deals';
import {flowChecks} from './flow';
import {movementChecks} from './movements';
import {payoutChecks} from './payouts';
import {portfolioChecks} from './portfolio';
import {queueChecks} from './queue';
import {reserveChecks} from './reserves';
import {usageChecks} from './usage';

/** Everything that is asked of a product that has indexed a chain of the scenario. */
export function allChecks(seen: Context, isYear: boolean): void {
  changingChecks(seen, isYear);
  portfolioChecks(seen);
  payoutChecks(seen);
  usageChecks(seen);
  accountChecks(seen);
  flowChecks(seen);
  reserveChecks(seen);
}

/**
 * The part of it that a few weeks cannot show whole: the first cycle is settled in the fourth month, and later come a run
 * on the queue, a default, its loss, and payments that name a reference.
 */
export function changingChecks(seen: Context, isYear: boolean): void {
  queueChecks(seen);
  cycleChecks(seen, isYear ? 3 : 0);
  dealChecks(seen, isYear);
  cashFlowChecks(seen);
  movementChecks(seen, isYear);
}
