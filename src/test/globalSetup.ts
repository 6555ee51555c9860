import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {startEmbeddedPostgres} from '../postgres/embedded';

/** One PostgreSQL for the whole run; every test makes its own database on it. */
export default async function globalSetup(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gaib-squid-test-'));
  const postgres = await startEmbeddedPostgres({dataDir, log: () => undefined});
  process.env['TEST_DB_ADMIN_URL'] = postgres.url;
  Object.assign(globalThis, {testPostgres: postgres, testDataDir: dataDir});
}
