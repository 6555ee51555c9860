import type {EntityManager} from 'typeorm';
import {bucketOf, bucketsBetween, type Bucket} from '../domain/bucket';
import {pointOf, type AsOfPoint, type Held} from '../server-extension/asOf';
import {indexedHeights} from '../server-extension/chains';
import {blockAtHeight, blocksAt, instant, seconds} from '../server-extension/heldBlocks';

/** A UTC day whose closes are to be computed. */
export interface DueDay {
  readonly day: Bucket;
  /** The day's last block */
  readonly point: AsOfPoint;
  /** Block time from which on the closes are known, unix seconds */
  readonly knownAt: number;
  /** 0 for a day that is published for the first time */
  readonly revision: number;
  /** What it was computed by before; null the first time */
  readonly before: string | null;
}

interface Newest {
  readonly day: Date;
  readonly revision: number;
  readonly versions: string;
  readonly knownAt: Date;
}

/** What is due: days computed by other versions, and days that are closed and not published; oldest first. */
export interface Due {
  readonly days: readonly DueDay[];
  /** All that is due, as far as it is known, these days among it */
  readonly count: number;
}

/**
 * The next days that are due, `most` of them.
 * @param stamp id of the versions that closes are computed by now
 */
export async function dueDays(em: EntityManager, held: Held, stamp: string, most: number): Promise<Due> {
  const {chainId} = held.chain;
  const stale = await em.query<Newest[]>(
    `SELECT * FROM (
       SELECT DISTINCT ON (day) day, revision, versions, known_at AS "knownAt" FROM published_day
       WHERE chain_id = $1 ORDER BY day, revision DESC
     ) newest WHERE versions <> $2 ORDER BY day`,
    [chainId, stamp],
  );
  const fresh = await closedDays(em, held);
  const days = [...(await revisions(em, held, stale.slice(0, most))), ...fresh].slice(0, most);
  return {days: await withPoints(em, held, days), count: stale.length + fresh.length};
}

type Dated = Omit<DueDay, 'point'>;

/** Days computed once more: known from the finalized head on. */
async function revisions(em: EntityManager, held: Held, stale: readonly Newest[]): Promise<Dated[]> {
  const finalized = await blockAtHeight(em, held.chain.chainId, held.finalizedHeight);
  return stale.map(({day, revision, versions, knownAt}) => ({
    day: bucketOf(seconds(day), 'DAY'),
    knownAt: Math.max(finalized?.at ?? -Infinity, seconds(knownAt)),
    revision: revision + 1,
    before: versions,
  }));
}

/**
 * Days after the newest published one that no reorganisation of any chain can change any more. On each chain a day is
 * closed by the first block after it; the day is known with the block that makes this one final, once that block is final
 * too, so that every installation which holds the same blocks tells the same time.
 */
async function closedDays(em: EntityManager, held: Held): Promise<Dated[]> {
  const {chain, chains, first, head} = held;
  const [last] = await em.query<{day: Date | null}[]>('SELECT max(day) AS day FROM published_day WHERE chain_id = $1', [
    chain.chainId,
  ]);
  const from = last?.day == null ? first.at : bucketOf(seconds(last.day), 'DAY').end;
  if (from > head.at) return [];
  const days = bucketsBetween(from, head.at + 1, 'DAY');
  const finalized: number[] = [];
  for (const {chainId} of chains) finalized.push((await indexedHeights(em, chainId)).finalized);
  const rows = await em.query<{knownAt: Date | null}[]>(
    `SELECT CASE WHEN bool_and(k.height <= f.finalized) THEN max(k."at") END AS "knownAt"
     FROM unnest($1::timestamptz[]) WITH ORDINALITY d(until, ord)
     CROSS JOIN unnest($2::int[], $3::int[]) f(chain_id, finalized)
     JOIN chain c ON c.chain_id = f.chain_id
     LEFT JOIN LATERAL (
       SELECT b.height FROM block b WHERE b.chain_id = c.chain_id AND b."at" >= d.until ORDER BY b."at", b.height LIMIT 1
     ) n ON true
     LEFT JOIN LATERAL (
       SELECT b.height, b."at" FROM block b WHERE b.chain_id = c.chain_id AND b.height >= n.height + c.finality_confirmation
       ORDER BY b.height LIMIT 1
     ) k ON true
     GROUP BY d.ord HAVING bool_and(k.height IS NOT NULL) ORDER BY d.ord`,
    [days.map(({end}) => instant(end)), chains.map(({chainId}) => chainId), finalized],
  );
  return days.flatMap((day, index): Dated[] => {
    const knownAt = rows[index]?.knownAt ?? null;
    return knownAt === null ? [] : [{day, knownAt: seconds(knownAt), revision: 0, before: null}];
  });
}

async function withPoints(em: EntityManager, held: Held, days: readonly Dated[]): Promise<DueDay[]> {
  const {chainId} = held.chain;
  const lasts = days.map(({day}) => day.end - 1);
  const blocks = await blocksAt(em, [chainId], lasts);
  return days.flatMap((due, index) => {
    const block = blocks[index]?.get(chainId);
    return block === undefined ? [] : [{...due, point: pointOf(held, block)}];
  });
}
