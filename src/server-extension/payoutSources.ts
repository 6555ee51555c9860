import type {EntityManager} from 'typeorm';
import type {Holding} from '../domain/payouts';
import {seconds, type HeldBlock} from './heldBlocks';

/** A distribution as it is stored; amounts in AID wei, `asset` the id of the asset's row. */
export interface Distribution {
  readonly id: string;
  readonly asset: string;
  readonly epoch: bigint;
  readonly netToVault: bigint;
  readonly paidToHolders: bigint;
  readonly dust: bigint;
  readonly height: number;
  readonly at: number;
  readonly record: string;
}

interface DistributionRecord {
  id: string;
  asset: string;
  epoch: string;
  net: string;
  paid: string;
  dust: string;
  height: number;
  at: Date;
  record: string;
}

/** Distributions of some assets up to a block, by their place in the chain, after a cursor; one more than `limit`. */
export async function loadDistributions(
  em: EntityManager,
  {chainId, height}: HeldBlock,
  {assets, after, limit}: {assets: readonly string[]; after: string; limit: number},
): Promise<Distribution[]> {
  const rows = await em.query<DistributionRecord[]>(
    `SELECT id, asset, epoch, net_to_vault AS net, paid_to_holders AS paid, dust, height, "at", record
     FROM revenue_distribution
     WHERE chain_id = $1 AND height <= $2 AND asset = ANY($3) AND id COLLATE "C" > $4
     ORDER BY id COLLATE "C" LIMIT $5`,
    [chainId, height, assets, after, limit + 1],
  );
  return rows.map(({epoch, net, paid, dust, at, ...row}) => ({
    ...row,
    epoch: BigInt(epoch),
    netToVault: BigInt(net),
    paidToHolders: BigInt(paid),
    dust: BigInt(dust),
    at: seconds(at),
  }));
}

/** What was said to be paid to each holder, by distribution: those of one asset are told apart by their epoch. */
export async function loadPaid(
  em: EntityManager,
  distributions: readonly Distribution[],
): Promise<Map<string, bigint>[]> {
  const paid = distributions.map(() => new Map<string, bigint>());
  const rows = await em.query<{ord: number; holder: string; amount: string}[]>(
    `SELECT d.ord::int AS ord, p.holder, p.amount
     FROM unnest($1::text[], $2::numeric[], $3::int[]) WITH ORDINALITY d(asset, epoch, height, ord)
     JOIN revenue_payout p ON p.asset = d.asset AND p.epoch = d.epoch AND p.height = d.height
     ORDER BY p.id COLLATE "C"`,
    [
      distributions.map(({asset}) => asset),
      distributions.map(({epoch}) => epoch.toString()),
      distributions.map(({height}) => height),
    ],
  );
  for (const {ord, holder, amount} of rows) {
    const of = paid[ord - 1];
    of?.set(holder, (of.get(holder) ?? 0n) + BigInt(amount));
  }
  return paid;
}

/**
 * Who held a token when its revenue was distributed: the balances after the last transfer before the distribution's
 * own record, so that transfers later in its block do not count.
 * @param tokens id of the token's row for each distribution; null for an asset without one
 */
export async function loadHoldings(
  em: EntityManager,
  distributions: readonly Distribution[],
  tokens: readonly (string | null)[],
): Promise<Holding[][]> {
  const holdings = distributions.map((): Holding[] => []);
  const rows = await em.query<{ord: number; holder: string; balance: string}[]>(
    `SELECT d.ord::int AS ord, h.account AS holder, h.balance
     FROM unnest($1::text[], $2::text[], $3::int[]) WITH ORDINALITY d(token, record, height, ord)
     CROSS JOIN LATERAL (
       SELECT DISTINCT ON (m.account) m.account, m.balance FROM (
         SELECT t."from" AS account, t.from_balance AS balance, t.id FROM transfer t
         WHERE t.token = d.token AND t.height <= d.height AND t.record COLLATE "C" < d.record
         UNION ALL
         SELECT t."to", t.to_balance, t.id FROM transfer t
         WHERE t.token = d.token AND t.height <= d.height AND t.record COLLATE "C" < d.record
       ) m WHERE m.balance IS NOT NULL
       ORDER BY m.account, m.id COLLATE "C" DESC
     ) h
     WHERE h.balance > 0 ORDER BY d.ord, h.account COLLATE "C"`,
    [tokens, distributions.map(({record}) => record), distributions.map(({height}) => height)],
  );
  for (const {ord, holder, balance} of rows) holdings[ord - 1]?.push({holder, balance: BigInt(balance)});
  return holdings;
}

/** Of some tokens those that an account ever received, up to a block. */
export async function tokensHeldBy(
  em: EntityManager,
  {chainId, height}: HeldBlock,
  tokens: readonly string[],
  account: string,
): Promise<Set<string>> {
  const rows = await em.query<{token: string}[]>(
    `SELECT DISTINCT token FROM transfer WHERE chain_id = $1 AND height <= $2 AND token = ANY($3) AND "to" = $4`,
    [chainId, height, tokens, account],
  );
  return new Set(rows.map(({token}) => token));
}
