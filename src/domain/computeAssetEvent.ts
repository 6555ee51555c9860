import {assetKey} from './computeAsset';
import type {EventOf} from './event';
import {factId} from './ids';

/** Something that happened to an asset, as a line of its history. */
export interface ComputeAssetEventRow {
  readonly id: string;
  readonly chainId: number;
  readonly asset: string;
  readonly type: string;
  readonly statusBefore: string | null;
  readonly statusAfter: string | null;
  readonly amount: bigint | null;
  readonly detail: string | null;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

export const HISTORY_EVENTS = [
  'AssetRegistered',
  'AssetStatusChanged',
  'AssetAttested',
  'AssetValued',
  'LossRecognized',
  'LossRealized',
  'CapitalDeployed',
  'CapitalReturned',
  'RevenueReceived',
  'PaymentMissed',
  'ReserveFundDrawn',
] as const;

export type HistoryEvent = EventOf<(typeof HISTORY_EVENTS)[number]>;

type Line = Partial<Pick<ComputeAssetEventRow, 'statusBefore' | 'statusAfter' | 'amount' | 'detail'>>;

export function historyFact(event: HistoryEvent): ComputeAssetEventRow {
  const {meta} = event;
  return {
    id: factId(meta.record, meta.part),
    chainId: meta.chainId,
    asset: assetKey(event),
    type: event.type,
    statusBefore: null,
    statusAfter: null,
    amount: null,
    detail: null,
    ...line(event),
    height: meta.height,
    at: meta.at,
    txHash: meta.txHash,
    record: meta.record,
  };
}

function line(event: HistoryEvent): Line {
  switch (event.type) {
    case 'AssetRegistered':
      return {statusAfter: 'PENDING', amount: event.principal, detail: event.metadataUri};
    case 'AssetStatusChanged':
      return {statusBefore: event.oldStatus, statusAfter: event.newStatus};
    case 'AssetAttested':
      return {detail: `${event.kind} ${event.uri}`};
    case 'AssetValued':
      return {amount: event.collateralValue, detail: 'collateral value'};
    case 'LossRecognized':
      return {amount: event.newLoss, detail: `was ${event.oldLoss}`};
    case 'LossRealized':
      return {amount: event.amount, detail: `covered by reserve ${event.coveredByReserve}`};
    case 'CapitalDeployed':
      return {amount: event.amount, detail: event.destination};
    case 'CapitalReturned':
      return {amount: event.principal, detail: `income ${event.income}`};
    case 'RevenueReceived':
      return {amount: event.amount, detail: event.kind};
    case 'PaymentMissed':
      return {amount: event.amountDue};
    case 'ReserveFundDrawn':
      return {amount: event.amount, detail: event.to};
  }
}
