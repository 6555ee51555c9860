import type {EntityManager} from 'typeorm';
import {orMissing} from '../domain/methodology';
import type {NavReconciliationPart} from './answers/navBook';
import {instant, seconds} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';

/** The identity of a vault's book at a mark, and the block at which it became known; AID wei. */
export interface KnownReconciliation {
  readonly id: string;
  readonly totalAssets: bigint;
  readonly held: bigint;
  readonly owed: bigint;
  readonly outstanding: bigint;
  readonly accrued: bigint | null;
  readonly waiting: bigint;
  readonly residual: bigint | null;
  readonly effectiveHeight: number;
  readonly at: number;
  readonly height: number;
  readonly record: string;
}

type Amounts = 'totalAssets' | 'held' | 'owed' | 'outstanding' | 'waiting';
type Reconciled = Omit<KnownReconciliation, Amounts | 'accrued' | 'residual' | 'at'> &
  Record<Amounts, string> & {accrued: string | null; residual: string | null; at: Date};

const COLUMNS = `id, total_assets AS "totalAssets", held, owed, outstanding, accrued, waiting, residual,
  effective_height AS "effectiveHeight", "at", height, record`;

/** Every reconciliation known up to a block, in chain order. */
export async function loadReconciliations(
  em: EntityManager,
  vault: string,
  height: number,
): Promise<KnownReconciliation[]> {
  const rows = await em.query<Reconciled[]>(
    `SELECT ${COLUMNS} FROM nav_reconciliation WHERE vault = $1 AND height <= $2 ORDER BY id`,
    [vault, height],
  );
  return rows.map(reconciled);
}

/** The same of a span of time [from, to), after a row, so many at most. */
export async function reconciliationsIn(
  em: EntityManager,
  vault: string,
  height: number,
  page: {readonly from: Date; readonly to: Date; readonly after: string; readonly limit: number},
): Promise<KnownReconciliation[]> {
  const rows = await em.query<Reconciled[]>(
    `SELECT ${COLUMNS} FROM nav_reconciliation
     WHERE vault = $1 AND height <= $2 AND "at" >= $3 AND "at" < $4 AND id > $5
     ORDER BY id LIMIT $6`,
    [vault, height, page.from, page.to, page.after, page.limit + 1],
  );
  return rows.map(reconciled);
}

const optional = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

const reconciled = (row: Reconciled): KnownReconciliation => ({
  ...row,
  totalAssets: BigInt(row.totalAssets),
  held: BigInt(row.held),
  owed: BigInt(row.owed),
  outstanding: BigInt(row.outstanding),
  waiting: BigInt(row.waiting),
  accrued: optional(row.accrued),
  residual: optional(row.residual),
  at: seconds(row.at),
});

/** As a reader sees it; what the vault does not say is REVERTED. */
export function reconciliationPart(row: KnownReconciliation): NavReconciliationPart {
  const {totalAssets, held, owed, outstanding, waiting, effectiveHeight: block, record} = row;
  const fields = {accrued: orMissing(row.accrued, 'REVERTED'), residual: orMissing(row.residual, 'REVERTED')};
  const amounts = {totalAssets, held, owed, outstanding, waiting};
  return {...valuesOf(fields), ...amounts, block, at: instant(row.at), record, reasons: reasonsOf(fields)};
}
