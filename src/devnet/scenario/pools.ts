import {ISSUER} from '../accounts';
import {WAD, type Block} from './block';
import {dayOf} from './calendar';
import {AID_PER_UNIT} from './ledger';
import {mint, stake} from './minting';
import {AID_POOL_DAY, isArbitrage} from './peg';
import {LIQUIDITY_PROVIDER, TRADERS} from './population';

const AID_POOL_UNITS = 1_200_000n * 10n ** 6n;
const SAID_POOL = {day: 12, aid: 400_000n * WAD};
const WITHDRAWAL_DAY = dayOf(2026, 4, 20);
const SWAP = {scale: 150n * WAD, cap: 25_000n * WAD};
const LOAN_COLLATERAL = {scale: 500n * WAD, cap: 120_000n * WAD};

/** The liquidity provider opens both pools, and takes a third of the first one back in spring. */
export async function planLiquidity(block: Block): Promise<void> {
  const {aidPool, saidPool} = block.protocol.address;
  if (block.isOn(AID_POOL_DAY, 12)) {
    mint(block, LIQUIDITY_PROVIDER, LIQUIDITY_PROVIDER, 'usdc', AID_POOL_UNITS);
    block.approve('aid', LIQUIDITY_PROVIDER, aidPool);
    block.approve('usdc', LIQUIDITY_PROVIDER, aidPool);
    const aid = AID_POOL_UNITS * AID_PER_UNIT;
    block.call(LIQUIDITY_PROVIDER, 'aidPool', 'addLiquidity', aid, AID_POOL_UNITS);
    block.debit('aid', LIQUIDITY_PROVIDER, aid);
  }
  if (block.isOn(SAID_POOL.day - 1, 12)) {
    mint(block, LIQUIDITY_PROVIDER, LIQUIDITY_PROVIDER, 'usdc', (SAID_POOL.aid * 2n) / AID_PER_UNIT);
    stake(block, LIQUIDITY_PROVIDER, SAID_POOL.aid);
  }
  if (block.isOn(SAID_POOL.day, 12)) {
    const shares = block.free('said', LIQUIDITY_PROVIDER);
    block.approve('said', LIQUIDITY_PROVIDER, saidPool);
    block.approve('aid', LIQUIDITY_PROVIDER, saidPool);
    block.call(LIQUIDITY_PROVIDER, 'saidPool', 'addLiquidity', shares, SAID_POOL.aid);
    block.debit('said', LIQUIDITY_PROVIDER, shares);
    block.debit('aid', LIQUIDITY_PROVIDER, SAID_POOL.aid);
  }
  if (block.isOn(WITHDRAWAL_DAY, 12)) {
    const {rpc, protocol} = block.scenario;
    const shares = await protocol.view<bigint>(rpc, 'aidPool', 'sharesOf', [LIQUIDITY_PROVIDER]);
    block.call(LIQUIDITY_PROVIDER, 'aidPool', 'removeLiquidity', shares / 3n);
  }
}

/** Swaps against the pools; the scarcer a token there, the more people sell it, so that prices come back. */
export function planSwaps(block: Block): void {
  const random = block.random('swap');
  const {aidPool, saidPool} = block.protocol.address;
  if (block.moment.day > AID_POOL_DAY && !isArbitrage(block) && random.chance(1, 4)) {
    const aid = block.free('aid', aidPool);
    const share = (aid * 1000n) / (aid + block.free('usdc', aidPool) * AID_PER_UNIT);
    const buysAid = random.bigint(0n, share ** 4n + (1000n - share) ** 4n) < share ** 4n;
    const amount = random.heavyTailed(SWAP.scale, SWAP.cap, 3, 5);
    if (buysAid) buyAid(block, random.pick(TRADERS), amount / AID_PER_UNIT);
    else sell(block, 'aid', 'aidPool', amount);
  }
  if (block.moment.day > SAID_POOL.day && !block.isVaultQuiet && random.chance(1, 9)) {
    const sharesAreScarce = block.free('said', saidPool) < block.free('aid', saidPool);
    const token = random.chance(sharesAreScarce ? 4 : 1, 5) ? 'said' : 'aid';
    sell(block, token, 'saidPool', random.heavyTailed(SWAP.scale, SWAP.cap / 5n, 1, 2));
  }
}

/** A holder who brings USDC from outside. */
function buyAid(block: Block, buyer: string, units: bigint): void {
  const {usdc, aidPool} = block.protocol.address;
  block.call(ISSUER, 'usdc', 'mint', buyer, units);
  block.approve('usdc', buyer, aidPool);
  block.call(buyer, 'aidPool', 'swap', usdc, units, 0n);
}

function sell(block: Block, token: 'aid' | 'said', pool: 'aidPool' | 'saidPool', wanted: bigint): void {
  const random = block.random(`sell ${token} to ${pool}`);
  const sellers = TRADERS.filter((who) => block.free(token, who) >= wanted);
  if (sellers.length === 0) return;
  const seller = random.pick(sellers);
  block.approve(token, seller, block.protocol.address[pool]);
  block.call(seller, pool, 'swap', block.protocol.address[token], wanted, 0n);
  block.debit(token, seller, wanted);
}

/** AID and shares are put up as collateral in the lending market, and taken out again. */
export function planLending(block: Block): void {
  const random = block.random('lending');
  const {aid, said, lendingMarket} = block.protocol.address;
  if (block.moment.day < 10 || !random.chance(1, 8)) return;
  const token = block.isVaultQuiet || random.chance(1, 3) ? 'aid' : 'said';
  const address = token === 'aid' ? aid : said;
  const suppliers = TRADERS.filter((who) => block.ledger.suppliedBy(token, who) > WAD);
  if (random.chance(1, 3) && suppliers.length > 0) {
    const who = random.pick(suppliers);
    const amount = (block.ledger.suppliedBy(token, who) * BigInt(random.int(30, 100))) / 100n;
    block.call(who, 'lendingMarket', 'withdraw', address, amount);
    return;
  }
  const wanted = random.heavyTailed(LOAN_COLLATERAL.scale, LOAN_COLLATERAL.cap, 3, 5);
  const able = TRADERS.filter((who) => block.free(token, who) >= wanted);
  if (able.length === 0) return;
  const who = random.pick(able);
  block.approve(token, who, lendingMarket);
  block.call(who, 'lendingMarket', 'supply', address, wanted);
  block.debit(token, who, wanted);
}
