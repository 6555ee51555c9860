import type {EntityManager} from 'typeorm';
import type {QueueStep} from '../domain/queueCheck';
import type {UnstakeRequestRow} from '../domain/unstakeRequest';
import {decodeRow} from '../domain/version';
import type {WithdrawalCycleRow} from '../domain/withdrawalCycle';
import type {QueueFillPart} from './answers/queueRequest';
import type {HeldBlock} from './heldBlocks';
import {allVersionsAt} from './versions';

/** Every open request of a vault as of a block, the oldest first. */
export async function openRequests(em: EntityManager, vault: string, block: HeldBlock): Promise<UnstakeRequestRow[]> {
  const rows = await em.query<{row: unknown}[]>(
    `SELECT v."row" FROM (
       SELECT DISTINCT ON (key) key, "row" FROM state_version
       WHERE chain_id = $1 AND projection = 'unstakeRequest' AND height <= $2
       ORDER BY key, height DESC
     ) v WHERE v."row"->>'vault' = $3 AND v."row"->>'assetsRemaining' <> 'n:0' ORDER BY v.key`,
    [block.chainId, block.height, vault],
  );
  return rows.map(({row}) => decodeRow<UnstakeRequestRow>(row));
}

/** The payments to requests up to a block, by the id of the request's row, in order. */
export async function fillsOf(
  em: EntityManager,
  requests: readonly string[],
  {height}: HeldBlock,
): Promise<Map<string, QueueFillPart[]>> {
  const fills = new Map<string, QueueFillPart[]>();
  if (requests.length === 0) return fills;
  const rows = await em.query<
    {request: string; cycleId: string; paid: string; remaining: string; at: Date; waited: number; txHash: string}[]
  >(
    `SELECT request, cycle_id::text AS "cycleId", assets_paid::text AS paid, assets_remaining::text AS remaining,
            "at", waited_seconds AS waited, tx_hash AS "txHash"
     FROM unstake_fill WHERE request = ANY($1) AND height <= $2 ORDER BY id`,
    [requests, height],
  );
  for (const {request, cycleId, paid, remaining, at, waited, txHash} of rows) {
    const amounts = {cycleId: BigInt(cycleId), paid: BigInt(paid), remaining: BigInt(remaining)};
    const ofRequest = fills.get(request) ?? [];
    fills.set(request, [...ofRequest, {...amounts, at, waitedSeconds: waited, txHash}]);
  }
  return fills;
}

/** The cycles of a vault as of a block, by their number; cycle 0 is that of requests outside of every cycle. */
export async function cyclesAt(em: EntityManager, vault: string, block: HeldBlock): Promise<WithdrawalCycleRow[]> {
  const versions = await allVersionsAt<WithdrawalCycleRow>(em, 'withdrawalCycle', block);
  return versions.map(({row}) => row).filter((row) => row.vault === vault);
}

interface StepRow {
  readonly requestId: string;
  readonly cycleId: string;
  readonly at: string;
  readonly assets: string;
  readonly record: string;
}

/** Everything that the queue did up to a block, in chain order. */
export async function queueSteps(
  em: EntityManager,
  vault: string,
  block: HeldBlock,
  cycles: readonly WithdrawalCycleRow[],
): Promise<QueueStep[]> {
  const requests = await em.query<StepRow[]>(
    `SELECT DISTINCT ON (key) substr("row"->>'requestId', 3) AS "requestId", '0' AS "cycleId",
            "row"->>'requestedAt' AS at, substr("row"->>'assetsQuoted', 3) AS assets, "row"->>'requestedRecord' AS record
     FROM state_version
     WHERE chain_id = $1 AND projection = 'unstakeRequest' AND height <= $2 AND "row"->>'vault' = $3
     ORDER BY key, height`,
    [block.chainId, block.height, vault],
  );
  const fills = await em.query<StepRow[]>(
    `SELECT request_id::text AS "requestId", cycle_id::text AS "cycleId", '0' AS at, assets_paid::text AS assets, record
     FROM unstake_fill WHERE vault = $1 AND height <= $2`,
    [vault, block.height],
  );
  const placed = [
    ...requests.map((row) => ({record: row.record, step: requestStep(row)})),
    ...fills.map((row) => ({record: row.record, step: fillStep(row)})),
    ...cycles.flatMap(settlementStep),
  ];
  return placed.sort((a, b) => (a.record < b.record ? -1 : 1)).map(({step}) => step);
}

/** The sAID of every holder as of a block. */
export async function sharesHeld(em: EntityManager, vault: string, block: HeldBlock): Promise<bigint[]> {
  const rows = await em.query<{shares: string}[]>(
    `SELECT substr(v."row"->>'shares', 3) AS shares FROM (
       SELECT DISTINCT ON (key) "row" FROM state_version
       WHERE chain_id = $1 AND projection = 'stakePosition' AND height <= $2
       ORDER BY key, height DESC
     ) v WHERE v."row"->>'vault' = $3 AND v."row"->>'shares' <> 'n:0'`,
    [block.chainId, block.height, vault],
  );
  return rows.map(({shares}) => BigInt(shares));
}

const requestStep = ({requestId, at, assets}: StepRow): QueueStep => ({
  kind: 'REQUESTED',
  requestId: BigInt(requestId),
  at: Number(at),
  assets: BigInt(assets),
});

const fillStep = ({requestId, cycleId, assets}: StepRow): QueueStep => ({
  kind: 'PAID',
  requestId: BigInt(requestId),
  cycleId: BigInt(cycleId),
  assets: BigInt(assets),
});

function settlementStep({cycleId, cutoffAt, settledAt, settledRecord}: WithdrawalCycleRow) {
  if (cutoffAt === null || settledAt === null || settledRecord === null) return [];
  return [{record: settledRecord, step: {kind: 'SETTLED', cycleId, cutoffAt, at: settledAt} satisfies QueueStep}];
}
