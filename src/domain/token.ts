import {balanceKeys, tokenOf, type TokenBalanceRow} from './balance';
import {InvariantError} from './errors';
import type {EventOf} from './event';
import {ZERO_ADDRESS} from './ids';
import {countActivity, type TokenActivity} from './tokenActivity';

/** A token's supply and its running sums, in its smallest unit. */
export interface TokenRow extends TokenActivity {
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
  /** Moved from one account to another: neither minted, nor burned, nor sent to oneself */
  readonly cumulativeTransferred: bigint;
  /** The part of it that moved between two contracts of the protocol */
  readonly cumulativeInternal: bigint;
  /** Sum over all accounts of the square of the balance */
  readonly sumOfSquares: bigint;
  /** Sum of supply times seconds until updatedAt: differences of it give time-weighted means */
  readonly supplySeconds: bigint;
  readonly holderCount: number;
  readonly transferCount: number;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

type Moved = EventOf<'TokenTransferred'>;

/** A balance row as it is after the event being folded. */
export type BalanceAfter = (id: string) => TokenBalanceRow | undefined;

/**
 * Supply moves by mints (from the zero address) and burns (to it); holders, squares and active accounts are counted
 * from the balances after.
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
  const {at, height} = event.meta;
  const touched = balanceKeys(event).flatMap((id) => balance(id) ?? []);
  const transferred = isMovement(event) ? event.amount : 0n;
  const isInternal = event.fromRole !== null && event.toRole !== null;
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
    cumulativeTransferred: (row?.cumulativeTransferred ?? 0n) + transferred,
    cumulativeInternal: (row?.cumulativeInternal ?? 0n) + (isInternal ? transferred : 0n),
    sumOfSquares: touched.reduce((sum, after) => sum + squareGained(event, after), row?.sumOfSquares ?? 0n),
    supplySeconds: supplySecondsAt(row, at),
    holderCount: (row?.holderCount ?? 0) + touched.reduce((sum, after) => sum + holderGained(event, after), 0),
    transferCount: (row?.transferCount ?? 0) + 1,
    ...countActivity(row, at, event.amount === 0n ? [] : touched.map(({movedBeforeAt}) => movedBeforeAt)),
    updatedHeight: height,
    updatedAt: at,
  };
}

/** The sum of supply times seconds until an instant at or after the row's own; a token that never moved has none. */
export const supplySecondsAt = (
  row: Pick<TokenRow, 'supplySeconds' | 'totalSupply' | 'updatedAt'> | undefined,
  at: number,
): bigint => (row === undefined ? 0n : row.supplySeconds + row.totalSupply * BigInt(at - row.updatedAt));

/** Whether something goes from one account to another. */
const isMovement = ({from, to}: Moved): boolean => from !== ZERO_ADDRESS && to !== ZERO_ADDRESS && from !== to;

/** What an account of the event gained, negative where it lost. */
const gained = ({from, to, amount}: Moved, {account}: TokenBalanceRow): bigint =>
  (to === account ? amount : 0n) - (from === account ? amount : 0n);

function squareGained(event: Moved, after: TokenBalanceRow): bigint {
  const before = after.balance - gained(event, after);
  return after.balance * after.balance - before * before;
}

function holderGained(event: Moved, after: TokenBalanceRow): number {
  const before = after.balance - gained(event, after);
  return (after.balance > 0n ? 1 : 0) - (before > 0n ? 1 : 0);
}
