import type {EntityManager} from 'typeorm';
import {ZERO_ADDRESS} from '../domain/ids';
import {instant, type HeldBlock} from './heldBlocks';

/**
 * For each block, in ascending order, and each window (seconds) the distinct accounts that sent or received more than
 * nothing of a token in the window that ends with the block. An account counts from each of its movements until its next
 * one, or until the movement is older than the window: so one pass over the transfers tells every block.
 * @param after height of a block at or before the start of every window: older transfers are not read
 */
export async function activeAccounts(
  em: EntityManager,
  token: string,
  blocks: readonly HeldBlock[],
  windows: readonly number[],
  after: number,
): Promise<number[][]> {
  const last = blocks.at(-1);
  if (last === undefined) return [];
  const rows = await em.query<{win: number; place: number; delta: number}[]>(
    `WITH moves AS (
       SELECT a.account, t.height, t."at", lead(t.height) OVER (PARTITION BY a.account ORDER BY t.id) AS next
       FROM transfer t
       CROSS JOIN LATERAL (VALUES (t."from"), (t."to")) a(account)
       WHERE t.token = $1 AND t.height > $2 AND t.height <= $3 AND t.amount > 0 AND a.account <> $4
     ), spans AS (
       SELECT w.win, width_bucket(m.height - 1, $6::int[]) AS begins,
              least(width_bucket(m.next - 1, $6::int[]),
                    width_bucket(m."at" + w.seconds * interval '1 second' - interval '1 second', $7::timestamptz[])) AS ends
       FROM moves m CROSS JOIN unnest($5::int[]) WITH ORDINALITY w(seconds, win)
     )
     SELECT win::int AS win, place, sum(delta)::int AS delta
     FROM spans CROSS JOIN LATERAL (VALUES (begins, 1), (ends, -1)) c(place, delta)
     WHERE begins < ends GROUP BY 1, 2`,
    [
      token,
      after,
      last.height,
      ZERO_ADDRESS,
      windows,
      blocks.map(({height}) => height),
      blocks.map(({at}) => instant(at)),
    ],
  );
  const changes = new Map(rows.map(({win, place, delta}) => [`${win} ${place}`, delta]));
  return windows.map((_window, win) => {
    let count = 0;
    return blocks.map((_block, place) => (count += changes.get(`${win + 1} ${place}`) ?? 0));
  });
}
