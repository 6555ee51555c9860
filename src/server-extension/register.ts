import type {EntityManager} from 'typeorm';
import {METHODOLOGY, orMissing} from '../domain/methodology';
import type {AttestationPart, AttestationsAnswer, RegisterArgs} from './answers/attestation';
import {snapshotsAt, toAsOf, type AsOfPoint, type Held} from './asOf';
import {BadInput} from './badInput';
import {reasonsOf, valuesOf} from './measured';

const KINDS = ['ASSET_SCHEDULE', 'ASSET_FINANCIALS', 'ASSET_PARTIES', 'RESERVE_STATEMENT'];
const USUAL = 100;
const MOST = 1000;

interface ReportRow {
  readonly id: string;
  readonly reportHash: string;
  readonly kind: string;
  readonly subject: string;
  readonly chainId: number;
  readonly asOf: Date;
  readonly publishedAt: Date;
  readonly learnedHeight: number;
  readonly learnedAt: Date;
  readonly assurance: string;
  readonly issuer: string;
  readonly uri: string;
  readonly documentHash: string;
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  readonly invalidatedReason: string | null;
  readonly body: string;
}

/**
 * The reports that the chains had learned of as of a block, the latest published first; corrections only as far as they
 * were known there (metrics.md A6).
 * @throws BadInput for a kind, a limit or a cursor that is none
 */
export async function register(
  em: EntityManager,
  held: Held,
  point: AsOfPoint,
  args: RegisterArgs,
): Promise<AttestationsAnswer> {
  const {kind, limit, after} = checked(args);
  const [snapshot = new Map<number, AsOfPoint>()] = await snapshotsAt(em, held, [point]);
  const rows = await em.query<ReportRow[]>(
    `WITH known AS (
       SELECT r.* FROM unnest($1::int[], $2::int[]) p(chain_id, height)
       JOIN attested_report r ON r.chain_id = p.chain_id AND r.height <= p.height
     )
     SELECT r.id, r.report_id AS "reportHash", r.kind, r.subject, r.chain_id AS "chainId", r.as_of AS "asOf",
            r.published_at AS "publishedAt", r.height AS "learnedHeight", r."at" AS "learnedAt", r.assurance, r.issuer,
            r.uri, r.document_hash AS "documentHash", r.corrects, c.report_id AS "correctedBy",
            c.reason AS "invalidatedReason", r.body::text AS body
     FROM known r LEFT JOIN known c ON c.corrects = r.report_id
     WHERE ($3::text IS NULL OR r.kind = $3)
       AND ($4::timestamptz IS NULL OR (r.published_at, r.id) < ($4, $5::text))
     ORDER BY r.published_at DESC, r.id DESC LIMIT $6`,
    [
      [...snapshot.keys()],
      [...snapshot.values()].map(({height}) => height),
      ...[kind, after?.publishedAt ?? null, after?.id ?? null, limit + 1],
    ],
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const nextCursor = orMissing(last === undefined ? null : cursorOf(last), 'NOT_APPLICABLE');
  return {
    reports: page.map(reportPart),
    nextCursor: nextCursor.value,
    reasons: reasonsOf({nextCursor}),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.attestations,
  };
}

function reportPart({id: _id, ...row}: ReportRow): AttestationPart {
  const fields = {
    corrects: orMissing(row.corrects, 'NOT_APPLICABLE'),
    correctedBy: orMissing(row.correctedBy, 'NOT_APPLICABLE'),
    invalidatedReason: orMissing(row.invalidatedReason, 'NOT_APPLICABLE'),
  };
  const publicationLagSeconds = (row.publishedAt.getTime() - row.asOf.getTime()) / 1000;
  return {...row, ...valuesOf(fields), publicationLagSeconds, reasons: reasonsOf(fields)};
}

interface After {
  readonly publishedAt: Date;
  readonly id: string;
}

const cursorOf = ({publishedAt, id}: After): string =>
  Buffer.from(`${publishedAt.toISOString()} ${id}`).toString('base64url');

function checked({kind, limit, cursor}: RegisterArgs): {kind: string | null; limit: number; after: After | null} {
  if (kind != null && !KINDS.includes(kind)) {
    throw new BadInput(`kind is ${JSON.stringify(kind)}, expected one of ${KINDS.join(', ')}.`);
  }
  const most = limit ?? USUAL;
  if (most < 1 || most > MOST) throw new BadInput(`limit is ${most}, expected 1 to ${MOST}.`);
  return {kind: kind ?? null, limit: most, after: cursor == null ? null : parseCursor(cursor)};
}

function parseCursor(cursor: string): After {
  const [, iso = '', id = ''] = /^(\S+Z) (\S+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  const publishedAt = new Date(iso);
  if (id === '' || Number.isNaN(publishedAt.getTime())) {
    throw new BadInput('cursor is none: give the nextCursor of a page before, or leave it out.');
  }
  return {publishedAt, id};
}
