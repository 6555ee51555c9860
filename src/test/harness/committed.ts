import {Client} from 'pg';

/** The newest block a database has committed. */
export interface Committed {
  readonly height: number;
  readonly hash: string;
}

/** Runs one statement on a connection of its own. */
export async function query<T extends object>(dbUrl: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const db = new Client({connectionString: dbUrl});
  await db.connect();
  try {
    return (await db.query<T>(sql, values)).rows;
  } finally {
    await db.end();
  }
}

/** The newest committed block of a chain, hot or final; undefined before the first. */
export async function newestCommitted(db: Client, chainId: number): Promise<Committed | undefined> {
  const schema = `squid_${chainId}`;
  const {rows: found} = await db.query<{found: boolean}>('SELECT to_regclass($1) IS NOT NULL AS found', [
    `${schema}.hot_change_log`,
  ]);
  if (found[0]?.found !== true) return undefined;
  const {rows} = await db.query<Committed>(
    `SELECT height, hash FROM ${schema}.hot_block UNION SELECT height, hash FROM ${schema}.status
     ORDER BY height DESC LIMIT 1`,
  );
  return rows[0];
}
