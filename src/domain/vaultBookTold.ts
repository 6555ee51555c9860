import type {EventOf} from './event';
import type {VaultBookRow} from './vaultBookRow';

type Told = EventOf<'NavMarked' | 'NavObserved'>;

/** The book after the vault told its totalAssets and NAVs, by an event of its own or because it was asked. */
export function told(book: VaultBookRow, event: Told): VaultBookRow {
  const priced = withPrice(book, event);
  const {totalAssets} = event;
  const moved = totalAssets === null ? priced : withAssets(priced, event, totalAssets);
  return event.type === 'NavMarked' ? moved : read(moved, event);
}

function withPrice(book: VaultBookRow, {stakingNav, unstakingNav, meta}: Told): VaultBookRow {
  if (book.stakingNav === stakingNav && book.unstakingNav === unstakingNav) return book;
  return {...book, stakingNav, unstakingNav, priceRecord: meta.record};
}

/**
 * A change by exactly the losses realised since is theirs. Any other is a mark of the whole book, which takes in all that
 * waited; so is a change of the accrued income that the book does not show, where nothing else has marked it since.
 */
function withAssets(book: VaultBookRow, event: Told, totalAssets: bigint): VaultBookRow {
  const change = totalAssets - book.bookAssets;
  const isFull = change !== -book.untoldLoss || isMarkedUnseen(book, event);
  const absorbed = isFull ? book.waitingAssets : -book.untoldLoss;
  const isMarked = change !== 0n || absorbed !== 0n;
  const kind = isFull ? 'MARK' : 'LOSS_MARK';
  return {
    ...book,
    bookAssets: totalAssets,
    waitingAssets: book.waitingAssets - absorbed,
    untoldLoss: 0n,
    markedSinceReading: isFull ? 'FULL' : event.type === 'NavMarked' ? atLeastLoss(book) : book.markedSinceReading,
    ...(isMarked
      ? {lastChange: change, lastAbsorbed: absorbed, lastKind: kind, lastChangeRecord: event.meta.record}
      : {}),
  };
}

const atLeastLoss = ({markedSinceReading}: VaultBookRow): 'LOSS' | 'FULL' =>
  markedSinceReading === 'FULL' ? 'FULL' : 'LOSS';

const isMarkedUnseen = ({accruedIncome, markedSinceReading}: VaultBookRow, event: Told): boolean =>
  event.type === 'NavObserved' &&
  markedSinceReading !== 'FULL' &&
  accruedIncome !== null &&
  event.accruedIncome !== null &&
  accruedIncome !== event.accruedIncome;

/** A reading closes what was marked since the one before: the identity can be checked with what it says. */
function read(book: VaultBookRow, {accruedIncome, meta}: EventOf<'NavObserved'>): VaultBookRow {
  const isMarked = book.markedSinceReading !== 'NONE' || book.lastChangeRecord === meta.record;
  return {
    ...book,
    accruedIncome,
    markedSinceReading: 'NONE',
    reconciledRecord: isMarked ? meta.record : book.reconciledRecord,
  };
}
