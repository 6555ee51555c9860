import type {EntityManager} from 'typeorm';
import type {AssetCashFlowRow} from '../domain/assetCashFlow';
import type {AssetEvidence} from '../domain/assetCredit';
import type {AssetFinancialsRow} from '../domain/assetFinancials';
import type {AssetPartiesRow} from '../domain/assetParties';
import type {AssetReport} from '../domain/assetReport';
import type {AssetScheduleRow} from '../domain/assetSchedule';
import type {ComputeAssetRow} from '../domain/computeAsset';
import type {StatusChange} from '../domain/defaults';
import {seconds, type HeldBlock} from './heldBlocks';

interface Placed {
  readonly asset: string;
  readonly height: number;
  readonly at: number;
}

/** Facts about assets up to a block, in the order of the chain. */
export interface CreditSources {
  readonly flows: readonly AssetCashFlowRow[];
  readonly changes: readonly (StatusChange & {readonly asset: string})[];
  readonly schedules: readonly AssetScheduleRow[];
  readonly financials: readonly AssetFinancialsRow[];
  readonly parties: readonly AssetPartiesRow[];
}

/** The facts of one asset, or of all of a chain, in five statements whatever their number. */
export async function loadCreditSources(
  em: EntityManager,
  block: HeldBlock,
  asset: string | null = null,
): Promise<CreditSources> {
  const load = async <R extends object>(table: string, where = ''): Promise<R[]> => {
    const rows = await em.query<object[]>(
      `SELECT * FROM ${table} WHERE chain_id = $1 AND height <= $2 AND ($3::text IS NULL OR asset = $3) ${where}
       ORDER BY id COLLATE "C"`,
      [block.chainId, block.height, asset],
    );
    return rows.map((row) => rowOf<R>(row));
  };
  const changes = await load<StatusFact>('compute_asset_event', `AND type = 'AssetStatusChanged'`);
  return {
    flows: await load<AssetCashFlowRow>('asset_cash_flow'),
    changes: changes.map(({statusAfter, ...place}) => ({...place, status: statusAfter})),
    schedules: await load<AssetScheduleRow>('asset_schedule'),
    financials: await load<AssetFinancialsRow>('asset_financials'),
    parties: await load<AssetPartiesRow>('asset_parties'),
  };
}

interface StatusFact extends Placed {
  readonly statusAfter: StatusChange['status'];
  readonly record: string;
}

/** Columns that hold amounts: the database answers them as text. */
const AMOUNTS: readonly string[] = ['amount', 'cash_available', 'debt_service', 'reserve_required'];

/** A table's row under the names and in the types of the domain's. */
function rowOf<R>(row: object): R {
  const entries = Object.entries(row).map(([column, value]: [string, unknown]) => {
    const name = column.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
    if (value instanceof Date) return [name, seconds(value)];
    return [name, AMOUNTS.includes(column) && typeof value === 'string' ? BigInt(value) : value];
  });
  const typed: unknown = Object.fromEntries(entries);
  return typed as R;
}

/** What was known of an asset at a block: its facts up to there. */
export function evidenceAt(sources: CreditSources, asset: ComputeAssetRow, height: number): AssetEvidence {
  const known = <R extends Placed>(rows: readonly R[]): R[] =>
    rows.filter((row) => row.asset === asset.id && row.height <= height);
  return {
    asset,
    flows: known(sources.flows),
    changes: known(sources.changes),
    schedules: known(sources.schedules),
    financials: known(sources.financials),
    parties: known(sources.parties),
  };
}

/** Time of the newest fact about an asset; -Infinity without any. */
export function newestFactAt({flows, changes, schedules, financials, parties}: AssetEvidence): number {
  const reports: readonly AssetReport[] = [...schedules, ...financials, ...parties];
  return [...flows, ...changes, ...reports].reduce((newest, {at}) => Math.max(newest, at), -Infinity);
}
