import {InvariantError} from './errors';
import type {EventOf} from './event';
import {assetRowId} from './ids';
import {newAsset} from './computeAssetRow';
import type {ComputeAssetRow} from './computeAssetRow';
import {assertTransition} from './lifecycle';

export type {AssetClass, AssetStatus, DealType} from './lifecycle';
export type {ComputeAssetRow} from './computeAssetRow';

export const ASSET_EVENTS = [
  'AssetRegistered',
  'AssetStatusChanged',
  'AssetValued',
  'LossRecognized',
  'LossRealized',
  'CapitalDeployed',
  'CapitalReturned',
  'RevenueDistributed',
  'PaymentMissed',
  'ReserveFundDrawn',
] as const;

export type AssetEvent = EventOf<(typeof ASSET_EVENTS)[number]>;

export const assetKey = (event: {readonly assetId: string; readonly meta: {readonly chainId: number}}): string =>
  assetRowId(event.meta.chainId, event.assetId);

/**
 * An id that was never registered (the T-bill income of the distributor, for one) is no compute asset: no row.
 * @throws InvariantError on an illegal transition, or when more comes back than was drawn
 */
export function evolveAsset(row: ComputeAssetRow | undefined, event: AssetEvent): ComputeAssetRow | undefined {
  if (event.type === 'AssetRegistered') return newAsset(event, assetKey(event));
  if (row === undefined) return undefined;
  return {...row, ...changes(row, event), updatedHeight: event.meta.height, updatedAt: event.meta.at};
}

function changes(
  row: ComputeAssetRow,
  event: Exclude<AssetEvent, {type: 'AssetRegistered'}>,
): Partial<ComputeAssetRow> {
  switch (event.type) {
    case 'AssetStatusChanged':
      assertTransition(row, event);
      return {status: event.newStatus};
    case 'AssetValued':
      return {collateralValue: event.collateralValue, utilizationBps: event.utilizationBps, valuedAt: event.asOf};
    case 'LossRecognized':
      return {unrealizedLoss: event.newLoss};
    case 'LossRealized':
      return {
        ...outstanding(row, event.meta.record, {realizedLoss: row.realizedLoss + event.amount}),
        unrealizedLoss: row.unrealizedLoss - min(event.amount, row.unrealizedLoss),
        status: row.status === 'DEFAULTED' ? 'WRITTEN_OFF' : row.status,
      };
    case 'CapitalDeployed':
      return outstanding(row, event.meta.record, {drawn: row.drawn + event.amount});
    case 'CapitalReturned':
      return {
        ...outstanding(row, event.meta.record, {repaid: row.repaid + event.principal}),
        cumulativeIncome: row.cumulativeIncome + event.income,
      };
    case 'RevenueDistributed':
      return {
        cumulativeGross: row.cumulativeGross + event.gross,
        cumulativePassThrough: row.cumulativePassThrough + event.passThrough,
        cumulativeProtocolFee: row.cumulativeProtocolFee + event.protocolFee,
        cumulativePerformanceFee: row.cumulativePerformanceFee + event.performanceFee,
        cumulativeReserveContribution: row.cumulativeReserveContribution + event.reserveContribution,
        cumulativeNetToVault: row.cumulativeNetToVault + event.netToVault,
        cumulativePaidToHolders: row.cumulativePaidToHolders + event.paidToHolders,
        cumulativeDust: row.cumulativeDust + event.dust,
        distributionCount: row.distributionCount + 1,
        lastDistributedAt: event.meta.at,
      };
    case 'PaymentMissed':
      return {missedCount: row.missedCount + 1, lastMissedDueAt: event.dueAt};
    case 'ReserveFundDrawn':
      return {cumulativeReserveDrawn: row.cumulativeReserveDrawn + event.amount};
  }
}

function outstanding(
  row: ComputeAssetRow,
  record: string,
  next: Partial<Pick<ComputeAssetRow, 'drawn' | 'repaid' | 'realizedLoss'>>,
): Partial<ComputeAssetRow> {
  const {drawn, repaid, realizedLoss} = {...row, ...next};
  const left = drawn - repaid - realizedLoss;
  if (left < 0n) {
    throw new InvariantError('More of an asset is repaid or written off than was drawn.', {
      asset: row.id,
      drawn,
      repaid,
      realizedLoss,
      record,
    });
  }
  return {drawn, repaid, realizedLoss, outstanding: left};
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
