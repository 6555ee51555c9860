import {WAD, type Block} from './block';
import {AID_PER_UNIT} from './ledger';
import {PARTNERS, SAVERS} from './population';

/** Days of the launch, in which most of AID is minted. */
const LAUNCH_DAYS = 28;
/** What is minted in the launch, in stablecoin units: 62 million dollars. */
const LAUNCH_TOTAL = 62_000_000n * 10n ** 6n;
/** A mint after the launch: from six thousand dollars up, seldom above half a million. */
const LATER_MINT = {scale: 6_000n * 10n ** 6n, cap: 800_000n * 10n ** 6n};
/** Small savers stake what they hold from this amount on. */
const SMALL_STAKE = 400n * WAD;

/** Plans a mint by a whitelisted account, of which the recipient gets the same value in AID. */
export function mint(block: Block, payer: string, recipient: string, token: 'usdc' | 'usdt', units: bigint): void {
  const {minter} = block.protocol.address;
  block.approve(token, payer, minter);
  block.call(payer, 'minter', 'mint', block.protocol.address[token], units, recipient);
  block.debit(token, payer, units);
  block.credit(token, minter, units);
  block.credit('aid', recipient, units * AID_PER_UNIT);
}

/** Plans a stake of the account's own AID. */
export function stake(block: Block, staker: string, amount: bigint): void {
  const {said} = block.protocol.address;
  block.approve('aid', staker, said);
  block.call(staker, 'said', 'deposit', amount, staker);
  block.debit('aid', staker, amount);
  block.credit('aid', said, amount);
}

/** New AID: much in the launch month, thinning out, then now and then. About nine tenths are staked at once. */
export function planMints(block: Block): void {
  if (block.isAidPaused) return;
  const {day, fromHour, toHour} = block.moment;
  const random = block.random('mint');
  if (day >= LAUNCH_DAYS) {
    if (random.chance(1, 11)) mintFor(block, random.heavyTailed(LATER_MINT.scale, LATER_MINT.cap));
    return;
  }
  const weight = BigInt(40 - day);
  const quota = (LAUNCH_TOTAL * weight * BigInt(toHour - fromHour)) / (742n * 24n);
  const isWhale = random.chance(1, 12);
  const units = random.around(isWhale ? quota * 4n : (quota * 73n) / 100n, 2500);
  const parts = isWhale ? 1n : BigInt(random.int(1, 3));
  for (let i = 0n; i < parts; i++) mintFor(block, random.around(units / parts, 1500));
}

function mintFor(block: Block, units: bigint): void {
  const random = block.random(`mint of ${block.txs.length}`);
  const payer = random.pick(PARTNERS);
  const recipient = random.chance(1, 2) ? payer : random.pick(SAVERS);
  mint(block, payer, recipient, random.chance(65, 100) ? 'usdc' : 'usdt', units);
  if (block.isVaultQuiet || random.chance(7, 100)) return;
  const amount = units * AID_PER_UNIT;
  stake(block, recipient, random.chance(1, 3) ? amount : (amount * BigInt(random.int(92, 99))) / 100n);
}

/** Holders who put their savings to work, now and then. */
export function planSmallStakes(block: Block): void {
  const random = block.random('small stake');
  if (block.isVaultQuiet || !random.chance(1, 5)) return;
  const savers = SAVERS.filter((who) => block.free('aid', who) >= SMALL_STAKE);
  if (savers.length === 0) return;
  const saver = random.pick(savers);
  const part = (block.free('aid', saver) * BigInt(random.int(40, 90))) / 100n;
  const amount = part - (part % (WAD / 100n));
  if (amount > 0n) stake(block, saver, amount);
}
