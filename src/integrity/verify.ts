import type {Client} from 'pg';
import type {Network} from '../chain/networks';
import {InvariantError} from '../domain/errors';
import {rebuild, type Progress} from './rebuild';
import {DERIVED_TABLES, type DerivedTable} from './tables';

/** Where the tables of a chain say something else than its log. */
export interface TableDifference {
  readonly table: string;
  /** Rows that differ, are missing or are too many */
  readonly rows: number;
  /** Id of the first of them, by block where they have one, then by id */
  readonly first: string;
  /** Block of the first; null for a row that is of no block */
  readonly height: number | null;
  /** What differs in it; a row that is missing or too many has null on that side in every field */
  readonly fields: readonly FieldDifference[];
}

export interface FieldDifference {
  readonly field: string;
  /** As the log tells it, as text */
  readonly expected: string | null;
  /** As the table holds it, as text */
  readonly held: string | null;
}

export interface Verified {
  readonly chainId: number;
  readonly network: string;
  readonly records: number;
  /** A sentence, where the log itself cannot be folded */
  readonly brokenLog: string | null;
  /** The earliest first; empty where every row is what the log says */
  readonly differences: readonly TableDifference[];
}

/**
 * Folds the log of a chain once more and compares every derived row with the tables, in one snapshot of the database:
 * a processor may go on meanwhile. Writes nothing.
 */
export async function verify(db: Client, network: Network, onProgress: Progress): Promise<Verified> {
  const about = {chainId: network.chainId, network: network.name};
  await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    const records = await rebuild(db, network, onProgress);
    const differences: TableDifference[] = [];
    for (const table of DERIVED_TABLES) {
      const found = await difference(db, network.chainId, table);
      if (found !== null) differences.push(found);
    }
    differences.sort((a, b) => (a.height ?? Infinity) - (b.height ?? Infinity));
    return {...about, records, brokenLog: null, differences};
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    return {...about, records: 0, brokenLog: error.message, differences: []};
  } finally {
    await db.query('ROLLBACK');
  }
}

interface FirstRow {
  readonly rows: number;
  readonly id: string;
  readonly height: number | null;
}

async function difference(
  db: Client,
  chainId: number,
  {name, heightColumn}: DerivedTable,
): Promise<TableDifference | null> {
  const table = db.escapeIdentifier(name);
  const height = heightColumn === null ? 'NULL::int' : 'coalesce(e.height, h.height)';
  const {rows} = await db.query<FirstRow>(
    `SELECT count(*) OVER ()::int AS rows, coalesce(e.id, h.id) AS id, ${height} AS height
     FROM pg_temp.${table} e FULL JOIN (SELECT * FROM public.${table} WHERE chain_id = $1) h ON e.id = h.id
     WHERE (e.*) IS DISTINCT FROM (h.*)
     ORDER BY 3 NULLS LAST, coalesce(e.id, h.id) COLLATE "C" LIMIT 1`,
    [chainId],
  );
  const [first] = rows;
  if (first === undefined) return null;
  const fields = await db.query<FieldDifference>(
    `SELECT key AS field, e.value AS expected, h.value AS held
     FROM (SELECT f.* FROM pg_temp.${table} t, jsonb_each_text(to_jsonb(t)) f WHERE t.id = $1) e
     FULL JOIN (SELECT f.* FROM public.${table} t, jsonb_each_text(to_jsonb(t)) f WHERE t.id = $1) h USING (key)
     WHERE e.value IS DISTINCT FROM h.value ORDER BY key`,
    [first.id],
  );
  return {table: name, rows: first.rows, first: first.id, height: first.height, fields: fields.rows};
}
