import type {EventOf} from './event';
import {bridgeLegId} from './ids';

/**
 * One end of a bridge message; the two ends are rows of two chains, joined by `guid`. Amounts in AID wei.
 */
export interface BridgeTransferRow {
  readonly id: string;
  readonly chainId: number;
  /** SENT: burned here. RECEIVED: minted here */
  readonly direction: 'SENT' | 'RECEIVED';
  readonly guid: string;
  /** The bridge's own number of the other chain */
  readonly eid: number;
  readonly account: string;
  /** Minted where it arrives; what a sender pays on top of it is burned for good */
  readonly amount: bigint;
  /** Burned here; null for a message received */
  readonly burned: bigint | null;
  readonly bridge: string;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

type BridgeEvent = EventOf<'BridgeSent' | 'BridgeReceived'>;

const directionOf = (event: BridgeEvent): BridgeTransferRow['direction'] =>
  event.type === 'BridgeSent' ? 'SENT' : 'RECEIVED';

/** A message leaves a chain once and arrives on one once. */
export const bridgeLegKey = (event: BridgeEvent): string =>
  bridgeLegId(event.meta.chainId, directionOf(event), event.guid);

export function bridgeLegFact(event: BridgeEvent): BridgeTransferRow {
  const {chainId, address: bridge, height, at, txHash, record} = event.meta;
  const isSent = event.type === 'BridgeSent';
  return {
    id: bridgeLegKey(event),
    chainId,
    direction: directionOf(event),
    guid: event.guid,
    eid: isSent ? event.dstEid : event.srcEid,
    account: isSent ? event.from : event.to,
    amount: isSent ? event.amountReceived : event.amount,
    burned: isSent ? event.amountSent : null,
    bridge,
    height,
    at,
    txHash,
    record,
  };
}
