import type {EventMeta} from './event';
import {contractRowId} from './ids';

/** The sAID vault: book, NAVs as the contract answers them (AID per share, WAD), and what passed through it in AID. */
export interface StakingVaultRow {
  readonly id: string;
  readonly chainId: number;
  readonly address: string;
  readonly totalShares: bigint;
  readonly totalAssets: bigint | null;
  readonly stakingNav: bigint | null;
  readonly unstakingNav: bigint | null;
  readonly unrealizedLoss: bigint | null;
  readonly navHeight: number | null;
  readonly navAt: number | null;
  readonly expectedAssets: bigint | null;
  readonly cumulativeStaked: bigint;
  readonly cumulativeUnstaked: bigint;
  readonly cumulativePaid: bigint;
  readonly pendingAssets: bigint;
  readonly pendingRequests: number;
  readonly cumulativeDeployed: bigint;
  readonly cumulativePrincipalReturned: bigint;
  readonly cumulativeIncomeReturned: bigint;
  readonly cumulativeRealizedLoss: bigint;
  readonly epoch: bigint | null;
  readonly markCount: number;
  readonly lastMarkAt: number | null;
  readonly lastMarkStakingNav: bigint | null;
  readonly lastMarkUnstakingNav: bigint | null;
  readonly lastMarkRecord: string | null;
  readonly markedHeight: number | null;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

/** A vault before its first event. */
export function emptyVault({meta}: {readonly meta: EventMeta}): StakingVaultRow {
  return {
    id: contractRowId(meta.chainId, meta.address),
    chainId: meta.chainId,
    address: meta.address,
    totalShares: 0n,
    totalAssets: null,
    stakingNav: null,
    unstakingNav: null,
    unrealizedLoss: null,
    navHeight: null,
    navAt: null,
    expectedAssets: null,
    cumulativeStaked: 0n,
    cumulativeUnstaked: 0n,
    cumulativePaid: 0n,
    pendingAssets: 0n,
    pendingRequests: 0,
    cumulativeDeployed: 0n,
    cumulativePrincipalReturned: 0n,
    cumulativeIncomeReturned: 0n,
    cumulativeRealizedLoss: 0n,
    epoch: null,
    markCount: 0,
    lastMarkAt: null,
    lastMarkStakingNav: null,
    lastMarkUnstakingNav: null,
    lastMarkRecord: null,
    markedHeight: null,
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}
