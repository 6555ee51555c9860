import type {EntityManager} from 'typeorm';
import type {StakingVaultRow} from '../domain/stakingVault';
import {decodeRow} from '../domain/version';
import type {Mark} from '../domain/yieldMarks';
import {instant, seconds} from './heldBlocks';

/** A NAV mark with the block at which it changed the price and the block at which it became known. */
export interface KnownMark extends Mark {
  readonly effectiveHeight: number;
  readonly height: number;
}

/** An evaluation block and the staking NAV (WAD) that held there; null where none was known. */
export interface EvaluatedPrice {
  readonly height: number;
  readonly at: number;
  readonly nav: bigint | null;
}

/** The price at an instant (unix seconds), as an index knew it that had stopped at block `knownAt`. */
export interface PriceQuery {
  readonly at: number;
  readonly knownAt: number;
}

type PriceFields = Pick<StakingVaultRow, 'stakingNav' | 'navHeight' | 'navAt'>;

const PRICE_FIELDS = `jsonb_build_object(
  'stakingNav', s."row"->'stakingNav', 'navHeight', s."row"->'navHeight', 'navAt', s."row"->'navAt')`;

/** Marks known up to a block, in the order of their time. */
export async function loadMarks(em: EntityManager, vault: string, height: number): Promise<KnownMark[]> {
  const rows = await em.query<
    {at: Date; stakingNav: string; totalAssets: string; totalShares: string; effectiveHeight: number; height: number}[]
  >(
    `SELECT "at", staking_nav AS "stakingNav", total_assets AS "totalAssets", total_shares AS "totalShares",
            effective_height AS "effectiveHeight", height
     FROM nav_mark WHERE vault = $1 AND height <= $2 ORDER BY "at", effective_height, ordinal`,
    [vault, height],
  );
  return rows.map((row) => ({
    at: seconds(row.at),
    stakingNav: BigInt(row.stakingNav),
    totalAssets: BigInt(row.totalAssets),
    totalShares: BigInt(row.totalShares),
    effectiveHeight: row.effectiveHeight,
    height: row.height,
  }));
}

/** The first price known up to a block, at the block whose state it is. */
export async function firstPrice(em: EntityManager, vault: string, height: number): Promise<EvaluatedPrice | null> {
  const [found] = await em.query<{fields: unknown}[]>(
    `SELECT ${PRICE_FIELDS} AS fields FROM state_version s
     WHERE s.projection = 'stakingVault' AND s.key = $1 AND s.height <= $2 AND s."row"->>'stakingNav' IS NOT NULL
     ORDER BY s.height LIMIT 1`,
    [vault, height],
  );
  if (found === undefined) return null;
  const {stakingNav, navHeight, navAt} = decodeRow<PriceFields>(found.fields);
  return navHeight === null || navAt === null ? null : {height: navHeight, at: navAt, nav: stakingNav};
}

/**
 * For each query the last held block at or before its instant, and the price there: the NAV of the newest version of
 * the vault at that block, or of a mark found later whose price change lies between that version's state and the block.
 * Null where no block is held that early.
 */
export async function pricesAt(
  em: EntityManager,
  vault: {readonly chainId: number; readonly key: string},
  queries: readonly PriceQuery[],
  marks: readonly KnownMark[],
): Promise<(EvaluatedPrice | null)[]> {
  const prices = queries.map((): EvaluatedPrice | null => null);
  if (queries.length === 0) return prices;
  const rows = await em.query<{ord: number; height: number; at: Date; fields: unknown}[]>(
    `SELECT q.ord::int AS ord, b.height, b."at", v.fields
     FROM unnest($3::timestamptz[], $4::int[]) WITH ORDINALITY q(t, known, ord)
     CROSS JOIN LATERAL (
       SELECT x.height, x."at" FROM block x WHERE x.chain_id = $1 AND x."at" <= q.t AND x.height <= q.known
       ORDER BY x."at" DESC, x.height DESC LIMIT 1
     ) b
     LEFT JOIN LATERAL (
       SELECT ${PRICE_FIELDS} AS fields FROM state_version s
       WHERE s.projection = 'stakingVault' AND s.key = $2 AND s.height <= b.height
       ORDER BY s.height DESC LIMIT 1
     ) v ON TRUE`,
    [vault.chainId, vault.key, queries.map(({at}) => instant(at)), queries.map(({knownAt}) => knownAt)],
  );
  for (const {ord, height, at, fields} of rows) {
    const known = fields === null ? null : decodeRow<PriceFields>(fields);
    const mark = laterMark(marks, height, queries[ord - 1]?.knownAt ?? height);
    const isNewer = mark !== undefined && mark.effectiveHeight > (known?.navHeight ?? -1);
    prices[ord - 1] = {height, at: seconds(at), nav: isNewer ? mark.stakingNav : (known?.stakingNav ?? null)};
  }
  return prices;
}

/** The newest price change at or before a block that was found only after it, by `knownAt`. */
const laterMark = (marks: readonly KnownMark[], height: number, knownAt: number): KnownMark | undefined =>
  marks.findLast((mark) => mark.effectiveHeight <= height && height < mark.height && mark.height <= knownAt);
