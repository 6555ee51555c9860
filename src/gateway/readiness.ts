import {exists, readProgress, type ChainProgress, type Queryable} from './progress';

/** A source that gave no good answer for so long is taken as lost. */
const MAX_HEAD_AGE_SECONDS = 30;
const MIN_LAG_ALLOWED = 30;

/** Why the answers of this service may be stale or wrong, a sentence for each reason; empty when it is ready. */
export async function unreadiness(db: Queryable): Promise<string[]> {
  const chains = await readProgress(db);
  if (chains.length === 0) return ['no chain is indexed yet'];
  return [...chains.flatMap(staleness), ...(await brokenGuards(db))];
}

interface Broken {
  readonly network: string;
  readonly chainId: number;
  readonly name: string;
  readonly subject: string;
  readonly residual: string;
  readonly height: number;
}

/** Laws that guard the numbers and do not hold. */
async function brokenGuards(db: Queryable): Promise<string[]> {
  if (!(await exists(db, 'invariant_check'))) return [];
  const {rows} = await db.query(
    `SELECT c.network, c.chain_id AS "chainId", i.name, i.subject, i.residual::text AS residual, i.broken_height AS height
     FROM invariant_check i JOIN chain c ON c.chain_id = i.chain_id
     WHERE i.is_guard AND NOT i.ok ORDER BY c.chain_id, i.name, i.subject`,
  );
  return (rows as Broken[]).map(
    ({network, chainId, name, subject, residual, height}) =>
      `${network} (${chainId}): the law ${name} of ${subject} is broken by ${residual} since block ${height}`,
  );
}

function staleness(chain: ChainProgress): string[] {
  const name = `${chain.network} (${chain.chainId})`;
  if (chain.indexedHeight === null) return [`${name}: no block is indexed yet`];
  if (chain.headHeight === null || chain.headAgeSeconds === null)
    return [`${name}: the head of the chain is not known`];
  const reasons: string[] = [];
  if (chain.headAgeSeconds > MAX_HEAD_AGE_SECONDS) {
    reasons.push(`${name}: the source gave its last good answer ${Math.round(chain.headAgeSeconds)} s ago`);
  }
  const lag = chain.headHeight - chain.indexedHeight;
  if (lag > Math.max(MIN_LAG_ALLOWED, chain.finalityConfirmation)) {
    reasons.push(`${name}: ${lag} blocks behind the head`);
  }
  return reasons;
}
