import {existsSync} from 'node:fs';
import {readReports, type ReadReport} from '../attestation/reportFile';
import {sift, submitReports, type Submission} from '../attestation/submit';
import {loadConfig, type Config} from '../config';
import {openDatabase, withConnection} from '../postgres/database';
import {embeddedHome} from '../postgres/embedded';
import {migrate} from '../postgres/migrate';

export interface AttestOptions {
  readonly dryRun: boolean;
}

/**
 * Hands in the reports of these files, all of them or, when one is refused, none.
 * @throws UserError naming the file, the field, what was found and what is accepted
 */
export async function attestCommand(files: readonly string[], options: AttestOptions): Promise<void> {
  const reports = files.flatMap(readReports);
  const config = loadConfig();
  const {submissions, indexed} = await handIn(config, reports, options.dryRun);
  const done = options.dryRun ? 'would be handed in' : 'handed in';
  for (const {alreadyHeld, reportId, report, source} of submissions) {
    const what = `${report.kind} of ${report.subject} (${source})`;
    process.stdout.write(`${alreadyHeld ? 'already held' : done}  ${reportId}  ${what}\n`);
  }
  if (options.dryRun) return;
  const chains = [...new Set(submissions.filter((one) => !one.alreadyHeld).map(({report}) => report.chainId))];
  for (const chainId of chains) {
    process.stdout.write(
      indexed.includes(chainId)
        ? `Chain ${chainId} folds them with its first block at or after their publication, or the next it indexes.\n`
        : `Chain ${chainId} is not indexed in this database yet: its reports wait for it.\n`,
    );
  }
}

interface HandedIn {
  readonly submissions: readonly Submission[];
  /** Ids of the chains that the database indexes */
  readonly indexed: readonly number[];
}

async function handIn(config: Config, reports: readonly ReadReport[], dryRun: boolean): Promise<HandedIn> {
  const nothingHeld = {submissions: sift(reports, new Map()).submissions, indexed: []};
  // Asking whether reports would be taken must not create an embedded database.
  if (dryRun && config.dbUrl === undefined && !existsSync(embeddedHome(config.dataDir))) return nothingHeld;
  const database = await openDatabase(config, () => undefined);
  try {
    if (!dryRun) await migrate(database.url);
    else if (!(await hasInbox(database.url))) return nothingHeld;
    const submissions = await submitReports(database.url, reports, {dryRun});
    return {submissions, indexed: await indexedChains(database.url)};
  } finally {
    await database.stopIfUnused();
  }
}

const hasInbox = (url: string): Promise<boolean> =>
  withConnection(url, 'The database', async (db) => {
    const {rows} = await db.query<{held: boolean}>(`SELECT to_regclass('attestation_inbox') IS NOT NULL AS held`);
    return rows[0]?.held === true;
  });

const indexedChains = (url: string): Promise<number[]> =>
  withConnection(url, 'The database', async (db) => {
    const {rows} = await db.query<{id: number}>('SELECT chain_id AS id FROM chain');
    return rows.map(({id}) => id);
  });
