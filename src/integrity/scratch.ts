import type {Client, QueryResult} from 'pg';
import type {Keyed} from '../projections/projection';
import type {EntityClass, RowStore} from '../projections/store';
import {camelCase, DERIVED_TABLES, snakeCase, tableOf} from './tables';

/** Rows written by one statement */
const PIECE = 2_000;
/** Rows kept in memory, over all tables */
const MOST_KEPT = 100_000;
/** Type id of `numeric` in PostgreSQL */
const NUMERIC = 1700;

/**
 * Gives a connection empty tables of its own, named as the derived ones, which it then sees in their place until its
 * transaction ends: what is folded there, nobody else sees.
 */
export async function createScratch(db: Client): Promise<void> {
  for (const {name} of DERIVED_TABLES) {
    const table = db.escapeIdentifier(name);
    await db.query(
      `CREATE TEMP TABLE ${table} (LIKE public.${table} INCLUDING DEFAULTS, PRIMARY KEY (id)) ON COMMIT DROP`,
    );
  }
}

/** Scratch tables as a store. It is the only one that writes them, so rows once seen are known without asking again. */
export class ScratchStore implements RowStore {
  private readonly kept = new Map<string, Map<string, Keyed>>();
  private count = 0;

  constructor(private readonly db: Client) {}

  async byIds<E extends Keyed>(entity: EntityClass<E>, ids: readonly string[]): Promise<E[]> {
    const kept = this.tableOf(entity.name);
    const unknown = ids.filter((id) => !kept.has(id));
    if (unknown.length > 0) {
      const table = this.db.escapeIdentifier(tableOf(entity.name));
      const found = await this.db.query(`SELECT * FROM ${table} WHERE id = ANY($1)`, [unknown]);
      for (const row of rowsOf(found)) this.keep(kept, Object.assign(new entity(), row));
    }
    return ids.flatMap((id) => (kept.get(id) as E | undefined) ?? []);
  }

  async insert(rows: Keyed[]): Promise<void> {
    await this.write(rows, '');
  }

  async upsert(rows: Keyed[]): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first).filter((name) => name !== 'id');
    const set = columns.map((name) => this.db.escapeIdentifier(snakeCase(name)));
    await this.write(
      rows,
      `ON CONFLICT (id) DO UPDATE SET ${set.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    );
    const kept = this.tableOf(first.constructor.name);
    rows.forEach((row) => this.keep(kept, row));
    this.forgetOldest();
  }

  private async write(rows: readonly Keyed[], onConflict: string): Promise<void> {
    for (let i = 0; i < rows.length; i += PIECE) {
      const piece = rows.slice(i, i + PIECE);
      const table = this.db.escapeIdentifier(tableOf(piece[0]?.constructor.name ?? ''));
      await this.db.query(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ${onConflict}`,
        [JSON.stringify(piece.map(toColumns), exact)],
      );
    }
  }

  private tableOf(entity: string): Map<string, Keyed> {
    const table = this.kept.get(entity) ?? new Map<string, Keyed>();
    this.kept.set(entity, table);
    return table;
  }

  private keep(table: Map<string, Keyed>, row: Keyed): void {
    if (!table.delete(row.id)) this.count += 1;
    table.set(row.id, row);
  }

  /** Forgets a tenth of each table, those longest untouched first, once too many rows are kept. */
  private forgetOldest(): void {
    if (this.count <= MOST_KEPT) return;
    for (const table of this.kept.values()) {
      const old = [...table.keys()].slice(0, Math.ceil(table.size / 10));
      old.forEach((id) => table.delete(id));
      this.count -= old.length;
    }
  }
}

const toColumns = (row: Keyed): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value as unknown]));

/** No digit of an amount passes through a float. */
const exact = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

function rowsOf({rows, fields}: QueryResult): Record<string, unknown>[] {
  const columns = fields.map(({name, dataTypeID}) => ({name, key: camelCase(name), isAmount: dataTypeID === NUMERIC}));
  return (rows as Record<string, unknown>[]).map((row) =>
    Object.fromEntries(
      columns.map(({name, key, isAmount}) => {
        const value = row[name];
        return [key, isAmount && typeof value === 'string' ? BigInt(value) : value];
      }),
    ),
  );
}
