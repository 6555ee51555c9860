import {balanceKeys, tokenOf} from '../../domain/balance';
import {token, tokenBalance} from '../token';
import {invariant, moved} from './invariant';

export const supply = invariant({
  name: 'supply',
  law: 'minted - burned = total supply, per token',
  unit: 'token, smallest unit',
  handles: ['TokenTransferred'],
  subjects: (event) => [tokenOf(event)],
  reads: (event) => [{projection: token, id: tokenOf(event)}],
  residual: (before, event, _subject, read) => {
    const row = read(token, tokenOf(event));
    return row === undefined ? before : row.cumulativeMinted - row.cumulativeBurned - row.totalSupply;
  },
});

export const holdings = invariant({
  name: 'holdings',
  law: 'sum of the balances = total supply, per token',
  unit: 'token, smallest unit',
  handles: ['TokenTransferred'],
  subjects: (event) => [tokenOf(event)],
  reads: (event) => [
    {projection: token, id: tokenOf(event)},
    ...balanceKeys(event).map((id) => ({projection: tokenBalance, id})),
  ],
  residual: (before, event, _subject, read) =>
    balanceKeys(event).reduce((sum, id) => sum + moved(read, tokenBalance, id, ({balance}) => balance), before) -
    moved(read, token, tokenOf(event), ({totalSupply}) => totalSupply),
});
