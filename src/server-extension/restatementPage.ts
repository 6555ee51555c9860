import type {EntityManager} from 'typeorm';
import {orMissing, type Reason} from '../domain/methodology';
import {isPublished} from '../domain/published';
import type {RestatementArgs, RestatementPart, RestatementsAnswer} from './answers/restatements';
import {BadInput} from './badInput';
import {reasonsOf, valuesOf} from './measured';

const USUAL = 100;
const MOST = 1000;

interface Row extends Omit<RestatementPart, 'reasons' | 'oldReason' | 'newReason'> {
  readonly sequence: number;
  readonly oldReason: Reason | null;
  readonly newReason: Reason | null;
}

/**
 * One page of restatements, in the order in which they were made. A cursor is the place of a row in that order, so that
 * whoever asks again with the last one he saw misses none.
 * @throws BadInput for a metric that is not published, a limit or a cursor that cannot be
 */
export async function restatementPage(
  em: EntityManager,
  chainId: number,
  args: RestatementArgs,
): Promise<RestatementsAnswer> {
  const {metric, key, limit, after} = checked(chainId, args);
  const rows = await em.query<Row[]>(
    `SELECT sequence, metric, key, day, revision, height, hash, old_value AS "oldValue", value AS "newValue",
            old_reason AS "oldReason", reason AS "newReason", change AS reason,
            old_methodology_version AS "oldMethodologyVersion", methodology_version AS "newMethodologyVersion",
            old_versions AS "oldVersions", versions AS "newVersions", known_at AS "knownAt"
     FROM published_value
     WHERE chain_id = $1 AND revision > 0 AND sequence > $2 AND ($3::text IS NULL OR metric = $3)
       AND ($4::text IS NULL OR key = $4) AND ($5::timestamptz IS NULL OR day >= $5)
       AND ($6::timestamptz IS NULL OR day < $6)
     ORDER BY sequence LIMIT $7`,
    [chainId, after, metric, key, args.from ?? null, args.to ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1)?.sequence;
  const cursor = last === undefined ? null : `${chainId}-${last}`;
  const fields = {
    nextCursor: orMissing(rows.length > limit ? cursor : null, 'NOT_APPLICABLE'),
    lastCursor: orMissing(cursor, 'NOT_APPLICABLE'),
  };
  return {restatements: page.map(restatementPart), ...valuesOf(fields), reasons: reasonsOf(fields)};
}

interface Checked {
  readonly metric: string | null;
  readonly key: string | null;
  readonly limit: number;
  readonly after: number;
}

function checked(chainId: number, {metric, key, limit, cursor}: RestatementArgs): Checked {
  if (metric != null && !isPublished(metric)) {
    throw new BadInput(`metric ${JSON.stringify(metric.slice(0, 80))} is not published: published lists what is.`);
  }
  const most = limit ?? USUAL;
  if (most < 1 || most > MOST) throw new BadInput(`limit is ${most}, expected 1 to ${MOST}.`);
  const named = key == null ? null : key.startsWith('0x') ? key.toLowerCase() : key.toUpperCase();
  return {metric: metric ?? null, key: named, limit: most, after: cursor == null ? 0 : placeIn(chainId, cursor)};
}

/** The place of a row in the order of the chain's rows. */
function placeIn(chainId: number, cursor: string): number {
  const [, chain, sequence = ''] = /^(\d{1,10})-(\d{1,9})$/.exec(cursor) ?? [];
  if (chain === `${chainId}`) return parseInt(sequence, 10);
  throw new BadInput(`cursor ${JSON.stringify(cursor.slice(0, 80))} is none of chain ${chainId}: give one of a page.`);
}

function restatementPart({sequence: _, ...row}: Row): RestatementPart {
  const fields = {
    oldValue: orMissing(row.oldValue, row.oldReason ?? 'NO_OBSERVATION'),
    newValue: orMissing(row.newValue, row.newReason ?? 'NO_OBSERVATION'),
    oldReason: orMissing(row.oldReason, 'NOT_APPLICABLE'),
    newReason: orMissing(row.newReason, 'NOT_APPLICABLE'),
  };
  return {...row, ...valuesOf(fields), reasons: reasonsOf(fields)};
}
