import {address, ASSET_TOKEN, assetIdOf, MINTER, SAID, USDC, USDT} from '../given';
import {Deals} from './deals';
import type {Ledger} from './ledger';
import type {Queue} from './queue';
import {UNIT} from './treasury';
import type {World} from './world';

/** One thing somebody does: who, to whom, and how much of what there is, in thousandths; also where a choice is made. */
export interface Command {
  readonly kind: keyof typeof COMMANDS;
  readonly who: number;
  readonly whom: number;
  readonly size: number;
  /** Blocks after the last thing; 0 in the same block */
  readonly gap: number;
}

const CUSTODIAN = address(0x7b111);
const user = (n: number): string => address(0x1000 + n);
const part = (whole: bigint, size: number): bigint => (whole * BigInt(size)) / 1000n;
/** From nothing to a million, in units of 1e-6. */
const units = (size: number): bigint => BigInt(size) * BigInt(size) * 1_000_003n + BigInt(size % 7);
/** From a loss of 4 % to a gain of 5 %. */
const markOf = (book: bigint, size: number): bigint => part(book, (size % 91) - 40);

/** Who has no AID is given some first, so that most commands do something. */
function aidOf({aid}: World, account: string, size: number): bigint {
  if (aid.of(account) === 0n) aid.mint(account, units(size) * UNIT + 1n);
  return aid.of(account);
}

/** Who has no shares deposits first. */
function sharesOf(world: World, account: string, size: number): bigint {
  if (world.shares.of(account) === 0n) world.vault.deposit(account, aidOf(world, account, 1000 - Math.floor(size / 2)));
  return world.shares.of(account);
}

/** Some of the deal's tokens go to the vault, some to others. */
function grant(world: World, token: Ledger, who: number, size: number): void {
  token.mint(who % 2 === 0 ? SAID.address : user(who), units(size));
}

function moveTokens(world: World, {who, size}: Command, from: string, to: string): void {
  const [one, two] = [world.deals.of(who), world.deals.of(who + 1)];
  if (one === undefined || two === undefined) return;
  const moved = [one.token, two.token].map((token) => token.moved(from, to, part(token.of(from), size)));
  world.chain.emit(ASSET_TOKEN, ...moved);
}

/** Nearly all of the idle AID goes out, for collateral that somebody brings. */
function drain({vault, deals, treasury}: World, {who, size}: Command, one: string, other: string): void {
  const idle = vault.idle / UNIT;
  if (idle <= 0n) return;
  treasury.mint(one, other, USDC, idle);
  deals.of(who);
  vault.deploy(Deals.idOf(who), other, idle - part(idle, Math.floor(size / 4)));
}

/** From at once to two blocks from now, for one to eight blocks, settled up to four blocks after. */
const openCycle = (queue: Queue, who: number, size: number): void =>
  queue.openCycle(size % 3, 1 + (size % 8), size % 5, who === 0 ? 'FIFO' : 'PRO_RATA');

/** What was just deposited goes into a deal but for a part, then all of it is asked back: it can be paid in part only. */
function runShort(world: World, {who, size}: Command, one: string, other: string): void {
  const {treasury, vault, deals} = world;
  treasury.mint(one, one, USDC, units(size) + 1000n);
  vault.deposit(one, world.aid.of(one));
  deals.of(who);
  vault.deploy(Deals.idOf(who), other, units(size));
  vault.unstake(one, world.shares.of(one));
  vault.queue.fill(size);
}

type Play = (world: World, command: Command, one: string, other: string) => void;

const COMMANDS = {
  mintAid: ({treasury}, {size}, one, other) => treasury.mint(one, other, size % 3 === 0 ? USDT : USDC, units(size)),
  redeem: (world, {size}, one) => world.treasury.redeem(one, part(aidOf(world, one, size), size)),
  transfer: (world, {size}, one, other) => world.aid.move(one, other, part(aidOf(world, one, size), size)),
  fundRedeemer: ({treasury}, {size}) => treasury.fundRedeemer(size % 3 === 0 ? USDT : USDC, units(size)),
  configureDesk: ({desk}, {who, size}) => desk.configure(size % 5 !== 0, size % 100, who === 0),
  limitRedemptions: ({desk}, {size}) => desk.setLimit(units(size) * UNIT * 20n),
  permit: ({desk}, {size}, one) => desk.permit(one, size % 2 === 0),
  price: ({desk}, {who, size}) => desk.price(size, who * 600),
  buyTbills: ({treasury}, {size}) => treasury.tradeTbills(CUSTODIAN, true, units(size)),
  sellTbills: ({treasury}, {size}) => treasury.tradeTbills(CUSTODIAN, false, units(size)),
  report: ({treasury}, {size}) => treasury.report(units(size), size),
  deposit: (world, {size}, one) => world.vault.deposit(one, part(aidOf(world, one, size), size)),
  withdraw: (world, {size}, one) => world.vault.withdraw(one, part(sharesOf(world, one, size), size)),
  moveShares: (world, {size}, one, other) => world.shares.move(one, other, part(sharesOf(world, one, size), size)),
  unstake: (world, {size}, one) => world.vault.unstake(one, part(sharesOf(world, one, size), size)),
  fill: ({vault}, {who}) => vault.queue.fill(who + 1),
  openCycle: ({vault}, {who, size}) => openCycle(vault.queue, who, size),
  settleCycle: ({vault}, {who}) => vault.queue.settle(who),
  runShort,
  mark: ({vault}, {size}) => vault.mark(markOf(vault.book, size)),
  markSilently: ({vault}, {size}) => vault.markSilently(markOf(vault.book, size)),
  deploy: ({vault, deals}, {who, size}, _one, other) => {
    deals.of(who);
    vault.deploy(Deals.idOf(who), other, units(size));
  },
  drain,
  giveBack: ({vault}, {who, size}, one) => vault.giveBack(Deals.idOf(who), one, units(size), BigInt(size)),
  recognizeLoss: ({vault, deals}, {who, size}) => {
    deals.of(who);
    vault.recognizeLoss(Deals.idOf(who), part(vault.book, Math.floor(size / 4)));
  },
  realizeLoss: ({vault, deals}, {who, size}) => {
    if (deals.isWrittenOffHere(who)) vault.realizeLoss(Deals.idOf(who), units(size) * UNIT);
  },
  stepDeal: ({deals}, {who, size}) => deals.step(deals.of(who), size),
  appraise: ({deals}, {who, size}) => deals.appraise(deals.of(who), units(size)),
  grant: (world, {who, size}) => grant(world, world.deals.of(who)?.token ?? world.aid, who, size),
  moveTokens,
  distribute: ({deals}, {who, size}, one) => deals.distribute(Deals.idOf(who), deals.of(who), one, units(size)),
  cover: ({deals}, {who, size}) => deals.drawReserve(Deals.idOf(who), SAID.address, units(size) * UNIT),
  miss: ({deals}, {who, size}) => deals.miss(Deals.idOf(who), units(size)),
  drawReserve: ({deals}, {who, size}, one) => deals.drawReserve(Deals.idOf(who), one, units(size)),
  attest: ({register}, {who, size}) => register.attest(who, size),
  say: (world, {size}) => world.say(size % 4 === 0 ? null : assetIdOf(`topic${size % 3}`)),
  pay: (world, {who, size}, one) =>
    world.circulation.pay(one, who, part(aidOf(world, one, size), size), size % 2 === 0),
  strayCoins: ({treasury}, {size}, one) => treasury.pay(USDC, one, MINTER.address, units(size), 'OTHER'),
  donate: (world, {size}, one) => world.aid.move(one, SAID.address, part(aidOf(world, one, size), size)),
  flashMint: (world, {size}, one) => {
    aidOf(world, one, size);
    world.issuance.flashMint(one, units(size) * UNIT);
  },
  migrate: ({issuance}, {size}, one) => issuance.migrate(one, units(size)),
  bridgeOut: (world, {who, size}, one) => world.issuance.send(one, who, part(aidOf(world, one, size), size)),
  bridgeIn: ({issuance}, {whom, size}, one) => issuance.receive(one, whom, units(size) * UNIT),
  deny: ({authorities}, {size}, one, other) => authorities.deny([one, other, one], size % 4 !== 0),
  admit: ({authorities}, {size}, one, other) => authorities.admit([one, other], size % 4 !== 0),
  setRole: ({authorities}, {who, size}, _one, other) => authorities.setRole(who, other, size % 3 !== 0),
  govern: ({authorities}, {size}, one, other) => authorities.govern(size, one, other),
} satisfies Record<string, Play>;

export const KINDS = Object.keys(COMMANDS) as Command['kind'][];

/** The kinds of a run on the queue, by how often they happen. */
export const RUN_KINDS: readonly Command['kind'][] = [
  ...(['deposit', 'drain', 'drain', 'unstake', 'unstake', 'unstake', 'unstake', 'giveBack', 'mark', 'fill'] as const),
  ...(['openCycle', 'settleCycle', 'settleCycle', 'settleCycle'] as const),
];

/** The kinds of deals that are paid for: money goes in and out, and their tokens have holders. */
export const DEAL_KINDS: readonly Command['kind'][] = [
  ...(['stepDeal', 'grant', 'grant', 'distribute', 'distribute', 'appraise', 'miss', 'moveTokens'] as const),
  ...(['mintAid', 'deposit', 'deploy', 'giveBack', 'recognizeLoss', 'realizeLoss', 'drawReserve'] as const),
];

/** Plays one command on the world: one transaction. */
export function play(world: World, command: Command): void {
  if (command.gap > 0) world.chain.endBlock(command.gap);
  world.chain.beginTransaction();
  const run: Play = COMMANDS[command.kind];
  run(world, command, user(command.who), user(command.whom));
}
