import {query} from './committed';

/** Every row of every table of the model, by table: canonical JSON, sorted by id. */
export type Rows = ReadonlyMap<string, readonly string[]>;

const SHOWN = 12;

/**
 * Everything the model holds, as text that is the same for the same rows; the supervisor's heartbeat, which is of the
 * wall clock, is left out.
 */
export async function dumpRows(dbUrl: string): Promise<Rows> {
  const tables = await query<{name: string}>(
    dbUrl,
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND table_name <> 'migrations' ORDER BY 1`,
  );
  const rows = new Map<string, string[]>();
  for (const {name} of tables) {
    const sql = `SELECT (to_jsonb(t) - 'head_height' - 'head_at')::text AS row FROM "${name}" t ORDER BY id COLLATE "C"`;
    const found = await query<{row: string}>(dbUrl, sql);
    rows.set(
      name,
      found.map(({row}) => row),
    );
  }
  return rows;
}

/** Every row of every table in every schema, heartbeat and migrations included: for "nothing was written". */
export async function dumpEverything(dbUrl: string): Promise<Rows> {
  const tables = await query<{name: string}>(
    dbUrl,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const rows = new Map<string, string[]>();
  for (const {name} of tables) {
    const found = await query<{row: string}>(dbUrl, `SELECT to_jsonb(t)::text AS row FROM ${name} t ORDER BY 1`);
    rows.set(
      name,
      found.map(({row}) => row),
    );
  }
  return rows;
}

/** How many rows a table has. */
export const countOf = (rows: Rows, table: string): number => rows.get(table)?.length ?? 0;

/** One column of a table, in the order of its ids. For texts and small numbers: amounts do not survive JSON.parse. */
export const columnOf = (rows: Rows, table: string, column: string): unknown[] =>
  (rows.get(table) ?? []).map((row) => (JSON.parse(row) as Record<string, unknown>)[column]);

/** What one dump has and the other has not, in words; empty when they are equal. */
export function differences(found: Rows, expected: Rows): string[] {
  const lines: string[] = [];
  for (const table of new Set([...found.keys(), ...expected.keys()])) {
    const [mine, theirs] = [found.get(table) ?? [], expected.get(table) ?? []];
    const [mySet, theirSet] = [new Set(mine), new Set(theirs)];
    lines.push(...mine.filter((row) => !theirSet.has(row)).map((row) => `${table} has, but should not: ${row}`));
    lines.push(...theirs.filter((row) => !mySet.has(row)).map((row) => `${table} lacks: ${row}`));
  }
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), `and ${lines.length - SHOWN} more`] : lines;
}
