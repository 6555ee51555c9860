import {InvariantError} from './errors';
import type {EventMeta, EventOf} from './event';
import {contractRowId} from './ids';
import type {QueuePolicy} from './queuePolicy';
import type {UnstakeRequestRow} from './unstakeRequest';

/**
 * One cycle of the queue and its account, in AID wei: opening + new = filled + filledBetween + cancelled + rolled + open,
 * and what that leaves is `residual`. Cycle 0 is the account of requests that wait for a cycle to be opened; it is kept
 * with every event, while that of a cycle is struck by its settlement and is null before.
 */
export interface WithdrawalCycleRow {
  readonly id: string;
  readonly chainId: number;
  readonly vault: string;
  readonly cycleId: bigint;
  readonly status: 'OUTSIDE' | 'OPENED' | 'SETTLED';
  /** As declared when it was opened */
  readonly policy: QueuePolicy | null;
  readonly openedAt: number | null;
  readonly opensAt: number | null;
  readonly cutoffAt: number | null;
  readonly settlesAt: number | null;
  readonly settledAt: number | null;
  readonly settledHeight: number | null;
  readonly settledRecord: string | null;
  readonly unstakingNav: bigint | null;

  /** Requests that carry this cycle, and the AID they ask for */
  readonly requestCount: number;
  readonly requestedAssets: bigint;
  /** Payments that carry this cycle, and the sum of AID x seconds since the request */
  readonly fillCount: number;
  readonly paidAssets: bigint;
  readonly paidSeconds: bigint;

  readonly openingAssets: bigint | null;
  readonly newAssets: bigint | null;
  /** Paid by the settlement; 0 in cycle 0 */
  readonly filledAssets: bigint | null;
  /** Paid outside of settlements */
  readonly filledBetweenAssets: bigint | null;
  /** A request cannot be taken back */
  readonly cancelledAssets: bigint | null;
  readonly rolledAssets: bigint | null;
  readonly openAssets: bigint | null;
  readonly residual: bigint | null;

  /** Due at the settlement, as the contract says */
  readonly dueAssets: bigint | null;
  /** AID that the vault held just before the settlement paid, and the lifetime sums of its movements up to then */
  readonly liquidAssets: bigint | null;
  readonly cumulativeDeposited: bigint | null;
  readonly cumulativeReturned: bigint | null;
  readonly cumulativeRevenue: bigint | null;
  readonly cumulativeDeployed: bigint | null;
  readonly cumulativePaidOut: bigint | null;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

type Account = Record<
  | 'openingAssets'
  | 'newAssets'
  | 'filledAssets'
  | 'filledBetweenAssets'
  | 'cancelledAssets'
  | 'rolledAssets'
  | 'openAssets',
  bigint
>;

/** What the identity of an account leaves: opening + new - filled - filledBetween - cancelled - rolled - open. */
export const residualOf = (account: Account): bigint =>
  account.openingAssets +
  account.newAssets -
  account.filledAssets -
  account.filledBetweenAssets -
  account.cancelledAssets -
  account.rolledAssets -
  account.openAssets;

/** A request that carries the cycle. */
export const withRequest = (cycle: WithdrawalCycleRow, assets: bigint): WithdrawalCycleRow => ({
  ...cycle,
  requestCount: cycle.requestCount + 1,
  requestedAssets: cycle.requestedAssets + assets,
});

/**
 * A payment that carries the cycle, with the time its request waited.
 * @throws InvariantError when its request is not known
 */
export function withPayment(
  cycle: WithdrawalCycleRow,
  {assetsPaid, meta}: EventOf<'UnstakeFilled'>,
  request: UnstakeRequestRow | undefined,
): WithdrawalCycleRow {
  if (request === undefined) throw new InvariantError('A payment has no request.', {record: meta.record});
  return {
    ...cycle,
    fillCount: cycle.fillCount + 1,
    paidAssets: cycle.paidAssets + assetsPaid,
    paidSeconds: cycle.paidSeconds + assetsPaid * BigInt(meta.at - request.requestedAt),
  };
}

/** A cycle before anything is known of it; cycle 0 needs no opening. */
export function emptyCycle(id: string, cycleId: bigint, {chainId, address, height, at}: EventMeta): WithdrawalCycleRow {
  const isOutside = cycleId === 0n;
  return {
    id,
    chainId,
    vault: contractRowId(chainId, address),
    cycleId,
    status: isOutside ? 'OUTSIDE' : 'OPENED',
    policy: null,
    openedAt: null,
    opensAt: null,
    cutoffAt: null,
    settlesAt: null,
    settledAt: null,
    settledHeight: null,
    settledRecord: null,
    unstakingNav: null,
    requestCount: 0,
    requestedAssets: 0n,
    fillCount: 0,
    paidAssets: 0n,
    paidSeconds: 0n,
    openingAssets: isOutside ? 0n : null,
    newAssets: isOutside ? 0n : null,
    filledAssets: isOutside ? 0n : null,
    filledBetweenAssets: isOutside ? 0n : null,
    cancelledAssets: isOutside ? 0n : null,
    rolledAssets: isOutside ? 0n : null,
    openAssets: isOutside ? 0n : null,
    residual: isOutside ? 0n : null,
    dueAssets: null,
    liquidAssets: null,
    cumulativeDeposited: null,
    cumulativeReturned: null,
    cumulativeRevenue: null,
    cumulativeDeployed: null,
    cumulativePaidOut: null,
    updatedHeight: height,
    updatedAt: at,
  };
}
