import {InvariantError} from './errors';
import type {EventOf} from './event';
import {contractRowId, factId} from './ids';
import {requestKey, type UnstakeRequestRow} from './unstakeRequest';

/** One payment to a request, in AID wei, with what it still lacks after it; cycle 0 outside of settlements. */
export interface UnstakeFillRow {
  readonly id: string;
  readonly chainId: number;
  readonly vault: string;
  readonly request: string;
  readonly requestId: bigint;
  readonly owner: string;
  readonly cycleId: bigint;
  readonly assetsPaid: bigint;
  readonly assetsRemaining: bigint;
  /** Since the request */
  readonly waitedSeconds: number;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

/**
 * @param request as it is after the payment
 * @throws InvariantError when it is not known
 */
export function fillFact(event: EventOf<'UnstakeFilled'>, request: UnstakeRequestRow | undefined): UnstakeFillRow {
  const {meta} = event;
  if (request === undefined) throw new InvariantError('A payment has no request.', {record: meta.record});
  return {
    id: factId(meta.record, meta.part),
    chainId: meta.chainId,
    vault: contractRowId(meta.chainId, meta.address),
    request: requestKey(event),
    requestId: event.requestId,
    owner: event.owner,
    cycleId: event.cycleId,
    assetsPaid: event.assetsPaid,
    assetsRemaining: event.assetsRemaining,
    waitedSeconds: meta.at - request.requestedAt,
    height: meta.height,
    at: meta.at,
    txHash: meta.txHash,
    record: meta.record,
  };
}
