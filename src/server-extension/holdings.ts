import type {EntityManager} from 'typeorm';
import {balanceRowId} from '../domain/ids';

/** Balances are read from versions, where an integer is written n:<decimal> (domain/version.ts). */
const BALANCE = `substr(s."row"->>'balance', 3)::numeric`;

/** An account with the group in which its balance is summed. */
export interface Grouped {
  readonly address: string;
  readonly group: string;
}

/**
 * For each height the balances of the accounts, summed by group, in the token's smallest unit: one query of one index
 * look-up per account and height. A group whose accounts never held anything is absent: its sum is exactly 0.
 */
export async function holdingsAt(
  em: EntityManager,
  token: string,
  accounts: readonly Grouped[],
  heights: readonly number[],
): Promise<Map<string, bigint>[]> {
  const sums = heights.map(() => new Map<string, bigint>());
  if (accounts.length === 0 || heights.length === 0) return sums;
  const rows = await em.query<{ord: number; group: string; amount: string}[]>(
    `SELECT p.ord::int AS ord, k."group", sum(v.balance)::text AS amount
     FROM unnest($1::int[]) WITH ORDINALITY p(height, ord)
     CROSS JOIN unnest($2::text[], $3::text[]) k(key, "group")
     CROSS JOIN LATERAL (
       SELECT ${BALANCE} AS balance FROM state_version s
       WHERE s.projection = 'tokenBalance' AND s.key = k.key AND s.height <= p.height
       ORDER BY s.height DESC LIMIT 1
     ) v
     GROUP BY 1, 2`,
    [heights, accounts.map(({address}) => balanceRowId(token, address)), accounts.map(({group}) => group)],
  );
  for (const {ord, group, amount} of rows) sums[ord - 1]?.set(group, BigInt(amount));
  return sums;
}

/** For each height what the ten largest holders hold together. */
export async function topTenAt(em: EntityManager, token: string, heights: readonly number[]): Promise<bigint[]> {
  const rows = await em.query<{ord: number; amount: string}[]>(
    `SELECT ord::int AS ord, sum(balance)::text AS amount
     FROM (
       SELECT p.ord, v.balance, row_number() OVER (PARTITION BY p.ord ORDER BY v.balance DESC) AS place
       FROM unnest($1::int[]) WITH ORDINALITY p(height, ord)
       CROSS JOIN (SELECT id FROM token_balance WHERE token = $2) k
       CROSS JOIN LATERAL (
         SELECT ${BALANCE} AS balance FROM state_version s
         WHERE s.projection = 'tokenBalance' AND s.key = k.id AND s.height <= p.height
         ORDER BY s.height DESC LIMIT 1
       ) v
     ) ranked
     WHERE place <= 10 GROUP BY ord`,
    [heights, token],
  );
  const sums = new Map(rows.map(({ord, amount}) => [ord, BigInt(amount)]));
  return heights.map((_height, index) => sums.get(index + 1) ?? 0n);
}
