import type {EventOf} from './event';
import {contractRowId, factId} from './ids';
import type {VaultBookRow} from './vaultBook';

/** The identity of a vault's book (domain.md 5b), checked at a reading after a mark; AID wei. */
export interface NavReconciliationRow {
  readonly id: string;
  readonly chainId: number;
  readonly vault: string;
  readonly totalAssets: bigint;
  readonly held: bigint;
  readonly owed: bigint;
  readonly outstanding: bigint;
  /** Null where the vault does not say */
  readonly accrued: bigint | null;
  readonly waiting: bigint;
  /** totalAssets less what the identity says; null where the accrued income is not known */
  readonly residual: bigint | null;
  readonly totalShares: bigint;
  readonly effectiveHeight: number;
  readonly at: number;
  readonly height: number;
  readonly record: string;
}

/**
 * totalAssets = held - owed + outstanding + accrued - waiting, and what is left over, never forced to 0.
 * @param book the vault's book after the event
 */
export function reconciliationFact(
  event: EventOf<'NavObserved'>,
  book: VaultBookRow | undefined,
): NavReconciliationRow | undefined {
  const {meta, totalAssets, accruedIncome} = event;
  if (book?.reconciledRecord !== meta.record || totalAssets === null) return undefined;
  const {heldAssets: held, owedAssets: owed, outstandingAssets: outstanding, waitingAssets: waiting} = book;
  const known = held - owed + outstanding - waiting;
  return {
    id: factId(meta.record, meta.part),
    chainId: meta.chainId,
    vault: contractRowId(meta.chainId, meta.address),
    totalAssets,
    held,
    owed,
    outstanding,
    accrued: accruedIncome,
    waiting,
    residual: accruedIncome === null ? null : totalAssets - known - accruedIncome,
    totalShares: book.totalShares,
    effectiveHeight: event.effectiveHeight,
    at: event.effectiveAt,
    height: meta.height,
    record: meta.record,
  };
}
