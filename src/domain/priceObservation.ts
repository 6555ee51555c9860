import type {EventOf} from './event';
import {contractRowId, factId} from './ids';

/** One answer of a price feed. */
export interface PriceObservationRow {
  readonly id: string;
  readonly chainId: number;
  /** AID or SAID */
  readonly token: string;
  /** Id of the feed */
  readonly source: string;
  readonly roundId: bigint;
  /** USD WAD per token */
  readonly priceUsd: bigint;
  readonly pricedAt: number;
  readonly at: number;
  readonly height: number;
  readonly txHash: string;
  readonly record: string;
}

export function priceFact({meta, of, roundId, priceUsd, pricedAt}: EventOf<'PriceAnswered'>): PriceObservationRow {
  return {
    id: factId(meta.record, meta.part),
    chainId: meta.chainId,
    token: of,
    source: contractRowId(meta.chainId, meta.address),
    roundId,
    priceUsd,
    pricedAt,
    at: meta.at,
    height: meta.height,
    txHash: meta.txHash,
    record: meta.record,
  };
}
