import type {EventOf} from './event';
import {contractRowId, ZERO_ADDRESS} from './ids';
import {emptyBook, type VaultBookRow} from './vaultBookRow';
import {told} from './vaultBookTold';

export type {VaultBookRow};

export const BOOK_EVENTS = [
  'TokenTransferred',
  'Staked',
  'Withdrawn',
  'UnstakeRequested',
  'UnstakeFilled',
  'CapitalDeployed',
  'CapitalReturned',
  'LossRealized',
  'NavMarked',
  'NavObserved',
] as const;

export type BookEvent = EventOf<(typeof BOOK_EVENTS)[number]>;

/** The vaults of an event: of a transfer those whose shares or whose AID move. */
export function bookKeys(event: BookEvent): string[] {
  const {chainId, address, role} = event.meta;
  if (event.type !== 'TokenTransferred' || role === 'said') return [contractRowId(chainId, address)];
  if (role !== 'aid') return [];
  const vaults = [event.fromRole === 'said' ? event.from : null, event.toRole === 'said' ? event.to : null];
  return [...new Set(vaults.filter((vault) => vault !== null).map((vault) => contractRowId(chainId, vault)))];
}

/**
 * The identity behind totalAssets (domain.md 5b): AID held - owed to open requests + outstanding principal + accrued
 * income - what waits for the mark. Every term follows from events alone, but for the accrued income, which is read.
 */
export function evolveBook(row: VaultBookRow | undefined, event: BookEvent, id: string): VaultBookRow {
  const book = {
    ...(row ?? emptyBook(id, event.meta)),
    updatedHeight: event.meta.height,
    updatedAt: event.meta.at,
  };
  switch (event.type) {
    case 'TokenTransferred':
      return event.meta.role === 'said' ? sharesMoved(book, event) : aidMoved(book, event);
    case 'Staked':
      return explained({...book, bookAssets: book.bookAssets + event.assets}, event.assets);
    case 'Withdrawn':
      return explained({...book, bookAssets: book.bookAssets - event.assets}, -event.assets);
    case 'UnstakeRequested':
      return {
        ...book,
        owedAssets: book.owedAssets + event.assetsQuoted,
        bookAssets: book.bookAssets - event.assetsQuoted,
      };
    case 'UnstakeFilled':
      return explained({...book, owedAssets: book.owedAssets - event.assetsPaid}, -event.assetsPaid);
    case 'CapitalDeployed':
      return explained({...book, outstandingAssets: book.outstandingAssets + event.amount}, -event.amount);
    case 'CapitalReturned':
      return explained({...book, outstandingAssets: book.outstandingAssets - event.principal}, event.principal);
    case 'LossRealized':
      return {
        ...book,
        outstandingAssets: book.outstandingAssets - event.amount,
        waitingAssets: book.waitingAssets - event.amount,
        untoldLoss: book.untoldLoss + event.amount - event.coveredByReserve,
      };
    case 'NavMarked':
    case 'NavObserved':
      return told(book, event);
  }
}

function sharesMoved(book: VaultBookRow, {from, to, amount}: EventOf<'TokenTransferred'>): VaultBookRow {
  const minted = from === ZERO_ADDRESS ? amount : 0n;
  const burned = to === ZERO_ADDRESS ? amount : 0n;
  return {...book, totalShares: book.totalShares + minted - burned};
}

/** AID that comes waits for the mark, unless the event after it says that it is in the book already. */
function aidMoved(book: VaultBookRow, {from, to, amount, meta}: EventOf<'TokenTransferred'>): VaultBookRow {
  const vault = book.id.slice(`${meta.chainId}-`.length);
  const change = (to === vault ? amount : 0n) - (from === vault ? amount : 0n);
  return {...book, heldAssets: book.heldAssets + change, waitingAssets: book.waitingAssets + change};
}

/** Of the AID that moved, this much was no news to the book. */
const explained = (book: VaultBookRow, moved: bigint): VaultBookRow => ({
  ...book,
  waitingAssets: book.waitingAssets - moved,
});
