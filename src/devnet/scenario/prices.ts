import {PRICE_ORACLE} from '../accounts';
import {WAD, type Block} from './block';
import {dayOf} from './calendar';
import {STRESS_MONTH} from './exits';
import {marketBps, poolPrice} from './peg';

/** Hours at which AID is priced; sAID once a day, at the second. */
const HOURS = [6, 18] as const;
/** A basis point of a dollar, and a tenth of one, with 8 decimals. */
const BPS = 10n ** 4n;
const TENTH = 10n ** 3n;
/** One print of the exchanges' feed that is wrong. */
const SPIKE = {day: dayOf(2026, 3, 3), hour: 18, bps: 600n};
const SAID_FIRST_DAY = 12;
/** What sAID trades below its unstaking NAV, basis points: it cannot be left at once, and in the stress not soon. */
const DISCOUNT = {usual: [15, 45], stressed: [160, 310]} as const;
const STRESSED_MONTHS = 3;

/** The feeds of AID twice a day: what the pool's reserves say, and what exchanges see. */
export function planPrices(block: Block): void {
  if (!HOURS.some((hour) => block.isAt(hour))) return;
  const random = block.random('price');
  const market = BigInt(marketBps(block)) * BPS;
  const inPool = poolPrice(block);
  if (inPool === undefined) return;
  publish(block, 'poolPrice', inPool + BigInt(random.int(-20, 20)) * TENTH);
  const spike = block.isOn(SPIKE.day, SPIKE.hour) ? SPIKE.bps * BPS : 0n;
  publish(block, 'exchangePrice', market + BigInt(random.int(-60, 60)) * TENTH + spike);
}

/** The feed of sAID: the unstaking NAV less a discount, at what AID is worth. */
export async function planSharePrice(block: Block): Promise<void> {
  const {day, month} = block.moment;
  if (!block.isAt(HOURS[1]) || day < SAID_FIRST_DAY || block.isVaultQuiet) return;
  const {rpc, protocol} = block.scenario;
  const nav = await protocol.view<bigint>(rpc, 'said', 'unstakingNav');
  const isStressed = month.index >= STRESS_MONTH && month.index < STRESS_MONTH + STRESSED_MONTHS;
  const [least, most] = isStressed ? DISCOUNT.stressed : DISCOUNT.usual;
  const discount = BigInt(block.random('share price').int(least, most));
  const price = (nav * BigInt(marketBps(block)) * BPS * (10_000n - discount)) / (10_000n * WAD);
  publish(block, 'sharePrice', price);
}

function publish(block: Block, feed: 'poolPrice' | 'exchangePrice' | 'sharePrice', price: bigint): void {
  block.call(PRICE_ORACLE, feed, 'submit', price, block.moment.timestamp);
}
