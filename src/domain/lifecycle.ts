import {InvariantError} from './errors';
import type {EventOf} from './event';

export const ASSET_CLASSES = ['GPU', 'ROBOTICS', 'DATA_CENTER'] as const;
export type AssetClass = (typeof ASSET_CLASSES)[number];

export const DEAL_TYPES = ['DEBT', 'EQUITY', 'HYBRID'] as const;
export type DealType = (typeof DEAL_TYPES)[number];

/** The registry's status codes 0 to 5, in our words (domain.md 7.6): Delinquent is LATE, Matured is REPAID. */
export const REGISTRY_STATUSES = ['PENDING', 'ACTIVE', 'LATE', 'DEFAULTED', 'REPAID', 'LIQUIDATED'] as const;
export type AssetStatus = (typeof REGISTRY_STATUSES)[number] | 'WRITTEN_OFF';

const LEGAL: Readonly<Record<AssetStatus, readonly AssetStatus[]>> = {
  PENDING: ['ACTIVE'],
  ACTIVE: ['LATE', 'REPAID'],
  LATE: ['ACTIVE', 'DEFAULTED', 'REPAID'],
  DEFAULTED: ['LIQUIDATED', 'REPAID'],
  REPAID: [],
  LIQUIDATED: [],
  WRITTEN_OFF: ['LIQUIDATED', 'REPAID'],
};

/**
 * A written-off asset keeps the registry's status DEFAULTED, so a change that leaves DEFAULTED may meet WRITTEN_OFF.
 * @throws InvariantError when the registry leaves another status than the asset has, or makes an illegal step
 */
export function assertTransition(asset: {id: string; status: AssetStatus}, event: EventOf<'AssetStatusChanged'>): void {
  const writtenOff = asset.status === 'WRITTEN_OFF' && event.oldStatus === 'DEFAULTED';
  if ((asset.status === event.oldStatus || writtenOff) && LEGAL[asset.status].includes(event.newStatus)) return;
  throw new InvariantError('An asset makes a step its lifecycle does not allow.', {
    asset: asset.id,
    status: asset.status,
    from: event.oldStatus,
    to: event.newStatus,
    record: event.meta.record,
  });
}
