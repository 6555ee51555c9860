import type {EventOf} from './event';
import {contractRowId, factId} from './ids';

/** A payment in AID that names what it pays for; the transfer itself is a fact of its own. */
export interface PaymentReferenceRow {
  readonly id: string;
  readonly chainId: number;
  readonly token: string;
  readonly from: string;
  readonly to: string;
  readonly reference: string;
  readonly amount: bigint;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

export function referenceFact({meta, from, to, reference, amount}: EventOf<'PaymentReferenced'>): PaymentReferenceRow {
  return {
    id: factId(meta.record, meta.part),
    chainId: meta.chainId,
    token: contractRowId(meta.chainId, meta.address),
    from,
    to,
    reference,
    amount,
    height: meta.height,
    at: meta.at,
    txHash: meta.txHash,
    record: meta.record,
  };
}
