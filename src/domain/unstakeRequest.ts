import {InvariantError} from './errors';
import type {EventOf} from './event';
import {contractRowId, requestRowId} from './ids';

/** One request to unstake; the AID amount is fixed when it is made and paid in one or several fills. */
export interface UnstakeRequestRow {
  readonly id: string;
  readonly chainId: number;
  readonly vault: string;
  readonly requestId: bigint;
  readonly owner: string;
  readonly cycleId: bigint;
  readonly shares: bigint;
  readonly assetsQuoted: bigint;
  readonly unstakingNav: bigint;
  readonly assetsPaid: bigint;
  readonly assetsRemaining: bigint;
  readonly status: 'PENDING' | 'PARTIALLY_FILLED' | 'SETTLED';
  readonly fillCount: number;
  readonly requestedAt: number;
  readonly requestedHeight: number;
  readonly requestedRecord: string;
  readonly settledAt: number | null;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export type RequestEvent = EventOf<'UnstakeRequested' | 'UnstakeFilled'>;

export const requestKey = (event: RequestEvent): string =>
  requestRowId(contractRowId(event.meta.chainId, event.meta.address), event.requestId);

/**
 * @throws InvariantError when a fill has no request, or leaves another remainder than quoted - paid
 */
export function evolveRequest(row: UnstakeRequestRow | undefined, event: RequestEvent): UnstakeRequestRow {
  if (event.type === 'UnstakeRequested') return requested(event);
  const assetsPaid = (row?.assetsPaid ?? 0n) + event.assetsPaid;
  if (row === undefined || row.assetsQuoted - assetsPaid !== event.assetsRemaining) {
    throw new InvariantError('A fill does not fit its unstake request: requested is not paid plus remaining.', {
      request: requestKey(event),
      quoted: row?.assetsQuoted,
      paid: assetsPaid,
      remaining: event.assetsRemaining,
      record: event.meta.record,
    });
  }
  const settled = event.assetsRemaining === 0n;
  return {
    ...row,
    assetsPaid,
    assetsRemaining: event.assetsRemaining,
    status: settled ? 'SETTLED' : 'PARTIALLY_FILLED',
    fillCount: row.fillCount + 1,
    settledAt: settled ? event.meta.at : null,
    updatedHeight: event.meta.height,
    updatedAt: event.meta.at,
  };
}

function requested(event: EventOf<'UnstakeRequested'>): UnstakeRequestRow {
  const {meta} = event;
  return {
    id: requestKey(event),
    chainId: meta.chainId,
    vault: contractRowId(meta.chainId, meta.address),
    requestId: event.requestId,
    owner: event.owner,
    cycleId: event.cycleId,
    shares: event.shares,
    assetsQuoted: event.assetsQuoted,
    unstakingNav: event.unstakingNav,
    assetsPaid: 0n,
    assetsRemaining: event.assetsQuoted,
    status: 'PENDING',
    fillCount: 0,
    requestedAt: meta.at,
    requestedHeight: meta.height,
    requestedRecord: meta.record,
    settledAt: null,
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}
