import {readProgress, type ChainProgress, type Queryable} from './progress';

/** A source that gave no good answer for so long is taken as lost. */
const MAX_HEAD_AGE_SECONDS = 30;
const MIN_LAG_ALLOWED = 30;

/** Why the answers of this service may be stale, a sentence for each reason; empty when it is ready. */
export async function staleness(db: Queryable): Promise<string[]> {
  const chains = await readProgress(db);
  return chains.length === 0 ? ['no chain is indexed yet'] : chains.flatMap(reasonsOf);
}

function reasonsOf(chain: ChainProgress): string[] {
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
