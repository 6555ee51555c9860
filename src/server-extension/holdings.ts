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
 * For each height, in ascending order, the balances of the accounts, summed by group, in the token's smallest unit: one
 * query. A group whose accounts never held anything is absent: its sum is exactly 0.
 */
export async function holdingsAt(
  em: EntityManager,
  token: string,
  accounts: readonly Grouped[],
  heights: readonly number[],
): Promise<Map<string, bigint>[]> {
  if (accounts.length === 0 || heights.length === 0) return heights.map(() => new Map<string, bigint>());
  const names = [accounts.map(({address}) => balanceRowId(token, address)), accounts.map(({group}) => group)];
  return heights.length <= FEW ? lookedUp(em, names, heights) : summedUp(em, names, heights);
}

/** Up to so many heights balances are looked up, one by one; for more, every change of a balance is read once. */
const FEW = 3;

interface GroupSum {
  place: number;
  group: string;
  amount: string;
}

async function lookedUp(
  em: EntityManager,
  names: readonly string[][],
  heights: readonly number[],
): Promise<Map<string, bigint>[]> {
  const rows = await em.query<GroupSum[]>(
    `SELECT p.ord::int - 1 AS place, k."group", sum(v.balance)::text AS amount
     FROM unnest($1::int[]) WITH ORDINALITY p(height, ord)
     CROSS JOIN unnest($2::text[], $3::text[]) k(key, "group")
     CROSS JOIN LATERAL (
       SELECT ${BALANCE} AS balance FROM state_version s
       WHERE s.projection = 'tokenBalance' AND s.key = k.key AND s.height <= p.height
       ORDER BY s.height DESC LIMIT 1
     ) v
     GROUP BY 1, 2`,
    [heights, ...names],
  );
  return heights.map(
    (_height, index) =>
      new Map(rows.filter(({place}) => place === index).map(({group, amount}) => [group, BigInt(amount)] as const)),
  );
}

/** What each group gained up to the first height, and from each height to the next, added up. */
async function summedUp(
  em: EntityManager,
  names: readonly string[][],
  heights: readonly number[],
): Promise<Map<string, bigint>[]> {
  const rows = await em.query<GroupSum[]>(
    `SELECT width_bucket(v.height - 1, $1::int[]) AS place, k."group", sum(v.gained)::text AS amount
     FROM unnest($2::text[], $3::text[]) k(key, "group")
     CROSS JOIN LATERAL (
       SELECT s.height, ${BALANCE} - coalesce(lag(${BALANCE}) OVER (ORDER BY s.height), 0) AS gained
       FROM state_version s
       WHERE s.projection = 'tokenBalance' AND s.key = k.key AND s.height <= $4
     ) v
     GROUP BY 1, 2`,
    [heights, ...names, heights.at(-1)],
  );
  const gains = heights.map((): GroupSum[] => []);
  for (const row of rows) gains[row.place]?.push(row);
  let held = new Map<string, bigint>();
  return gains.map((gained) => {
    held = new Map(held);
    for (const {group, amount} of gained) held.set(group, (held.get(group) ?? 0n) + BigInt(amount));
    return held;
  });
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
