import {id} from 'ethers';
import {ENDPOINT} from '../accounts';
import {OUTPOST_EID} from '../deploy';
import {WAD, type Block} from './block';
import {dayOf} from './calendar';
import {AID_PER_UNIT} from './ledger';
import {isPerson} from './population';

const FIRST_DAY = 12;
/** About ten messages a month. */
const MESSAGE = {num: 1, den: 24};
/** What the month's people want to have across the bridge, basis points of the supply here. */
const WANTED_BPS = {least: 100, most: 360};
/** Above this, where the supply here has shrunk, it comes back without delay. */
const MOST_BPS = 400n;
/** What a sender keeps at least. */
const KEPT = 50n * WAD;
const SMALLEST = 100n * WAD;
/** For so long nothing arrives: one message is stuck, and those behind it wait. */
const STUCK = {fromDay: dayOf(2026, 3, 10), toDay: dayOf(2026, 3, 15), hour: 15};

/** AID leaves for the outpost while less of it is there than wanted, and comes back when there is more. */
export function planBridge(block: Block): void {
  const {day, month} = block.moment;
  const random = block.random('bridge');
  if (day < FIRST_DAY || block.isAidPaused) return;
  const wantedBps = block.sharedRandom('bridge', month.index).int(WANTED_BPS.least, WANTED_BPS.most);
  const outside = block.ledger.bridge.outside();
  const wanted = (block.ledger.supply('aid') * BigInt(wantedBps)) / 10_000n;
  const isReleased = block.isOn(STUCK.toDay, STUCK.hour);
  const isTooMuch = outside * 10_000n > block.ledger.supply('aid') * MOST_BPS;
  const isTime = random.chance(MESSAGE.num, MESSAGE.den);
  if (!isReleased && !isTooMuch && !isTime) return;
  const step = random.around(wanted / 3n, 5000);
  if (!isReleased && outside < wanted) return depart(block, step);
  if (day >= STUCK.fromDay && day <= STUCK.toDay && !isReleased) return;
  arrive(block, isTooMuch ? outside - wanted : step);
}

function depart(block: Block, wanted: bigint): void {
  const senders = block.ledger.holders('aid').filter(({part}) => isPerson(part));
  const able = senders.filter(({account}) => block.free('aid', account) - KEPT >= wanted);
  const richest = senders.reduce<string | undefined>(
    (best, {account}) => (best === undefined || block.free('aid', account) > block.free('aid', best) ? account : best),
    undefined,
  );
  const sender = able.length > 0 ? block.random('bridge sender').pick(able).account : richest;
  if (sender === undefined) return;
  const spare = block.free('aid', sender) - KEPT;
  const amount = wanted < spare ? wanted : spare;
  if (amount < SMALLEST) return;
  block.call(sender, 'bridge', 'send', OUTPOST_EID, amount);
  block.debit('aid', sender, amount);
}

/** One who has AID there brings it home, all of it or what is too much. */
function arrive(block: Block, wanted: bigint): void {
  const there = block.ledger.bridge.holders();
  if (there.length === 0) return;
  const able = there.filter(([, held]) => held >= wanted);
  const [account, held] = block.random('bridge receiver').pick(able.length > 0 ? able : there);
  const amount = wanted < held ? wanted - (wanted % AID_PER_UNIT) : held;
  const guid = id(`message ${block.ledger.bridge.received + 1} of the outpost`);
  block.call(ENDPOINT, 'bridge', 'receiveMessage', guid, OUTPOST_EID, account, amount);
  block.credit('aid', account, amount);
}
