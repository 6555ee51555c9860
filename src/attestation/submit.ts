import type {Client} from 'pg';
import {withConnection} from '../postgres/database';
import {checkCorrection, type Corrected} from './correction';
import type {ReadReport} from './reportFile';

/** What became of a report that was handed in. */
export interface Submission extends ReadReport {
  /** It was held before, or earlier in the same call: nothing was written for it */
  readonly alreadyHeld: boolean;
}

/**
 * Hands reports in: they are appended to the inbox in the order of their publication, all of them or, when one is
 * refused, none. A report that is held already is left alone. Needs no writer lock: a processor that runs sees them with
 * its next block.
 * @param options.dryRun checks everything and writes nothing
 * @throws UserError for a correction that does not fit what is held
 */
export async function submitReports(
  dbUrl: string,
  reports: readonly ReadReport[],
  options: {readonly dryRun?: boolean} = {},
): Promise<Submission[]> {
  return withConnection(dbUrl, 'The database', async (db) => {
    await db.query('BEGIN');
    // One submission after the other, so that the order of the inbox is the order in which it became visible.
    await db.query('LOCK TABLE attestation_inbox IN SHARE ROW EXCLUSIVE MODE');
    const {submissions, fresh} = sift(reports, await heldAmong(db, reports));
    if (options.dryRun !== true) await insert(db, fresh);
    await db.query('COMMIT');
    return submissions;
  });
}

/**
 * The reports in the order of their publication, and those of them that are new.
 * @param held what the inbox holds of these reports and of those they correct, by id
 * @throws UserError for a correction that does not fit
 */
export function sift(
  reports: readonly ReadReport[],
  held: ReadonlyMap<string, Corrected>,
): {submissions: Submission[]; fresh: ReadReport[]} {
  const known = new Map(held);
  const submissions = inOrderOfPublication(reports).map((one) => {
    if (known.has(one.reportId)) return {...one, alreadyHeld: true};
    checkCorrection(one, known);
    known.set(one.reportId, {...one.report, reportId: one.reportId, correctedBy: null});
    return {...one, alreadyHeld: false};
  });
  return {submissions, fresh: submissions.filter(({alreadyHeld}) => !alreadyHeld)};
}

/** Instants of reports are all of one form, so that the order of their texts is that of time. */
const inOrderOfPublication = (reports: readonly ReadReport[]): ReadReport[] =>
  [...reports].sort(
    ({report: a}, {report: b}) => Number(a.publishedAt > b.publishedAt) - Number(a.publishedAt < b.publishedAt),
  );

async function heldAmong(db: Client, reports: readonly ReadReport[]): Promise<Map<string, Corrected>> {
  const ids = reports.flatMap(({reportId, report}) => [
    reportId,
    ...(report.corrects === undefined ? [] : [report.corrects]),
  ]);
  const {rows} = await db.query<Corrected>(
    `SELECT i.id AS "reportId", i.chain_id AS "chainId", i.kind, i.subject, c.id AS "correctedBy",
            to_char(i.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "publishedAt"
     FROM attestation_inbox i LEFT JOIN attestation_inbox c ON c.corrects = i.id
     WHERE i.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.reportId, row]));
}

async function insert(db: Client, reports: readonly ReadReport[]): Promise<void> {
  for (const {reportId, report, document} of reports) {
    const {chainId, kind, subject, asOf, publishedAt, assurance, issuer, uri, documentHash, body} = report;
    await db.query(
      `INSERT INTO attestation_inbox
         (sequence, id, chain_id, kind, subject, as_of, published_at, assurance, issuer, uri, document_hash, corrects,
          reason, body, document)
       SELECT coalesce(max(sequence), 0) + 1, $1, $2::integer, $3, $4, $5::timestamptz, $6::timestamptz, $7, $8, $9,
              $10, $11, $12, $13::jsonb, $14
       FROM attestation_inbox`,
      [
        ...[reportId, chainId, kind, subject, asOf, publishedAt, assurance, issuer, uri, documentHash],
        ...[report.corrects ?? null, report.reason ?? null, JSON.stringify(body), document],
      ],
    );
  }
}
