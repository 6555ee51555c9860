import type {EntityManager} from 'typeorm';
import type {ReserveStatement} from '../domain/report';
import {
  judgeStatement,
  newestStatement,
  newestUsable,
  type JudgedStatement,
  type RegisteredStatement,
} from '../domain/reserveStatement';
import {TBILL_MAX_AGE_SECONDS} from '../domain/backing';
import {seconds} from './heldBlocks';
import type {Snapshot} from './versions';

/** The statements that matter as of a block. */
export interface StatementsAt {
  /** The newest that no other corrects, whether it adds up or not */
  readonly newest: JudgedStatement | undefined;
  /** The newest that adds up and is not older than a valuation may be */
  readonly usable: JudgedStatement | undefined;
  /** When the last of them was learned of, unix seconds; -Infinity without any */
  readonly lastLearnedAt: number;
}

interface StatementRow extends Omit<RegisteredStatement, 'asOf' | 'publishedAt' | 'learnedAt' | 'body'> {
  readonly asOf: Date;
  readonly publishedAt: Date;
  readonly learnedAt: Date;
  readonly body: ReserveStatement;
}

/** For each snapshot the reserve statements its chains had learned of; one query for all. */
export async function statementsAt(
  em: EntityManager,
  snapshots: readonly Snapshot[],
  instants: readonly number[],
): Promise<StatementsAt[]> {
  const statements = await loadStatements(em, snapshots);
  return snapshots.map((snapshot, index) => {
    const at = instants[index] ?? Infinity;
    const known = statements.filter(({chainId, height}) => height <= (snapshot.get(chainId)?.height ?? -1));
    const usable = newestUsable(known);
    const isOld = usable !== undefined && at - usable.asOf > TBILL_MAX_AGE_SECONDS;
    const lastLearnedAt = known.reduce((latest, {learnedAt}) => Math.max(latest, learnedAt), -Infinity);
    return {newest: newestStatement(known), usable: isOld ? undefined : usable, lastLearnedAt};
  });
}

async function loadStatements(em: EntityManager, snapshots: readonly Snapshot[]): Promise<JudgedStatement[]> {
  const newest = new Map<number, number>();
  for (const {chainId, height} of snapshots.flatMap((snapshot) => [...snapshot.values()])) {
    newest.set(chainId, Math.max(height, newest.get(chainId) ?? height));
  }
  if (newest.size === 0) return [];
  const rows = await em.query<StatementRow[]>(
    `SELECT r.report_id AS "reportId", r.chain_id AS "chainId", r.as_of AS "asOf", r.published_at AS "publishedAt",
            r.assurance, r.issuer, r.corrects, r.height, r."at" AS "learnedAt", r.body
     FROM unnest($1::int[], $2::int[]) p(chain_id, height)
     JOIN attested_report r ON r.chain_id = p.chain_id AND r.height <= p.height
     WHERE r.kind = 'RESERVE_STATEMENT' ORDER BY r.chain_id, r.height, r.id`,
    [[...newest.keys()], [...newest.values()]],
  );
  return rows.map(({asOf, publishedAt, learnedAt, ...row}) =>
    judgeStatement({
      ...row,
      ...{asOf: seconds(asOf), publishedAt: seconds(publishedAt), learnedAt: seconds(learnedAt)},
    }),
  );
}
