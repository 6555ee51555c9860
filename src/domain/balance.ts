import {InvariantError} from './errors';
import type {EventOf} from './event';
import {balanceRowId, tokenRowId, ZERO_ADDRESS} from './ids';

/** What an account holds of a token, in the token's smallest unit. */
export interface TokenBalanceRow {
  readonly id: string;
  readonly chainId: number;
  readonly token: string;
  readonly tokenId: bigint | null;
  readonly account: string;
  readonly balance: bigint;
  readonly cumulativeReceived: bigint;
  readonly cumulativeSent: bigint;
  /** Time of the newest movement of more than nothing, and of the one before it; null where there was none */
  readonly movedAt: number | null;
  readonly movedBeforeAt: number | null;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

type Moved = EventOf<'TokenTransferred'>;

export const tokenOf = (event: Moved): string => tokenRowId(event.meta.chainId, event.meta.address, event.tokenId);

/** The rows a transfer touches: sender and receiver, less the zero address of a mint or a burn. */
export function balanceKeys(event: Moved): string[] {
  const accounts = event.from === event.to ? [event.from] : [event.from, event.to];
  return accounts.filter((account) => account !== ZERO_ADDRESS).map((account) => balanceRowId(tokenOf(event), account));
}

/**
 * Moves `amount` out of or into the account of the row's id.
 * @throws InvariantError when the balance would fall below zero: the history before this event is incomplete
 */
export function evolveBalance(row: TokenBalanceRow | undefined, event: Moved, id: string): TokenBalanceRow {
  const token = tokenOf(event);
  const account = id.slice(token.length + 1);
  const sent = event.from === account ? event.amount : 0n;
  const received = event.to === account ? event.amount : 0n;
  const balance = (row?.balance ?? 0n) + received - sent;
  if (balance < 0n) {
    throw new InvariantError('A transfer takes more than its sender holds; the log before it is incomplete.', {
      token,
      account,
      held: row?.balance ?? 0n,
      sent,
      record: event.meta.record,
      check: 'the startBlock and fromBlock of the network file must not lie after the first transfer',
    });
  }
  const moved = event.amount > 0n;
  return {
    id,
    chainId: event.meta.chainId,
    token,
    tokenId: event.tokenId,
    account,
    balance,
    cumulativeReceived: (row?.cumulativeReceived ?? 0n) + received,
    cumulativeSent: (row?.cumulativeSent ?? 0n) + sent,
    movedAt: moved ? event.meta.at : (row?.movedAt ?? null),
    movedBeforeAt: moved ? (row?.movedAt ?? null) : (row?.movedBeforeAt ?? null),
    updatedHeight: event.meta.height,
    updatedAt: event.meta.at,
  };
}
