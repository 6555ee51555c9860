import type {EventMeta} from './event';

/** The terms of the identity behind a vault's totalAssets, in AID wei, and what the vault last told of it. */
export interface VaultBookRow {
  readonly id: string;
  readonly chainId: number;
  /** AID the vault holds */
  readonly heldAssets: bigint;
  /** AID owed to open unstake requests */
  readonly owedAssets: bigint;
  /** Principal drawn, neither repaid nor written off */
  readonly outstandingAssets: bigint;
  /** Income earned and not received, as last read; null where the vault does not say */
  readonly accruedIncome: bigint | null;
  /** totalAssets as last told, moved by the flows since */
  readonly bookAssets: bigint;
  /** What came since the last mark of the whole book, less what was written off: the next one takes it in */
  readonly waitingAssets: bigint;
  /** Losses realised, less their cover, that the book has not been told to show */
  readonly untoldLoss: bigint;
  readonly totalShares: bigint;
  /** What has been marked since the last reading: NONE, LOSS (losses alone moved the book) or FULL */
  readonly markedSinceReading: 'NONE' | 'LOSS' | 'FULL';
  /** The last move of the book that no flow explains: by how much, what of it had waited, and the record that told it */
  readonly lastChange: bigint | null;
  readonly lastAbsorbed: bigint | null;
  readonly lastKind: 'LOSS_MARK' | 'MARK' | null;
  readonly lastChangeRecord: string | null;
  /** The last reading after a mark: what the identity is checked with */
  readonly reconciledRecord: string | null;
  /** Both NAVs as last told (AID per share, WAD), and the record that changed either */
  readonly stakingNav: bigint | null;
  readonly unstakingNav: bigint | null;
  readonly priceRecord: string | null;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

/** The book of a vault before its first event: empty, which is what a new vault's is. */
export function emptyBook(id: string, meta: EventMeta): VaultBookRow {
  return {
    id,
    chainId: meta.chainId,
    heldAssets: 0n,
    owedAssets: 0n,
    outstandingAssets: 0n,
    accruedIncome: null,
    bookAssets: 0n,
    waitingAssets: 0n,
    untoldLoss: 0n,
    totalShares: 0n,
    markedSinceReading: 'NONE',
    lastChange: null,
    lastAbsorbed: null,
    lastKind: null,
    lastChangeRecord: null,
    reconciledRecord: null,
    stakingNav: null,
    unstakingNav: null,
    priceRecord: null,
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}
