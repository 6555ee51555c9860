import type {DomainEvent, EventOf} from '../domain/event';
import {ZERO_ADDRESS} from '../domain/ids';
import type {Speaker} from './given';

export type Moved = EventOf<'TokenTransferred'>;

/** The transfers of a token up to a height, straight from the events. */
export const movesOf = (events: readonly DomainEvent[], {address}: Speaker, height: number): Moved[] =>
  events.filter(
    (event): event is Moved =>
      event.type === 'TokenTransferred' && event.meta.address === address && event.meta.height <= height,
  );

/** Balances recounted from transfers, those of nothing left out. */
export function balancesOf(moves: readonly Moved[]): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  const add = (account: string, amount: bigint): void => {
    if (account !== ZERO_ADDRESS) balances.set(account, (balances.get(account) ?? 0n) + amount);
  };
  for (const {from, to, amount} of moves) {
    add(from, -amount);
    add(to, amount);
  }
  return new Map([...balances].filter(([, held]) => held !== 0n));
}

export const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((all, amount) => all + amount, 0n);

/** Between two accounts that are not the same, and not two contracts of the protocol. */
export const isCirculation = ({from, to, fromRole, toRole}: Moved): boolean =>
  from !== ZERO_ADDRESS && to !== ZERO_ADDRESS && from !== to && (fromRole === null || toRole === null);

/** Distinct accounts that moved more than nothing at or after an instant. */
export function accountsSince(moves: readonly Moved[], start: number): Set<string> {
  const recent = moves.filter(({meta, amount}) => meta.at >= start && amount > 0n);
  const accounts = new Set(recent.flatMap(({from, to}) => [from, to]));
  accounts.delete(ZERO_ADDRESS);
  return accounts;
}
