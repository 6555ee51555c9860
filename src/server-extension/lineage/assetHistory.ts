import type {EntityManager} from 'typeorm';
import type {HeldBlock} from '../heldBlocks';

/** A line of an asset's history that decides its status or its loss. */
export interface HistoryLine {
  readonly id: string;
  readonly type: string;
  readonly statusAfter: string | null;
  /** AID wei: what a loss now is, or how much of it was written off */
  readonly amount: bigint;
  readonly record: string;
}

/** What happened to an asset from its registration on, in the order of the chain. */
export interface AssetHistory {
  /** Record of the registration */
  readonly registered: string;
  readonly lines: readonly HistoryLine[];
}

const DECIDING = ['AssetRegistered', 'AssetStatusChanged', 'LossRecognized', 'LossRealized'];

/** @param asset id of the asset's row */
export async function loadHistory(em: EntityManager, {height}: HeldBlock, asset: string): Promise<AssetHistory> {
  const rows = await em.query<(Omit<HistoryLine, 'amount'> & {amount: string | null})[]>(
    `SELECT id, type, status_after AS "statusAfter", amount, record FROM compute_asset_event
     WHERE asset = $1 AND height <= $2 AND type = ANY($3) ORDER BY id COLLATE "C"`,
    [asset, height, DECIDING],
  );
  const first = rows.findIndex(({type}) => type === 'AssetRegistered');
  const lines = rows.slice(first).map((row) => ({...row, amount: BigInt(row.amount ?? 0)}));
  return {registered: lines[0]?.record ?? '', lines};
}

/**
 * The lines that an unrealised loss rests on: the newest that recognised one, and what of it was written off since. A loss
 * of nothing rests on nothing.
 */
export function lossOf({lines}: AssetHistory): string[] {
  let loss = 0n;
  let ids: string[] = [];
  for (const {id, type, amount} of lines) {
    if (type === 'LossRecognized') [loss, ids] = [amount, [id]];
    if (type !== 'LossRealized' || loss === 0n || amount === 0n) continue;
    loss -= amount < loss ? amount : loss;
    ids.push(id);
  }
  return loss === 0n ? [] : ids;
}

/** The lines that the registry's status rests on: its last word, and the first write-off after a default. */
export function statusOf({lines}: AssetHistory): string[] {
  const last = lines.findLast(({type}) => type === 'AssetStatusChanged') ?? lines[0];
  if (last === undefined) return [];
  const writtenOff =
    last.statusAfter === 'DEFAULTED'
      ? lines.find(({type, record}) => type === 'LossRealized' && record > last.record)
      : undefined;
  return [last.id, ...(writtenOff === undefined ? [] : [writtenOff.id])];
}
