import type {EntityManager} from 'typeorm';
import type {LineageCausePart, LineageRecordPart} from '../answers/lineage';
import {orMissing} from '../../domain/methodology';
import {reasonsOf, valuesOf} from '../measured';
import type {CauseSource} from './source';

/** One page of the causes of a number, and how many there are. */
export interface CausePage {
  readonly causes: LineageCausePart[];
  readonly total: number;
  /** Place of the last cause of the page; null on the last page */
  readonly nextCursor: string | null;
}

interface CauseRow {
  readonly place: string;
  readonly term: string;
  readonly kind: string;
  readonly projection: string;
  readonly id: string;
  readonly key: string;
  readonly height: number;
  readonly records: string[];
}

/**
 * The causes in the order of their records, after the place of a cursor: as many statements however many causes.
 * @param after '' for the first page
 */
export async function causePage(
  em: EntityManager,
  sources: readonly CauseSource[],
  limit: number,
  after: string,
): Promise<CausePage> {
  if (sources.length === 0) return {causes: [], total: 0, nextCursor: null};
  const {sql, parameters} = union(sources);
  const [counted] = await em.query<{total: number}[]>(`SELECT count(*)::int AS total FROM (${sql}) c`, parameters);
  const rows = await em.query<CauseRow[]>(
    `SELECT * FROM (SELECT c.*, (c.records[1] || ' ' || c.projection || ' ' || c.term || ' ' || c.id) COLLATE "C" AS place
                    FROM (${sql}) c) p
     WHERE p.place > $${parameters.length + 1} COLLATE "C" ORDER BY p.place LIMIT $${parameters.length + 2}`,
    [...parameters, after, limit + 1],
  );
  const page = rows.slice(0, limit);
  const records = await recordParts(
    em,
    page.flatMap((row) => row.records),
  );
  const causes = page.map(({place: _, ...row}): LineageCausePart => ({
    ...row,
    records: row.records.flatMap((id) => records.get(id) ?? []),
  }));
  return {causes, total: counted?.total ?? 0, nextCursor: rows.length > limit ? (page.at(-1)?.place ?? null) : null};
}

/** All sources as one query whose parameters are numbered through; the same cause of two of them is one. */
function union(sources: readonly CauseSource[]): {sql: string; parameters: unknown[]} {
  const parameters: unknown[] = [];
  const parts = sources.map((source) => {
    const before = parameters.length;
    parameters.push(...source.parameters);
    return `(${source.sql.replace(/\$(\d+)/g, (_match, number: string) => `$${parseInt(number, 10) + before}`)})`;
  });
  return {sql: parts.join(' UNION '), parameters};
}

interface RecordRow extends Omit<LineageRecordPart, 'reasons'> {
  readonly id: string;
}

async function recordParts(em: EntityManager, ids: readonly string[]): Promise<Map<string, LineageRecordPart>> {
  if (ids.length === 0) return new Map();
  const rows = await em.query<RecordRow[]>(
    `SELECT id, kind, height, "at", block_hash AS "blockHash", address, tx_hash AS "txHash", log_index AS "logIndex",
            input, read_height AS "readHeight", read_hash AS "readHash"
     FROM event_record WHERE id = ANY($1)`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, recordPart(row)]));
}

function recordPart(row: RecordRow): LineageRecordPart {
  const fields = {
    txHash: orMissing(row.txHash, 'NOT_APPLICABLE'),
    logIndex: orMissing(row.logIndex, 'NOT_APPLICABLE'),
    input: orMissing(row.input, 'NOT_APPLICABLE'),
    readHeight: orMissing(row.readHeight, 'NOT_APPLICABLE'),
    readHash: orMissing(row.readHash, 'NOT_APPLICABLE'),
  };
  return {...row, ...valuesOf(fields), reasons: reasonsOf(fields)};
}
