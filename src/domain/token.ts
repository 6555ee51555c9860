import {balanceKeys, tokenOf, type TokenBalanceRow} from './balance';
import {InvariantError} from './errors';
import type {EventOf} from './event';
import {balanceRowId, factId, ZERO_ADDRESS} from './ids';

/** A token's supply and its cumulative mints and burns, in its smallest unit. */
export interface TokenRow {
  readonly id: string;
  readonly chainId: number;
  readonly role: string;
  readonly address: string;
  readonly tokenId: bigint | null;
  readonly name: string;
  readonly decimals: number | null;
  readonly totalSupply: bigint;
  readonly cumulativeMinted: bigint;
  readonly cumulativeBurned: bigint;
  readonly holderCount: number;
  readonly transferCount: number;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

/** One movement of a token with both balances after it; null for the zero address. */
export interface TransferRow {
  readonly id: string;
  readonly chainId: number;
  readonly token: string;
  readonly tokenId: bigint | null;
  readonly from: string;
  readonly to: string;
  readonly amount: bigint;
  readonly fromBalance: bigint | null;
  readonly toBalance: bigint | null;
  readonly height: number;
  readonly at: number;
  readonly txHash: string;
  readonly record: string;
}

type Moved = EventOf<'TokenTransferred'>;

/** A balance row as it is after the event being folded. */
export type BalanceAfter = (id: string) => TokenBalanceRow | undefined;

/**
 * Supply moves by mints (from the zero address) and burns (to it); holders are counted from the balances after.
 * @throws InvariantError when more is burned than exists
 */
export function evolveToken(row: TokenRow | undefined, event: Moved, balance: BalanceAfter): TokenRow {
  const minted = event.from === ZERO_ADDRESS ? event.amount : 0n;
  const burned = event.to === ZERO_ADDRESS ? event.amount : 0n;
  const totalSupply = (row?.totalSupply ?? 0n) + minted - burned;
  if (totalSupply < 0n) {
    throw new InvariantError('More of a token is burned than exists.', {
      token: tokenOf(event),
      record: event.meta.record,
    });
  }
  return {
    id: tokenOf(event),
    chainId: event.meta.chainId,
    role: event.meta.role,
    address: event.meta.address,
    tokenId: event.tokenId,
    name: event.meta.name,
    decimals: event.meta.decimals,
    totalSupply,
    cumulativeMinted: (row?.cumulativeMinted ?? 0n) + minted,
    cumulativeBurned: (row?.cumulativeBurned ?? 0n) + burned,
    holderCount: (row?.holderCount ?? 0) + holdersGained(event, balance),
    transferCount: (row?.transferCount ?? 0) + 1,
    updatedHeight: event.meta.height,
    updatedAt: event.meta.at,
  };
}

function holdersGained(event: Moved, balance: BalanceAfter): number {
  if (event.amount === 0n || event.from === event.to) return 0;
  let gained = 0;
  for (const id of balanceKeys(event)) {
    const after = balance(id);
    if (after?.account === event.to && after.balance === event.amount) gained += 1;
    if (after?.account === event.from && after.balance === 0n) gained -= 1;
  }
  return gained;
}

export function transferFact(event: Moved, balance: BalanceAfter): TransferRow {
  const token = tokenOf(event);
  const after = (account: string): bigint | null =>
    account === ZERO_ADDRESS ? null : (balance(balanceRowId(token, account))?.balance ?? null);
  return {
    id: factId(event.meta.record, event.meta.part),
    chainId: event.meta.chainId,
    token,
    tokenId: event.tokenId,
    from: event.from,
    to: event.to,
    amount: event.amount,
    fromBalance: after(event.from),
    toBalance: after(event.to),
    height: event.meta.height,
    at: event.meta.at,
    txHash: event.meta.txHash,
    record: event.meta.record,
  };
}
