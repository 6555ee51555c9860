import {balanceKeys, evolveBalance, tokenOf, type TokenBalanceRow} from '../domain/balance';
import type {EventOf} from '../domain/event';
import {factId} from '../domain/ids';
import {referenceFact, type PaymentReferenceRow} from '../domain/paymentReference';
import {evolveToken, type TokenRow} from '../domain/token';
import {evolveTransfer, explainedKeys, transferFact, type TransferRow} from '../domain/transfer';
import {evolveTrail, TRAIL_EVENTS, trailKey, trailKeys, type TransferTrailRow} from '../domain/transferTrail';
import {PaymentReference, Token, TokenBalance, Transfer, TransferTrail} from '../model';
import {projection, type ReadRow, type Reference} from './projection';

type Moved = EventOf<'TokenTransferred'>;

export const tokenBalance = projection<TokenBalanceRow, 'TokenTransferred'>({
  name: 'tokenBalance',
  version: 2,
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
  version: 2,
  kind: 'state',
  entity: Token,
  handles: ['TokenTransferred'],
  keys: (event) => [tokenOf(event)],
  reads: balancesOf,
  evolve: (row, event, _id, read) => evolveToken(row, event, balanceAfter(read)),
});

export const transferTrail = projection<TransferTrailRow, (typeof TRAIL_EVENTS)[number]>({
  name: 'transferTrail',
  version: 1,
  kind: 'state',
  entity: TransferTrail,
  handles: TRAIL_EVENTS,
  keys: trailKeys,
  evolve: evolveTrail,
});

/** A transfer is written once, at the end of its block, with the cause that a later log of its transaction gives it. */
export const transfer = projection<TransferRow, (typeof TRAIL_EVENTS)[number]>({
  name: 'transfer',
  version: 2,
  kind: 'fact',
  entity: Transfer,
  handles: TRAIL_EVENTS,
  keys: (event) =>
    event.type === 'TokenTransferred' ? [factId(event.meta.record, event.meta.part)] : explainedKeys(event),
  reads: (event) =>
    event.type === 'TokenTransferred' ? balancesOf(event) : [{projection: transferTrail, id: trailKey(event)}],
  evolve: (row, event, _id, read) =>
    event.type === 'TokenTransferred'
      ? transferFact(event, balanceAfter(read))
      : evolveTransfer(row, read(transferTrail, trailKey(event))),
});

export const paymentReference = projection<PaymentReferenceRow, 'PaymentReferenced'>({
  name: 'paymentReference',
  version: 1,
  kind: 'fact',
  entity: PaymentReference,
  handles: ['PaymentReferenced'],
  keys: (event) => [factId(event.meta.record, event.meta.part)],
  evolve: (_row, event) => referenceFact(event),
});
