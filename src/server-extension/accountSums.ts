import type {EntityManager} from 'typeorm';
import type {ServicePaymentsPart} from './answers/usageParts';
import type {AsOfPoint} from './asOf';
import type {KnownAccount} from './knownAccounts';

/** What an asset's distributions paid to an account, AID wei. */
export interface PaidByAsset {
  readonly paid: bigint;
  readonly count: number;
}

/** Payouts to an account as of a block, by asset id. */
export async function payoutsTo(
  em: EntityManager,
  account: string,
  {chainId, height}: AsOfPoint,
): Promise<Map<string, PaidByAsset>> {
  const rows = await em.query<{asset: string; paid: string; count: number}[]>(
    `SELECT asset, sum(amount)::text AS paid, count(*)::int AS count FROM revenue_payout
     WHERE holder = $1 AND chain_id = $2 AND height <= $3 GROUP BY asset`,
    [account, chainId, height],
  );
  return new Map(
    rows.map(({asset, paid, count}) => [asset.slice(`${chainId}-`.length), {paid: BigInt(paid), count}] as const),
  );
}

/** What an account paid to each of the services as of a block, those that got something. */
export async function paymentsFrom(
  em: EntityManager,
  token: string,
  account: string,
  services: readonly KnownAccount[],
  {height}: AsOfPoint,
): Promise<ServicePaymentsPart[]> {
  const rows = await em.query<(Record<'to' | 'volume' | 'referenced', string> & {count: number; references: number})[]>(
    `SELECT "to", coalesce(sum(amount) FILTER (WHERE NOT named), 0)::text AS volume,
            (count(*) FILTER (WHERE NOT named))::int AS count,
            coalesce(sum(amount) FILTER (WHERE named), 0)::text AS referenced,
            (count(*) FILTER (WHERE named))::int AS references
     FROM (
       SELECT "to", amount, FALSE AS named FROM transfer
       WHERE "from" = $1 AND token = $2 AND height <= $3 AND "to" = ANY($4) AND "to" <> $1 AND amount > 0
       UNION ALL
       SELECT "to", amount, TRUE FROM payment_reference
       WHERE "from" = $1 AND token = $2 AND height <= $3 AND "to" = ANY($4) AND "to" <> $1 AND amount > 0
     ) paid
     GROUP BY "to" ORDER BY "to"`,
    [account, token, height, services.map(({address}) => address)],
  );
  return rows.map(({to, volume, count, referenced, references}) => ({
    address: to,
    name: services.find(({address}) => address === to)?.name ?? to,
    count,
    volume: BigInt(volume),
    payers: 1,
    referencedCount: references,
    referencedVolume: BigInt(referenced),
  }));
}
