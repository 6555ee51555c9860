import type {EventOf} from './event';
import {contractRowId, factId} from './ids';
import type {VaultBookRow} from './vaultBook';

/** A change of either NAV of a vault (AID per share, WAD): both hold from `at` until the next row of the vault. */
export interface NavPriceRow {
  readonly id: string;
  readonly chainId: number;
  readonly vault: string;
  readonly stakingNav: bigint | null;
  readonly unstakingNav: bigint | null;
  readonly totalShares: bigint;
  readonly provenance: 'EVENT' | 'BLOCK_READ';
  readonly effectiveHeight: number;
  readonly at: number;
  readonly height: number;
  readonly txHash: string | null;
  readonly record: string;
}

/** The change an event made, if it made one; `book` is the vault's book after the event. */
export function priceFact(
  event: EventOf<'NavMarked' | 'NavObserved'>,
  book: VaultBookRow | undefined,
): NavPriceRow | undefined {
  const {meta, stakingNav, unstakingNav} = event;
  if (book?.priceRecord !== meta.record) return undefined;
  const isEvent = event.type === 'NavMarked';
  return {
    id: factId(meta.record, meta.part),
    chainId: meta.chainId,
    vault: contractRowId(meta.chainId, meta.address),
    stakingNav,
    unstakingNav,
    totalShares: book.totalShares,
    provenance: isEvent ? 'EVENT' : 'BLOCK_READ',
    effectiveHeight: isEvent ? meta.height : event.effectiveHeight,
    at: isEvent ? meta.at : event.effectiveAt,
    height: meta.height,
    txHash: isEvent ? meta.txHash : null,
    record: meta.record,
  };
}
