import type {Scope} from './subject';

/** What the facts of one asset's revenue sum to, in AID wei. */
export interface RevenueFacts {
  readonly asset: string;
  /** Cash flows: revenue and costs received, what went out in all, what of it was set aside, and what was drawn */
  readonly received: bigint;
  readonly costs: bigint;
  readonly paidOn: bigint;
  readonly reserve: bigint;
  readonly drawn: bigint;
  /** Distributions: how many, the newest, and what they say */
  readonly count: bigint;
  readonly newestEpoch: bigint;
  readonly gross: bigint;
  readonly legs: bigint;
  readonly passThrough: bigint;
  readonly reserveContribution: bigint;
}

const FLOWS = `
  SELECT asset,
    coalesce(sum(amount) FILTER (WHERE kind = 'REVENUE_GROSS'), 0)::text AS received,
    coalesce(sum(amount) FILTER (WHERE kind = 'COSTS_GROSS'), 0)::text AS costs,
    coalesce(sum(amount) FILTER (
      WHERE kind IN ('PASS_THROUGH', 'FEES', 'RESERVE', 'TO_VAULT', 'TO_HOLDERS')), 0)::text AS "paidOn",
    coalesce(sum(amount) FILTER (WHERE kind = 'RESERVE'), 0)::text AS reserve,
    coalesce(sum(amount) FILTER (WHERE kind = 'RESERVE_DRAWN'), 0)::text AS drawn
  FROM asset_cash_flow WHERE chain_id = $1 AND height <= $2 GROUP BY asset`;

const DISTRIBUTIONS = `
  SELECT asset, count(*)::text AS count, max(epoch)::text AS "newestEpoch", sum(gross)::text AS gross,
    sum(pass_through + protocol_fee + performance_fee + reserve_contribution + net_to_vault + paid_to_holders + dust)::text
      AS legs,
    sum(pass_through)::text AS "passThrough", sum(reserve_contribution)::text AS "reserveContribution"
  FROM revenue_distribution WHERE chain_id = $1 AND height <= $2 GROUP BY asset`;

type Told = Partial<Record<keyof RevenueFacts, string>> & {readonly asset: string};

/** The sums of every asset that has any, by the asset's row id. */
export async function revenueFacts({held}: Scope): Promise<Map<string, RevenueFacts>> {
  const facts = new Map<string, RevenueFacts>();
  for (const {asset, ...told} of [...(await held.facts<Told>(FLOWS)), ...(await held.facts<Told>(DISTRIBUTIONS))]) {
    const sums = Object.fromEntries(Object.entries(told).map(([name, text]) => [name, BigInt(text)]));
    facts.set(asset, {...(facts.get(asset) ?? noFlows(asset)), ...sums});
  }
  return facts;
}

/** An asset that received nothing yet. */
export const noFlows = (asset: string): RevenueFacts => ({
  asset,
  received: 0n,
  costs: 0n,
  paidOn: 0n,
  reserve: 0n,
  drawn: 0n,
  count: 0n,
  newestEpoch: 0n,
  gross: 0n,
  legs: 0n,
  passThrough: 0n,
  reserveContribution: 0n,
});
