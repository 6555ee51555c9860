import {id} from 'ethers';
import {SERVICE_PROVIDER, TREASURY} from '../accounts';
import {WAD, type Block} from './block';
import {UPGRADE_DAY} from './governance';
import {EXCHANGES, HOLDERS, MERCHANTS, PARTNERS, arrivals, isPerson} from './population';
import {feesToSell} from './treasury';

const CENT = WAD / 100n;
/** Days on which ten times as much moves: each of the year's days with this chance. */
const EVENT_DAY = {num: 1, den: 45};
const MERCHANT_FLOAT = 2_000n * WAD;

/** Whether a day is one of those on which everything moves. */
function isEventDay(block: Block): boolean {
  const {day} = block.moment;
  return day > 2 && block.sharedRandom('event day', day).chance(EVENT_DAY.num, EVENT_DAY.den);
}

/** First transfers to those who arrive today, each at a drawn hour. */
export function planArrivals(block: Block): void {
  const {day} = block.moment;
  const daily = block.sharedRandom('arrival hours', day);
  for (const newcomer of arrivals(block.scenario.seed, day)) {
    if (!block.isAt(daily.int(0, 23))) continue;
    const random = block.random(`arrival of ${newcomer}`);
    const giver = spender(
      block,
      random.heavyTailed(60n * WAD, 20_000n * WAD, 13, 20),
      [...PARTNERS, ...EXCHANGES],
      newcomer,
    );
    if (giver !== undefined) block.transfer('aid', giver.from, newcomer, giver.amount);
  }
}

/** AID and shares from holder to holder: a few a block, ten times as many on event days; sizes heavy-tailed. */
export function planTransfers(block: Block): void {
  const random = block.random('transfer');
  const count = random.int(0, 2) * (isEventDay(block) ? 10 : 1) + (isEventDay(block) ? random.int(0, 9) : 0);
  const senders = count > 0 ? payers(block) : [];
  for (let i = 0; i < count && senders.length > 0; i++) {
    const to = random.pick(random.chance(9, 10) ? HOLDERS : [...PARTNERS, ...EXCHANGES]);
    const sent = spender(block, random.heavyTailed(20n * WAD, 40_000n * WAD, 13, 20), random.sample(senders, 6), to);
    if (sent !== undefined) block.transfer('aid', sent.from, to, sent.amount);
  }
  if (block.isVaultQuiet || !random.chance(1, 9)) return;
  const sharers = block.ledger.holders('said').filter(({held, part}) => isPerson(part) && held >= 100n * WAD);
  if (sharers.length === 0) return;
  const {account: from} = random.pick(sharers);
  const shares = (block.free('said', from) * BigInt(random.int(5, 30))) / 100n;
  const to = random.pick(HOLDERS);
  if (to !== from && shares > 0n) block.transfer('said', from, to, shares);
}

/** AI services are paid in AID; after the upgrade about half of the payments name their invoice. */
export function planPayments(block: Block): void {
  const random = block.random('payment');
  const count = random.chance(2, 3) ? random.int(0, 2) : 0;
  const customers = count > 0 ? payers(block) : [];
  for (let i = 0; i < count && customers.length > 0; i++) {
    const merchant = random.pick(MERCHANTS);
    const paid = spender(
      block,
      random.heavyTailed(5n * WAD, 4_000n * WAD, 7, 10),
      random.sample(customers, 6),
      merchant,
    );
    if (paid === undefined) continue;
    const isReferenced = block.moment.day > UPGRADE_DAY && random.chance(1, 2);
    if (!isReferenced) {
      block.transfer('aid', paid.from, merchant, paid.amount);
      continue;
    }
    const invoice = id(`invoice ${block.moment.height} ${i}`);
    block.call(paid.from, 'aid', 'transferWithReference', merchant, paid.amount, invoice);
    block.debit('aid', paid.from, paid.amount);
    block.credit('aid', merchant, paid.amount);
  }
}

/** Merchants sell their takings on Mondays, the treasury and the service provider once a month. */
export function planSweeps(block: Block): void {
  const random = block.random('sweep');
  const fees = feesToSell(block);
  if (fees > WAD) block.transfer('aid', TREASURY, random.pick(EXCHANGES), fees);
  const costs = block.free('aid', SERVICE_PROVIDER);
  if (costs > WAD && block.moment.dayOfMonth === 28 && block.isAt(6)) {
    block.transfer('aid', SERVICE_PROVIDER, random.pick(EXCHANGES), costs);
  }
  const weekday = (block.moment.day + 5) % 7;
  if (!block.isAt(9) || weekday !== 1) return;
  for (const merchant of MERCHANTS) {
    const takings = block.free('aid', merchant);
    if (takings > MERCHANT_FLOAT)
      block.transfer('aid', merchant, random.pick(EXCHANGES), takings - MERCHANT_FLOAT / 2n);
  }
}

/** Everybody who has AID and is no merchant. */
function payers(block: Block): string[] {
  return block.ledger.holders('aid').flatMap(({account, part}) => (isPerson(part) ? [account] : []));
}

/** The first of the candidates who can pay the amount, in cents, to somebody else; at worst half of what the richest has. */
function spender(
  block: Block,
  wanted: bigint,
  from: readonly string[],
  to: string,
): {from: string; amount: bigint} | undefined {
  const amount = wanted - (wanted % CENT);
  const others = from.filter((account) => account !== to);
  const able = others.find((account) => block.free('aid', account) >= amount);
  if (able !== undefined && amount > 0n) return {from: able, amount};
  const richest = others.reduce<string | undefined>(
    (best, one) => (best === undefined || block.free('aid', one) > block.free('aid', best) ? one : best),
    undefined,
  );
  if (richest === undefined) return undefined;
  const half = block.free('aid', richest) / 2n;
  return half >= CENT ? {from: richest, amount: half - (half % CENT)} : undefined;
}
