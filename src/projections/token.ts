import {balanceKeys, evolveBalance, tokenOf, type TokenBalanceRow} from '../domain/balance';
import type {EventOf} from '../domain/event';
import {factId} from '../domain/ids';
import {evolveToken, transferFact, type TokenRow, type TransferRow} from '../domain/token';
import {Token, TokenBalance, Transfer} from '../model';
import {projection, type ReadRow, type Reference} from './projection';

type Moved = EventOf<'TokenTransferred'>;

export const tokenBalance = projection<TokenBalanceRow, 'TokenTransferred'>({
  name: 'tokenBalance',
  version: 1,
  kind: 'state',
  entity: TokenBalance,
  handles: ['TokenTransferred'],
  keys: balanceKeys,
  evolve: evolveBalance,
});

const balancesOf = (event: Moved): Reference[] => balanceKeys(event).map((id) => ({projection: tokenBalance, id}));

const balanceAfter =
  (read: ReadRow) =>
  (id: string): TokenBalanceRow | undefined =>
    read(tokenBalance, id);

export const token = projection<TokenRow, 'TokenTransferred'>({
  name: 'token',
  version: 1,
  kind: 'state',
  entity: Token,
  handles: ['TokenTransferred'],
  keys: (event) => [tokenOf(event)],
  reads: balancesOf,
  evolve: (row, event, _id, read) => evolveToken(row, event, balanceAfter(read)),
});

export const transfer = projection<TransferRow, 'TokenTransferred'>({
  name: 'transfer',
  version: 1,
  kind: 'fact',
  entity: Transfer,
  handles: ['TokenTransferred'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  reads: balancesOf,
  evolve: (_row, event, _id, read) => transferFact(event, balanceAfter(read)),
});
