import {assetKey} from './computeAsset';
import type {EventOf} from './event';
import {factId} from './ids';

/** One distribution: gross and its seven legs, in AID. `residual` is gross less the legs: 0, or a broken identity. */
export interface RevenueDistributionRow {
  readonly id: string;
  readonly chainId: number;
  readonly asset: string;
  readonly epoch: bigint;
  readonly gross: bigint;
  readonly passThrough: bigint;
  readonly protocolFee: bigint;
  readonly performanceFee: bigint;
  readonly reserveContribution: bigint;
  readonly netToVault: bigint;
  readonly paidToHolders: bigint;
  readonly dust: bigint;
  readonly residual: bigint;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

export interface RevenuePayoutRow {
  readonly id: string;
  readonly chainId: number;
  readonly asset: string;
  readonly epoch: bigint;
  readonly holder: string;
  readonly amount: bigint;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

/** The waterfall of domain.md 7.8; the identity gross = sum of the legs is kept as a residual, never forced. */
export function distributionFact(event: EventOf<'RevenueDistributed'>): RevenueDistributionRow {
  const {passThrough, protocolFee, performanceFee, reserveContribution, netToVault, paidToHolders, dust} = event;
  const legs = [passThrough, protocolFee, performanceFee, reserveContribution, netToVault, paidToHolders, dust];
  return {
    ...place(event),
    epoch: event.epoch,
    gross: event.gross,
    passThrough,
    protocolFee,
    performanceFee,
    reserveContribution,
    netToVault,
    paidToHolders,
    dust,
    residual: legs.reduce((left, leg) => left - leg, event.gross),
  };
}

export function payoutFact(event: EventOf<'RevenuePaid'>): RevenuePayoutRow {
  return {...place(event), epoch: event.epoch, holder: event.holder, amount: event.amount};
}

function place(event: EventOf<'RevenueDistributed' | 'RevenuePaid'>) {
  const {meta} = event;
  return {
    id: factId(meta.record, meta.part),
    chainId: meta.chainId,
    asset: assetKey(event),
    height: meta.height,
    at: meta.at,
    txHash: meta.txHash,
    record: meta.record,
  };
}
