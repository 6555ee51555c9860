import type {EventOf} from './event';
import {contractRowId, factId} from './ids';
import type {StakingVaultRow} from './stakingVault';

/** A mark of the NAV: AID per share, WAD, at the block where the price changed. */
export interface NavMarkRow {
  readonly id: string;
  readonly chainId: number;
  readonly vault: string;
  readonly ordinal: number;
  readonly kind: 'NAV_UPDATED' | 'OBSERVED';
  readonly provenance: 'EVENT' | 'BLOCK_READ';
  readonly epoch: bigint | null;
  readonly totalAssets: bigint;
  readonly totalShares: bigint;
  readonly unrealizedLoss: bigint | null;
  readonly stakingNav: bigint;
  readonly unstakingNav: bigint | null;
  readonly effectiveHeight: number;
  readonly at: number;
  readonly height: number;
  readonly txHash: string | null;
  readonly record: string;
}

const STEP_INVERSE = 10_000_000n;

/** A change of the price of at least 1e-7 of what the flows explain (metrics.md 3.6). */
export function isStep(expected: bigint, observed: bigint): boolean {
  const change = observed > expected ? observed - expected : expected - observed;
  return change * STEP_INVERSE >= expected && change > 0n;
}

/**
 * The mark an event made, if it made one; `vault` is the vault after the event.
 */
export function markFact(
  event: EventOf<'NavMarked' | 'NavObserved'>,
  vault: StakingVaultRow | undefined,
): NavMarkRow | undefined {
  if (vault?.lastMarkRecord !== event.meta.record) return undefined;
  const {totalAssets, stakingNav} = event;
  if (totalAssets === null || stakingNav === null) return undefined;
  const explicit = event.type === 'NavMarked';
  return {
    id: factId(event.meta.record, event.meta.part),
    chainId: event.meta.chainId,
    vault: contractRowId(event.meta.chainId, event.meta.address),
    ordinal: vault.markCount,
    kind: explicit ? 'NAV_UPDATED' : 'OBSERVED',
    provenance: explicit ? 'EVENT' : 'BLOCK_READ',
    epoch: explicit ? event.epoch : null,
    totalAssets,
    totalShares: event.totalShares ?? vault.totalShares,
    unrealizedLoss: vault.unrealizedLoss,
    stakingNav,
    unstakingNav: event.unstakingNav,
    effectiveHeight: explicit ? event.meta.height : event.effectiveHeight,
    at: explicit ? event.meta.at : event.effectiveAt,
    height: event.meta.height,
    txHash: explicit ? event.meta.txHash : null,
    record: event.meta.record,
  };
}
