import type {EntityManager} from 'typeorm';
import {ZERO_ADDRESS} from '../domain/ids';
import {instant, type HeldBlock} from './heldBlocks';
import type {Period} from './revenueSums';

/** What an account was paid in a period, in the token's smallest unit; the part with a reference is in AID only. */
export interface Payments {
  readonly count: number;
  readonly volume: bigint;
  readonly payers: number;
  readonly referencedCount: number;
  readonly referencedVolume: bigint;
}

export const NO_PAYMENTS: Payments = {count: 0, volume: 0n, payers: 0, referencedCount: 0, referencedVolume: 0n};

/** Transfers between accounts are payments to their receiver; mints and transfers to oneself are none. */
const IS_PAYMENT = `t.token = $1 AND t.height <= $2 AND t."to" = ANY($3) AND t."from" NOT IN ($4, t."to") AND t.amount > 0`;

/**
 * For each period [start, end), which must follow each other without a gap, what each of the accounts was paid in it, as
 * known as of a block; key '' holds all of them together. Who was paid nothing is absent.
 */
export async function paymentsIn(
  em: EntityManager,
  token: string,
  accounts: readonly string[],
  periods: readonly Period[],
  block: HeldBlock,
): Promise<Map<string, Payments>[]> {
  const found = periods.map(() => new Map<string, Payments>());
  const end = periods.at(-1)?.end;
  if (end === undefined || accounts.length === 0) return found;
  const bounds = [periods.map(({start}) => instant(start)), instant(end)];
  const inPeriods = (at: string) => `${at} >= ($5::timestamptz[])[1] AND ${at} < $6`;
  const rows = await em.query<{place: number; account: string | null; count: number; volume: string; payers: number}[]>(
    `SELECT width_bucket(t."at", $5::timestamptz[]) AS place, t."to" AS account, count(*)::int AS count,
            sum(t.amount)::text AS volume, count(DISTINCT t."from")::int AS payers
     FROM transfer t WHERE ${IS_PAYMENT} AND ${inPeriods('t."at"')}
     GROUP BY GROUPING SETS ((1, 2), (1))`,
    [token, block.height, accounts, ZERO_ADDRESS, ...bounds],
  );
  for (const {place, account, volume, ...counts} of rows) {
    found[place - 1]?.set(account ?? '', {...NO_PAYMENTS, ...counts, volume: BigInt(volume)});
  }
  const references = await em.query<{place: number; account: string | null; count: number; volume: string}[]>(
    `SELECT width_bucket(t."at", $5::timestamptz[]) AS place, t."to" AS account, count(*)::int AS count,
            sum(t.amount)::text AS volume
     FROM payment_reference t WHERE ${IS_PAYMENT} AND ${inPeriods('t."at"')}
     GROUP BY GROUPING SETS ((1, 2), (1))`,
    [token, block.height, accounts, ZERO_ADDRESS, ...bounds],
  );
  for (const {place, account, count, volume} of references) {
    const paid = found[place - 1]?.get(account ?? '') ?? NO_PAYMENTS;
    found[place - 1]?.set(account ?? '', {...paid, referencedCount: count, referencedVolume: BigInt(volume)});
  }
  return found;
}
