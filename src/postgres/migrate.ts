import path from 'node:path';
import type {Client} from 'pg';
import {DataSource} from 'typeorm';
import {PROJECT_DIR} from '../config';
import {UserError} from '../domain/errors';
import {redact} from '../redact';
import {withConnection} from './database';

/** Of the advisory lock under which migrations are applied: one process at a time. */
const MIGRATION_LOCK = [0x6761, 0x6962] as const;

/** Tables of the schema that are not an extension's. */
const TABLES = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  ORDER BY 1`;

/**
 * Brings the database to the version of this program, as `squid-typeorm-migration apply` does, all in one transaction.
 * Returns the names of the migrations it applied.
 * @throws UserError when the database is of another version or not ours; nothing is written then
 */
export async function migrate(url: string, directory = path.join(PROJECT_DIR, 'db', 'migrations')): Promise<string[]> {
  return withConnection(url, 'The database', async (client) => {
    await client.query('SELECT pg_advisory_lock($1, $2)', [...MIGRATION_LOCK]);
    const migrations = [path.join(directory, '*.js')];
    const source = new DataSource({
      type: 'postgres',
      url,
      migrations,
      migrationsTableName: 'migrations',
      logger: 'debug',
    });
    await source.initialize();
    try {
      const known = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
      if (known.length === 0)
        throw new UserError(`${directory} holds no migration, so the database cannot be prepared.`);
      await checkVersion(client, url, known);
      return (await source.runMigrations({transaction: 'all'})).map(({name}) => name);
    } finally {
      await source.destroy();
    }
  });
}

async function checkVersion(client: Client, url: string, known: readonly string[]): Promise<void> {
  const tables = (await client.query<{name: string}>(TABLES)).rows.map(({name}) => name);
  const applied = tables.includes('migrations') ? await appliedMigrations(client) : [];
  const unknown = applied.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UserError(
      `The database ${redact(url)} is of another version: its migration ${unknown} is not among the ${known.length} ` +
        'of this program; use the version that wrote it, or an empty database.',
    );
  }
  const others = tables.filter((name) => name !== 'migrations');
  if (applied.length === 0 && others.length > 0) {
    throw new UserError(
      `The database ${redact(url)} is not ours: it holds the tables ${others.slice(0, 3).join(', ')}` +
        `${others.length > 3 ? ` and ${others.length - 3} more` : ''}; use an empty database.`,
    );
  }
}

/** A table of this name that is not typeorm's counts as one migration that nobody knows. */
async function appliedMigrations(client: Client): Promise<string[]> {
  const columns = `SELECT 1 FROM pg_attribute WHERE attrelid = 'migrations'::regclass AND attname IN ('timestamp', 'name')`;
  if ((await client.query(columns)).rowCount !== 2) return ['(of another program)'];
  return (await client.query<{name: string}>('SELECT name FROM migrations ORDER BY timestamp, id')).rows.map(
    ({name}) => name,
  );
}
