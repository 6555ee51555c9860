import {WAD, type Block} from './block';
import {AID_PER_UNIT} from './ledger';
import {EXCHANGES, WHITELISTED, isInvestor} from './population';
import {fundFloat} from './treasury';

/** Who holds more than this without staking it goes, sooner or later. */
const IDLE_LIMIT = 40_000n * WAD;
const WORKING_BALANCE = 15_000n * WAD;
/** What an exchange keeps for its customers. */
const EXCHANGE_INVENTORY = 250_000n * WAD;
const SMALLEST = 5_000n * WAD;

/** Plans a redemption of a whitelisted account's AID; the redeemer is funded before it, where its float does not do. */
export function redeem(block: Block, owner: string, aidIn: bigint): void {
  const {redeemer, usdc} = block.protocol.address;
  fundFloat(block, aidIn / AID_PER_UNIT);
  block.approve('aid', owner, redeemer);
  block.call(owner, 'redeemer', 'redeem', usdc, aidIn, owner);
  block.debit('aid', owner, aidIn);
  block.debit('usdc', redeemer, aidIn / AID_PER_UNIT);
}

/** Idle AID leaves: whitelisted accounts redeem it, others sell it on an exchange, which redeems its surplus at noon. */
export function planRedemptions(block: Block): void {
  const random = block.random('redemption');
  const idle = block.ledger.holders('aid').filter(({held, part}) => held > IDLE_LIMIT && isInvestor(part));
  for (const {account: who} of idle) {
    if (!random.chance(1, 30)) continue;
    const surplus = ((block.free('aid', who) - WORKING_BALANCE) * BigInt(random.int(60, 100))) / 100n;
    const amount = surplus - (surplus % (WAD / 100n));
    if (amount < SMALLEST) continue;
    if (!WHITELISTED.includes(who)) block.transfer('aid', who, random.pick(EXCHANGES), amount);
    else if (!block.isAidPaused) redeem(block, who, amount);
  }
  if (block.isAt(12) && !block.isAidPaused) redeemInventories(block);
}

function redeemInventories(block: Block): void {
  for (const exchange of EXCHANGES) {
    const surplus = block.free('aid', exchange) - EXCHANGE_INVENTORY;
    if (surplus > SMALLEST) redeem(block, exchange, surplus);
  }
}
