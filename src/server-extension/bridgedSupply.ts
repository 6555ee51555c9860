import type {EntityManager} from 'typeorm';
import {known, missing, type Measured, type Reason} from '../domain/methodology';
import {contractsOf, type IndexedChain} from './chains';
import type {Snapshot} from './versions';

/** AID between chains as of a snapshot, wei (metrics.md 3.1). */
export interface Bridged {
  /**
   * Sent to an indexed chain and not received there, joined by guid. A message received before its sender's chain is
   * indexed that far counts negative: until then it is in the supply of both chains.
   */
  readonly inFlight: Measured<bigint>;
  /** Net sent to endpoints that no indexed chain has. PARTIAL when more came back than was ever sent */
  readonly away: Measured<bigint>;
  /** Minted by a bridge without, or beyond, what the chain it names sent: counted in the supply, and nowhere else */
  readonly unmatched: Measured<bigint>;
}

interface Change {
  kind: 'IN_FLIGHT' | 'AWAY' | 'UNMATCHED';
  ord: number;
  amount: string;
}

/** What is between the chains as of each snapshot, in one query however many they are. */
export async function bridgedSupplies(
  em: EntityManager,
  chains: readonly IndexedChain[],
  snapshots: readonly Snapshot[],
): Promise<Bridged[]> {
  const reason = whyUnknown(chains);
  if (reason !== null) {
    const unknown = missing(reason);
    return snapshots.map(() => ({inFlight: unknown, away: unknown, unmatched: unknown}));
  }
  const order = inTime(snapshots);
  const changes = await loadChanges(
    em,
    chains,
    order.flatMap((index) => snapshots[index] ?? []),
  );
  const sums = {IN_FLIGHT: 0n, AWAY: 0n, UNMATCHED: 0n};
  const found: Bridged[] = [];
  order.forEach((index, ord) => {
    for (const {kind, amount} of changes.get(ord) ?? []) sums[kind] += BigInt(amount);
    const away = sums.AWAY < 0n ? missing('PARTIAL') : known(sums.AWAY);
    found[index] = {inFlight: known(sums.IN_FLIGHT), away, unmatched: known(sums.UNMATCHED)};
  });
  return found;
}

/** Null where every message can be seen: one chain with its bridge, or several that all say which endpoint they are. */
function whyUnknown(chains: readonly IndexedChain[]): Reason | null {
  const issuing = chains.filter((chain) => contractsOf(chain, 'aid').length > 0);
  if (issuing.length > 1) {
    const areAllSeen = issuing.every((chain) => contractsOf(chain, 'bridge').some(({eid}) => eid != null));
    return areAllSeen ? null : 'NO_OBSERVATION';
  }
  return issuing.some((chain) => contractsOf(chain, 'bridge').length > 0) ? null : 'NOT_APPLICABLE';
}

/** The snapshots' indexes by time: of two, the later holds at least as high a block of every chain. */
function inTime(snapshots: readonly Snapshot[]): number[] {
  const heights = snapshots.map((snapshot) => [...snapshot.values()].reduce((sum, {height}) => sum + height + 1, 0));
  return snapshots.map((_snapshot, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
}

/**
 * Which amounts join and leave at which snapshot. Each end of a message is placed among the snapshots by a binary search
 * in its chain's heights (`width_bucket`), so that a history costs its messages once.
 */
async function loadChanges(
  em: EntityManager,
  chains: readonly IndexedChain[],
  snapshots: readonly Snapshot[],
): Promise<Map<number, Change[]>> {
  const places = snapshots.flatMap((snapshot, ord) =>
    chains.map(({chainId}) => ({ord, chainId, height: -1, at: -1, ...snapshot.get(chainId)})),
  );
  const endpoints = chains.flatMap((chain) =>
    contractsOf(chain, 'bridge').flatMap(({eid}) => (eid == null ? [] : [{eid, chainId: chain.chainId}])),
  );
  const rows = await em.query<Change[]>(CHANGES, [
    places.map(({ord}) => ord),
    places.map(({chainId}) => chainId),
    places.map(({height}) => height),
    places.map(({at}) => at),
    endpoints.map(({eid}) => eid),
    endpoints.map(({chainId}) => chainId),
    snapshots.length,
  ]);
  const changes = new Map<number, Change[]>();
  for (const row of rows) changes.set(row.ord, [...(changes.get(row.ord) ?? []), row]);
  return changes;
}

/** `since`: the first snapshot that knows an end; `caught`: the first whose other chain is indexed to the end's time. */
const CHANGES = `
  WITH place AS (
    SELECT chain_id, array_agg(height ORDER BY ord) AS heights, array_agg("at" ORDER BY ord) AS ats
    FROM unnest($1::int[], $2::int[], $3::int[], $4::bigint[]) p(ord, chain_id, height, "at") GROUP BY chain_id
  ), leg AS (
    SELECT b.direction, b.guid, b.amount, b.chain_id, e.chain_id AS other,
           width_bucket(b.height - 1, p.heights) AS since,
           width_bucket(extract(epoch FROM b."at")::bigint - 1, o.ats) AS caught
    FROM bridge_transfer b
    JOIN place p ON p.chain_id = b.chain_id
    LEFT JOIN (SELECT DISTINCT * FROM unnest($5::int[], $6::int[]) u(eid, chain_id)) e ON e.eid = b.eid
    LEFT JOIN place o ON o.chain_id = e.chain_id
  ), message AS (
    SELECT s.amount AS sent, r.amount AS received, coalesce(s.since, $7) AS sent_since,
           coalesce(r.since, $7) AS received_since, coalesce(r.caught, $7) AS caught
    FROM (SELECT * FROM leg WHERE direction = 'SENT' AND other IS NOT NULL) s
    FULL JOIN (SELECT * FROM leg WHERE direction = 'RECEIVED' AND other IS NOT NULL) r
      ON r.guid = s.guid AND r.chain_id = s.other AND r.other = s.chain_id
  ), span AS (
    SELECT 'IN_FLIGHT' AS kind, sent_since AS since, received_since AS until, sent AS amount FROM message
    UNION ALL SELECT 'IN_FLIGHT', received_since, least(sent_since, caught), -received FROM message
    UNION ALL SELECT 'UNMATCHED', greatest(received_since, caught), sent_since, received FROM message
    UNION ALL SELECT 'UNMATCHED', greatest(sent_since, received_since), $7, received - sent FROM message
    UNION ALL SELECT 'AWAY', since, $7, CASE direction WHEN 'SENT' THEN amount ELSE -amount END
    FROM leg WHERE other IS NULL
  ), change AS (
    SELECT kind, since AS ord, amount FROM span WHERE since < until
    UNION ALL SELECT kind, until, -amount FROM span WHERE since < until
  )
  SELECT kind, ord, sum(amount)::text AS amount FROM change WHERE ord < $7 AND amount <> 0 GROUP BY kind, ord`;
