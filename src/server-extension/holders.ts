import type {EntityManager} from 'typeorm';
import {ratio, type Rate} from '../domain/rates';
import {contractRowId} from '../domain/ids';
import {contractsOf, type IndexedChain} from './chains';
import type {Snapshot} from './versions';

/** Where an amount by account is kept: a projection, its fields, and the rows' owner (a token, a vault). */
interface Ledger {
  readonly projection: string;
  readonly account: string;
  readonly amount: string;
  readonly of: string;
  readonly role: string;
}

export const LEDGERS = {
  AID_HOLDER: {projection: 'tokenBalance', account: 'account', amount: 'balance', of: 'token', role: 'aid'},
  SAID_HOLDER: {projection: 'tokenBalance', account: 'account', amount: 'balance', of: 'token', role: 'said'},
  QUEUE: {projection: 'unstakeRequest', account: 'owner', amount: 'assetsRemaining', of: 'vault', role: 'said'},
} as const satisfies Readonly<Record<string, Ledger>>;

/** How a whole is spread over accounts; amounts in the smallest unit, accounts of several chains taken together. */
export interface Spread {
  readonly names: number;
  readonly total: bigint;
  /** Sum of the amounts' squares over the square of their sum; null of nothing */
  readonly hhi: Rate | null;
  /** The largest amounts, at most ten */
  readonly largest: readonly bigint[];
}

/** How the amounts of a ledger are spread as of a snapshot: one query, summed where the rows are. */
export async function spreadAt(
  em: EntityManager,
  chains: readonly IndexedChain[],
  snapshot: Snapshot,
  ledger: Ledger,
): Promise<Spread> {
  const places = chains.flatMap((chain) => {
    const block = snapshot.get(chain.chainId);
    const ids = new Set(contractsOf(chain, ledger.role).map(({address}) => contractRowId(chain.chainId, address)));
    return block === undefined ? [] : [...ids].map((id) => ({chainId: chain.chainId, height: block.height, id}));
  });
  const [row] = await em.query<
    {names: number; total: string | null; squares: string | null; largest: string[] | null}[]
  >(
    `WITH held AS (
       SELECT account, sum(amount) AS amount FROM (
         SELECT DISTINCT ON (s.key) s."row"->>$5 AS account, substring(s."row"->>$6 FROM 3)::numeric AS amount
         FROM unnest($1::int[], $2::int[], $3::text[]) p(chain_id, height, id)
         JOIN state_version s ON s.chain_id = p.chain_id AND s.projection = $4 AND s.height <= p.height
         WHERE s."row"->>$7 = p.id
         ORDER BY s.key, s.height DESC
       ) newest WHERE amount > 0 GROUP BY account
     )
     SELECT count(*)::int AS names, sum(amount)::text AS total, sum(amount * amount)::text AS squares,
            (SELECT array_agg(amount::text) FROM (SELECT amount FROM held ORDER BY amount DESC LIMIT 10) t) AS largest
     FROM held`,
    [
      places.map(({chainId}) => chainId),
      places.map(({height}) => height),
      places.map(({id}) => id),
      ...[ledger.projection, ledger.account, ledger.amount, ledger.of],
    ],
  );
  const total = BigInt(row?.total ?? 0);
  return {
    names: row?.names ?? 0,
    total,
    hhi: total === 0n ? null : ratio(BigInt(row?.squares ?? 0), total * total),
    largest: (row?.largest ?? []).map(BigInt),
  };
}
