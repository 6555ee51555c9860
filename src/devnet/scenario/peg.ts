import {WAD, type Block} from './block';
import {dayOf} from './calendar';
import {AID_PER_UNIT} from './ledger';
import {mint} from './minting';
import {PARTNERS, TRADERS} from './population';

/** The day on which AID can first be traded in a pool. */
export const AID_POOL_DAY = 3;
/** In the second week of the stress month AID trades below a dollar: basis points of it, day by day. */
const DEPEG = {firstDay: dayOf(2026, 5, 12), path: [9905, 9850, 9820, 9842, 9885, 9930, 9970]} as const;
/** Hours at which the pool is brought to where the market is. */
const HOURS = [3, 15];
/** What is not worth a trade, basis points, and how exactly it is hit. */
const TOLERANCE_BPS = 12;
const AIM_BPS = 6;
const WHOLE_BPS = 10_000;

/** Where the market sees AID, basis points of a dollar. */
export function marketBps({moment: {day}}: Block): number {
  return DEPEG.path[day - DEPEG.firstDay] ?? WHOLE_BPS;
}

/** The price of AID in the pool by what the pool holds, dollars with 8 decimals, floored; undefined while it is empty. */
export function poolPrice(block: Block): bigint | undefined {
  const {aid, units} = reserves(block);
  return aid === 0n || units === 0n ? undefined : (units * AID_PER_UNIT * 10n ** 8n) / aid;
}

/** Whether the pool is traded to the market's price in this block. */
export function isArbitrage(block: Block): boolean {
  return block.moment.day > AID_POOL_DAY && HOURS.some((hour) => block.isAt(hour));
}

/** Whoever sees a gain brings the pool's price to the market's: partners from below, holders who want out from above. */
export function planArbitrage(block: Block): void {
  const price = poolPrice(block);
  if (price === undefined || !isArbitrage(block)) return;
  const aim = marketBps(block) + block.random('arbitrage').int(-AIM_BPS, AIM_BPS);
  const offBps = Number(price / 10n ** 4n) - aim;
  if (Math.abs(offBps) <= TOLERANCE_BPS) return;
  const {aid, units} = reserves(block);
  const product = (aid / AID_PER_UNIT) * units;
  if (offBps < 0) return buy(block, root((product * BigInt(aim)) / BigInt(WHOLE_BPS)) - units);
  sell(block, (root((product * BigInt(WHOLE_BPS)) / BigInt(aim)) - aid / AID_PER_UNIT) * AID_PER_UNIT);
}

function reserves(block: Block): {aid: bigint; units: bigint} {
  const {aidPool} = block.protocol.address;
  return {aid: block.ledger.balance('aid', aidPool), units: block.ledger.balance('usdc', aidPool)};
}

function buy(block: Block, units: bigint): void {
  const {usdc, aidPool} = block.protocol.address;
  const buyer = block.random('arbitrage buyer').pick(PARTNERS);
  block.approve('usdc', buyer, aidPool);
  block.call(buyer, 'aidPool', 'swap', usdc, units, 0n);
  block.debit('usdc', buyer, units);
}

/** Sold by a holder who has it; where none has, a partner mints it. */
function sell(block: Block, amount: bigint): void {
  const {aid, aidPool} = block.protocol.address;
  const random = block.random('arbitrage seller');
  const able = [...PARTNERS, ...TRADERS].filter((who) => block.free('aid', who) >= amount + WAD);
  if (able.length === 0 && block.isAidPaused) return;
  const seller = random.pick(able.length > 0 ? able : PARTNERS);
  if (able.length === 0) mint(block, seller, seller, 'usdc', amount / AID_PER_UNIT);
  block.approve('aid', seller, aidPool);
  block.call(seller, 'aidPool', 'swap', aid, amount, 0n);
  block.debit('aid', seller, amount);
}

/** The square root, floored. */
function root(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const better = (guess + value / guess) / 2n;
    if (better >= guess) return guess;
    guess = better;
  }
}
