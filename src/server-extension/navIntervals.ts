import type {EntityManager} from 'typeorm';
import {known, missing, orMissing, type Measured} from '../domain/methodology';
import {formatWad} from '../domain/rates';
import type {NavIntervalPart} from './answers/navBook';
import {instant, seconds} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import type {PageQuery} from './page';

interface IntervalRecord {
  id: string;
  stakingNav: string | null;
  unstakingNav: string | null;
  totalShares: string;
  block: number;
  knownAtBlock: number;
  validFrom: Date;
  validTo: Date | null;
  provenance: string;
  txHash: string | null;
  record: string;
}

/**
 * The intervals of the NAVs that share an instant with [from, to), as known at a block: each ends where the next change
 * begins, so that they tile time. Changes of one instant give intervals of no length, the last of which holds on.
 */
export async function intervalsIn(
  em: EntityManager,
  vault: string,
  height: number,
  {from, to, after, limit}: PageQuery,
): Promise<IntervalRecord[]> {
  return em.query<IntervalRecord[]>(
    `SELECT * FROM (
       SELECT id, staking_nav AS "stakingNav", unstaking_nav AS "unstakingNav", total_shares AS "totalShares",
              effective_height AS block, height AS "knownAtBlock", "at" AS "validFrom",
              lead("at") OVER (ORDER BY effective_height, id) AS "validTo", provenance, tx_hash AS "txHash", record
       FROM nav_price WHERE vault = $1 AND height <= $2
     ) i
     WHERE i."validFrom" < $4 AND (i."validTo" IS NULL OR i."validTo" > $3 OR i."validFrom" >= $3) AND i.id > $5
     ORDER BY i.block, i.id LIMIT $6`,
    [vault, height, from, to, after, limit + 1],
  );
}

export function intervalPart(row: IntervalRecord): NavIntervalPart {
  const nav = (text: string | null): Measured<string> =>
    text === null ? missing('REVERTED') : known(formatWad(BigInt(text)));
  const fields = {
    stakingNav: nav(row.stakingNav),
    unstakingNav: nav(row.unstakingNav),
    validTo: orMissing(row.validTo === null ? null : instant(seconds(row.validTo)), 'NOT_APPLICABLE'),
    txHash: orMissing(row.txHash, 'NOT_APPLICABLE'),
  };
  const {id, block, knownAtBlock, provenance, record, validFrom} = row;
  const totalShares = BigInt(row.totalShares);
  return {
    ...valuesOf(fields),
    ...{id, block, knownAtBlock, provenance, record, validFrom, totalShares},
    reasons: reasonsOf(fields),
  };
}
