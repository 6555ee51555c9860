import type {EntityManager} from 'typeorm';
import {CUSTODY, ISSUANCE, WORLD, type MovedSum} from '../domain/fundEdges';
import {ZERO_ADDRESS} from '../domain/ids';
import type {Grouped} from './holdings';

/** Blocks (after, upTo], by their heights. */
export interface Blocks {
  readonly chainId: number;
  readonly after: number;
  readonly upTo: number;
}

type SumRow = Record<'from' | 'to' | 'cause' | 'amount' | 'principal', string> & {asset: string | null; count: number};

const moved = ({amount, principal, ...row}: SumRow): MovedSum => ({
  ...row,
  amount: BigInt(amount),
  principal: BigInt(principal),
});

/** What moved of AID between nodes, by cause and asset; accounts that are not given are in `rest`. */
export async function aidMoves(
  em: EntityManager,
  token: string,
  accounts: readonly Grouped[],
  rest: string,
  {after, upTo}: Blocks,
): Promise<MovedSum[]> {
  const rows = await em.query<SumRow[]>(
    `WITH node AS (SELECT * FROM unnest($4::text[], $5::text[]) n(account, name))
     SELECT coalesce(f.name, $6) AS "from", coalesce(t.name, $6) AS "to", x.cause, x.asset, count(*)::int AS count,
            sum(x.amount)::text AS amount, coalesce(sum(x.principal), 0)::text AS principal
     FROM transfer x
     LEFT JOIN node f ON f.account = x."from"
     LEFT JOIN node t ON t.account = x."to"
     WHERE x.token = $1 AND x.height > $2 AND x.height <= $3 AND x."from" <> x."to" AND x.amount > 0
     GROUP BY 1, 2, 3, 4`,
    [
      token,
      after,
      upTo,
      [ZERO_ADDRESS, ...accounts.map(({address}) => address)],
      [ISSUANCE, ...accounts.map(({group}) => group)],
      rest,
    ],
  );
  return rows.map(moved);
}

/** What moved of stablecoins from and to custody, by cause and asset, USD WAD. */
export async function custodyMoves(em: EntityManager, {chainId, after, upTo}: Blocks): Promise<MovedSum[]> {
  const rows = await em.query<SumRow[]>(
    `SELECT CASE WHEN from_custody THEN $4 ELSE $5 END AS "from", CASE WHEN to_custody THEN $4 ELSE $5 END AS "to",
            cause, asset, count(*)::int AS count, sum(amount_usd)::text AS amount,
            coalesce(sum(principal), 0)::text AS principal
     FROM custody_transfer
     WHERE chain_id = $1 AND height > $2 AND height <= $3 AND "from" <> "to" AND amount > 0
     GROUP BY 1, 2, 3, 4`,
    [chainId, after, upTo, CUSTODY, WORLD],
  );
  return rows.map(moved);
}
