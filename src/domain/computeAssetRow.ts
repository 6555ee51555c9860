import type {EventOf} from './event';
import type {AssetClass, AssetStatus, DealType} from './lifecycle';

/** A financed deal. Amounts in AID, lifetime sums since registration; collateral in USD WAD, attested. */
export interface ComputeAssetRow {
  readonly id: string;
  readonly chainId: number;
  readonly assetId: string;
  readonly token: string;
  readonly spId: string;
  readonly assetClass: AssetClass;
  readonly dealType: DealType;
  readonly status: AssetStatus;
  readonly principal: bigint;
  readonly aprBps: number;
  readonly startAt: number;
  readonly maturityAt: number | null;
  readonly metadataUri: string;
  readonly drawn: bigint;
  readonly repaid: bigint;
  readonly realizedLoss: bigint;
  readonly outstanding: bigint;
  readonly unrealizedLoss: bigint;
  readonly collateralValue: bigint | null;
  readonly utilizationBps: number | null;
  readonly valuedAt: number | null;
  readonly cumulativeGross: bigint;
  readonly cumulativePassThrough: bigint;
  readonly cumulativeProtocolFee: bigint;
  readonly cumulativePerformanceFee: bigint;
  readonly cumulativeReserveContribution: bigint;
  readonly cumulativeNetToVault: bigint;
  readonly cumulativePaidToHolders: bigint;
  readonly cumulativeDust: bigint;
  readonly cumulativeReserveDrawn: bigint;
  readonly cumulativeIncome: bigint;
  readonly distributionCount: number;
  readonly missedCount: number;
  readonly lastMissedDueAt: number | null;
  readonly lastDistributedAt: number | null;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export function newAsset(event: EventOf<'AssetRegistered'>, id: string): ComputeAssetRow {
  const {meta, type: _type, ...terms} = event;
  return {
    id,
    chainId: meta.chainId,
    ...terms,
    status: 'PENDING',
    drawn: 0n,
    repaid: 0n,
    realizedLoss: 0n,
    outstanding: 0n,
    unrealizedLoss: 0n,
    collateralValue: null,
    utilizationBps: null,
    valuedAt: null,
    cumulativeGross: 0n,
    cumulativePassThrough: 0n,
    cumulativeProtocolFee: 0n,
    cumulativePerformanceFee: 0n,
    cumulativeReserveContribution: 0n,
    cumulativeNetToVault: 0n,
    cumulativePaidToHolders: 0n,
    cumulativeDust: 0n,
    cumulativeReserveDrawn: 0n,
    cumulativeIncome: 0n,
    distributionCount: 0,
    missedCount: 0,
    lastMissedDueAt: null,
    lastDistributedAt: null,
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}
