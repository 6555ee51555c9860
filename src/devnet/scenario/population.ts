import {account, accounts} from '../accounts';
import {Random} from '../random';

/** Desks and funds that may mint and redeem. */
export const PARTNERS = accounts('partner', 40);
/** Exchanges: they may redeem too, and others sell there. */
export const EXCHANGES = accounts('exchange', 2);
/** Everybody else who will ever hold AID. */
export const HOLDERS = accounts('holder', 880);
/** Those of them who stake. */
export const SAVERS: readonly string[] = HOLDERS.slice(0, 420);
/** Those of them who trade in the pools and use the lending market. */
export const TRADERS: readonly string[] = HOLDERS.slice(0, 90);
/** Sellers of AI services that take AID. */
export const MERCHANTS: readonly string[] = accounts('ai service', 12);
/** Provides AID and USDC to the pool. */
export const LIQUIDITY_PROVIDER = account('liquidity provider');

/** All who may mint and redeem. */
export const WHITELISTED: readonly string[] = [...PARTNERS, ...EXCHANGES, LIQUIDITY_PROVIDER];

/** Which part an address plays. */
export type Part = 'partner' | 'exchange' | 'holder' | 'merchant';

const KNOWN = new Map<string, Part>([
  ...PARTNERS.map((one) => [one, 'partner'] as const),
  ...EXCHANGES.map((one) => [one, 'exchange'] as const),
  ...HOLDERS.map((one) => [one, 'holder'] as const),
  ...MERCHANTS.map((one) => [one, 'merchant'] as const),
]);

/** Which part an address plays; undefined for contracts and the protocol's own accounts. */
export function partOf(address: string): Part | undefined {
  return KNOWN.get(address);
}

/** Whether it is somebody who pays and sends: everybody but the merchants. */
export function isPerson(part: Part | undefined): boolean {
  return part !== undefined && part !== 'merchant';
}

/** Whether it is somebody who puts money in and takes it out again. */
export function isInvestor(part: Part | undefined): boolean {
  return part === 'partner' || part === 'holder';
}

/** Nearly half of the holders come in the first month, the others through the following ten. */
const EARLY = {num: 45, den: 100, lastDay: 29};
const LATE = {firstDay: 30, lastDay: 345};

/** The holders that first receive AID on a day, for a seed. */
export function arrivals(seed: number, day: number): readonly string[] {
  const known = byDay.get(seed) ?? arrivalsByDay(seed);
  byDay.set(seed, known);
  return known.get(day) ?? [];
}

const byDay = new Map<number, Map<number, string[]>>();

function arrivalsByDay(seed: number): Map<number, string[]> {
  const random = new Random(seed, 'arrivals');
  const days = new Map<number, string[]>();
  for (const holder of HOLDERS) {
    const isEarly = random.chance(EARLY.num, EARLY.den);
    const day = isEarly ? random.int(0, EARLY.lastDay) : random.int(LATE.firstDay, LATE.lastDay);
    days.set(day, [...(days.get(day) ?? []), holder]);
  }
  return days;
}
