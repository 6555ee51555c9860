import {TREASURER, TREASURY} from '../accounts';
import type {Block} from './block';
import {AID_PER_UNIT} from './ledger';

/** Stablecoins in the minter, basis points of the AID supply: what it keeps, and the band in which nothing is done. */
const LIQUID = {lowBps: 900n, targetBps: 1300n, highBps: 1800n};
/** USDC in the redeemer, basis points of the AID supply. */
const FLOAT = {lowBps: 30n, targetBps: 100n};
/** T-bills are traded from this amount on, in units. */
const SMALLEST_TRADE = 25_000n * 10n ** 6n;

/** AID supply in stablecoin units. */
function supplyUnits(block: Block): bigint {
  return block.ledger.supply('aid') / AID_PER_UNIT;
}

function buyTbills(block: Block, token: 'usdc' | 'usdt', units: bigint): void {
  block.call(TREASURER, 'minter', 'buyTbills', block.protocol.address[token], units);
  block.debit(token, block.protocol.address.minter, units);
}

function sellTbills(block: Block, token: 'usdc' | 'usdt', units: bigint): void {
  block.call(TREASURER, 'minter', 'sellTbills', block.protocol.address[token], units);
  block.credit(token, block.protocol.address.minter, units);
}

/** Sells T-bills, where the minter has less than `units` of a stablecoin: what is missing and a fifth more. */
export function ensureLiquid(block: Block, token: 'usdc' | 'usdt', units: bigint): void {
  const missing = units - block.free(token, block.protocol.address.minter);
  if (missing > 0n) sellTbills(block, token, missing + missing / 5n);
}

/** Moves USDC to the redeemer, where it has less than `units`, up to its usual float above them. */
export function fundFloat(block: Block, units: bigint): void {
  const {usdc, minter, redeemer} = block.protocol.address;
  const missing = units - block.free('usdc', redeemer);
  if (missing <= 0n) return;
  const amount = missing + (supplyUnits(block) * FLOAT.lowBps) / 10_000n;
  ensureLiquid(block, 'usdc', amount);
  block.call(TREASURER, 'minter', 'fundRedeemer', usdc, redeemer, amount);
  block.debit('usdc', minter, amount);
  block.credit('usdc', redeemer, amount);
}

/** The daily round at 15:00: the redeemer's float, then T-bills bought or sold until the liquid part is in its band. */
export function planTreasury(block: Block): void {
  if (!block.isAt(15) || block.moment.day === 0) return;
  const {usdc, minter, redeemer} = block.protocol.address;
  const supply = supplyUnits(block);
  const float = block.free('usdc', redeemer);
  const inMinter = block.free('usdc', minter);
  const topUp = (supply * FLOAT.targetBps) / 10_000n - float;
  if (float < (supply * FLOAT.lowBps) / 10_000n && topUp > 0n && topUp < inMinter) {
    block.call(TREASURER, 'minter', 'fundRedeemer', usdc, redeemer, topUp);
    block.debit('usdc', minter, topUp);
    block.credit('usdc', redeemer, topUp);
  }
  const liquid = block.free('usdc', minter) + block.free('usdt', minter);
  const target = (supply * LIQUID.targetBps) / 10_000n;
  if (liquid > (supply * LIQUID.highBps) / 10_000n) spend(block, liquid - target);
  if (liquid < (supply * LIQUID.lowBps) / 10_000n) raise(block, target - liquid);
}

/** Buys T-bills, from USDT first: redemptions are paid in USDC. */
function spend(block: Block, units: bigint): void {
  const {minter} = block.protocol.address;
  const usdt = block.free('usdt', minter);
  const fromUsdt = usdt < units ? usdt : units;
  const fromUsdc = units - fromUsdt;
  if (fromUsdt >= SMALLEST_TRADE) buyTbills(block, 'usdt', fromUsdt);
  if (fromUsdc >= SMALLEST_TRADE) buyTbills(block, 'usdc', fromUsdc);
}

function raise(block: Block, units: bigint): void {
  const held = block.ledger.tbills.valueAt(block.moment.timestamp);
  const amount = units < held ? units : held;
  if (amount >= SMALLEST_TRADE) sellTbills(block, 'usdc', amount);
}

/** The treasury turns three fifths of its fees into dollars on the third of the month. */
export function feesToSell(block: Block): bigint {
  if (block.moment.dayOfMonth !== 3 || !block.isAt(6)) return 0n;
  return (block.free('aid', TREASURY) * 3n) / 5n;
}
