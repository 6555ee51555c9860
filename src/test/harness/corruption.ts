import type {Random} from '../../devnet/random';
import {DERIVED_TABLES} from '../../integrity/tables';
import {query} from './committed';

/** One row that was changed behind the program's back. */
export interface Corruption {
  readonly table: string;
  readonly id: string;
  readonly what: string;
  undo(): Promise<void>;
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** How a value of a type becomes another; what has no other is left out. */
const CHANGED: Readonly<Record<string, string>> = {
  integer: 'coalesce(%, 0) + 1',
  numeric: 'coalesce(%, 0) + 1',
  text: `coalesce(%, '') || 'x'`,
  boolean: 'NOT coalesce(%, false)',
  'timestamp with time zone': `coalesce(%, 'epoch') + interval '1 second'`,
  jsonb: `jsonb_build_object('was', %)`,
  ARRAY: `array_append(%, 'x')`,
};

/** Changes one column of, removes, or doubles under another id one random row of the derived tables. */
export async function corrupt(dbUrl: string, random: Random): Promise<Corruption> {
  const filled: string[] = [];
  for (const {name} of DERIVED_TABLES) {
    if ((await query(dbUrl, `SELECT 1 FROM ${name} LIMIT 1`)).length > 0) filled.push(name);
  }
  const table = random.pick(filled);
  const ids = (await query<{id: string}>(dbUrl, `SELECT id FROM ${table} ORDER BY id`)).map(({id}) => id);
  const id = random.pick(ids);
  const [held] = await query<{row: string}>(dbUrl, `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE id = $1`, [
    id,
  ]);
  const put = `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`;
  const restore = async (): Promise<void> => {
    await query(dbUrl, `DELETE FROM ${table} WHERE id = $1`, [id]);
    await query(dbUrl, put, [held?.row]);
  };
  switch (random.pick(['changed', 'changed', 'changed', 'removed', 'invented'] as const)) {
    case 'removed':
      await query(dbUrl, `DELETE FROM ${table} WHERE id = $1`, [id]);
      return {table, id, what: 'removed', undo: restore};
    case 'invented': {
      const invented = `${id}-invented`;
      await query(dbUrl, put, [JSON.stringify({...(JSON.parse(held?.row ?? '{}') as object), id: invented})]);
      const undo = async () => void (await query(dbUrl, `DELETE FROM ${table} WHERE id = $1`, [invented]));
      return {table, id: invented, what: 'invented', undo};
    }
    case 'changed': {
      const columns = await query<Column>(
        dbUrl,
        `SELECT column_name AS name, data_type AS type FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = $1 AND column_name NOT IN ('id', 'chain_id') ORDER BY 1`,
        [table],
      );
      const {name, type} = random.pick(columns);
      const value = (CHANGED[type] ?? '').replace('%', `"${name}"`);
      await query(dbUrl, `UPDATE ${table} SET "${name}" = ${value} WHERE id = $1`, [id]);
      return {table, id, what: name, undo: restore};
    }
  }
}
