import type {EntityManager} from 'typeorm';
import type {FlowKind, VaultFlowRow} from '../domain/vaultFlow';
import {seconds, type HeldBlock} from './heldBlocks';

type Numeric =
  'requestId' | 'remaining' | 'cost' | 'absorbed' | 'totalAssets' | 'totalShares' | 'stakingNav' | 'unstakingNav';
type Amounts = 'amount' | 'fees' | 'covered' | 'shares';
type FlowRecord = Omit<VaultFlowRow, Numeric | Amounts | 'entryAt' | 'at' | 'kind'> &
  Record<Numeric, string | null> &
  Record<Amounts, string> & {kind: FlowKind; entryAt: Date | null; at: Date};

const COLUMNS = `id, chain_id AS "chainId", vault, kind, asset_id AS "assetId", owner, request_id AS "requestId", amount,
  fees, covered, shares, remaining, cost, entry_at AS "entryAt", absorbed, total_assets AS "totalAssets",
  total_shares AS "totalShares", staking_nav AS "stakingNav", unstaking_nav AS "unstakingNav",
  effective_height AS "effectiveHeight", "at", height, tx_hash AS "txHash", record`;

/**
 * The flows of a vault known at block `to`, in chain order, beginning with the last mark of the whole book that had
 * changed it at or before block `from`: what came before that mark is in its price.
 */
export async function flowsSinceMark(
  em: EntityManager,
  vault: {readonly chainId: number; readonly key: string},
  from: number,
  to: HeldBlock,
): Promise<VaultFlowRow[]> {
  const rows = await em.query<FlowRecord[]>(
    `WITH base AS (
       SELECT height, id FROM vault_flow
       WHERE chain_id = $1 AND vault = $2 AND kind = 'MARK' AND effective_height <= $3 AND height <= $4
       ORDER BY height DESC, id DESC LIMIT 1
     )
     SELECT ${COLUMNS} FROM vault_flow f
     WHERE f.chain_id = $1 AND (f.vault = $2 OR f.vault IS NULL) AND f.height <= $4
       AND f.height >= coalesce((SELECT height FROM base), 0) AND f.id >= coalesce((SELECT id FROM base), '')
     ORDER BY f.height, f.id`,
    [vault.chainId, vault.key, from, to.height],
  );
  return rows.map(flowOf);
}

const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

const flowOf = (row: FlowRecord): VaultFlowRow => ({
  ...row,
  requestId: amount(row.requestId),
  remaining: amount(row.remaining),
  cost: amount(row.cost),
  absorbed: amount(row.absorbed),
  totalAssets: amount(row.totalAssets),
  totalShares: amount(row.totalShares),
  stakingNav: amount(row.stakingNav),
  unstakingNav: amount(row.unstakingNav),
  amount: BigInt(row.amount),
  fees: BigInt(row.fees),
  covered: BigInt(row.covered),
  shares: BigInt(row.shares),
  entryAt: row.entryAt === null ? null : seconds(row.entryAt),
  at: seconds(row.at),
});
