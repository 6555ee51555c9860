import {randomBytes} from 'node:crypto';
import {Client} from 'pg';
import {migrate} from '../postgres/migrate';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database of its own on the run's PostgreSQL. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env['TEST_DB_ADMIN_URL'];
  if (adminUrl === undefined) throw new Error('TEST_DB_ADMIN_URL is not set: run the tests through jest');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await run(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {url: url.toString(), drop: () => run(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`)};
}

/** The same with the project's migrations applied. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  await migrate(database.url);
  return database;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({connectionString: url});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
