import {FLASH_TRADER_OWNER} from '../accounts';
import {WAD, type Block} from './block';
import {PARTNERS} from './population';

const FIRST_DAY = 20;
/** About four trades a month. */
const TRADE = {num: 1, den: 60};
const AMOUNT = {scale: 40_000n * WAD, cap: 1_500_000n * WAD};
/** What the trader holds for fees: 5 bps of the largest trade several times over. */
const FEES = {least: 800n * WAD, topUp: 2_500n * WAD};

/** Flash mints, and AID for their fees from a partner, where the trader runs low. */
export function planFlashMints(block: Block): void {
  const {flashTrader} = block.protocol.address;
  const random = block.random('flash mint');
  if (block.moment.day < FIRST_DAY || block.isAidPaused || !random.chance(TRADE.num, TRADE.den)) return;
  if (block.free('aid', flashTrader) < FEES.least) {
    const giver = PARTNERS.find((partner) => block.free('aid', partner) >= FEES.topUp);
    if (giver === undefined) return;
    block.transfer('aid', giver, flashTrader, FEES.topUp);
  }
  block.call(FLASH_TRADER_OWNER, 'flashTrader', 'trade', random.heavyTailed(AMOUNT.scale, AMOUNT.cap, 3, 5));
}
