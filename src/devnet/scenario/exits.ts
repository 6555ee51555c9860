import {WAD, type Block} from './block';
import {startOfDay} from './calendar';
import {isInvestor} from './population';

/** May 2026, the month after the default: two fifths of the shares want out. */
export const STRESS_MONTH = 7;
const STRESS_RATE_BPS = 4200;
/** Nobody leaves in the first week. */
const FIRST_DAY = 7;
/** Requests wait until they make up this part of all shares, so that they are few and sizeable. */
const STEP_BPS = 12n;
const MOST_PER_BLOCK = 5;

/** Shares that ask to leave in a month, basis points of those there at its start. */
function rateBps(block: Block): bigint {
  const {index} = block.moment.month;
  if (index === STRESS_MONTH) return BigInt(STRESS_RATE_BPS);
  return BigInt(block.sharedRandom('unstake rate', index).int(220, index <= 1 ? 300 : 520));
}

/** Unstake requests, so that a month's rate is reached evenly. One open request per address. */
export function planUnstakes(block: Block): void {
  const {day, month, timestamp} = block.moment;
  if (day < FIRST_DAY || block.isVaultQuiet) return;
  const monthStart = startOfDay(Math.max(month.firstDay, FIRST_DAY));
  const monthEnd = startOfDay(month.firstDay + month.days);
  const requested = block.ledger.unstakes.requestedSince(monthStart);
  const base = block.ledger.supply('said') + requested;
  const elapsed = BigInt(timestamp - monthStart);
  const target = (base * rateBps(block) * elapsed) / (10_000n * BigInt(monthEnd - monthStart));
  const random = block.random('unstake');
  const isStress = month.index === STRESS_MONTH;
  let deficit = target - requested;
  for (let i = 0; i < MOST_PER_BLOCK && deficit > (base * STEP_BPS) / 10_000n; i++) {
    const leavers = block.ledger
      .holders('said')
      .filter(({account, part}) => isInvestor(part) && !block.ledger.unstakes.isWaiting(account))
      .filter(({account}) => block.free('said', account) >= WAD);
    if (leavers.length === 0) return;
    const drawn = random.sample(leavers, isStress ? 8 : 2).sort((a, b) => (a.held < b.held ? 1 : -1));
    const {account: leaver} = drawn[0] ?? random.pick(leavers);
    const held = block.free('said', leaver);
    const wanted = random.around(deficit * 2n, 4000);
    const shares = wanted > (held * 7n) / 10n ? held : wanted;
    block.call(leaver, 'said', 'unstake', shares);
    block.debit('said', leaver, held);
    deficit -= shares;
  }
}
