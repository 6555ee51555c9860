import {custodyKeys} from '../../domain/custodyBalance';
import {denyListId} from '../../domain/denyList';
import {assetRowId, chainRowId, factId} from '../../domain/ids';
import {componentKey} from '../../domain/reserve';
import {revenueDistribution, revenuePayout} from '../asset';
import {denyList} from '../authority';
import {custodyBalance, reserveComponent} from '../reserve';
import {invariant, moved} from './invariant';

export const custody = invariant({
  name: 'custody',
  law: 'value of a stablecoin in the reserves = sum of what the custody accounts hold of it',
  unit: 'USD WAD',
  handles: ['CustodyTransferred'],
  subjects: (event) => [componentKey(event)],
  reads: (event) => [
    {projection: reserveComponent, id: componentKey(event)},
    ...custodyKeys(event).map((id) => ({projection: custodyBalance, id})),
  ],
  residual: (before, event, subject, read) =>
    before +
    moved(read, reserveComponent, subject, ({valueUsd}) => valueUsd) -
    custodyKeys(event).reduce((sum, id) => sum + moved(read, custodyBalance, id, ({valueUsd}) => valueUsd), 0n),
});

export const waterfall = invariant({
  name: 'waterfall',
  law: 'gross = sum of the legs, over all distributions (domain.md 7.11.7)',
  unit: 'AID wei',
  handles: ['RevenueDistributed'],
  subjects: ({meta}) => [chainRowId(meta.chainId)],
  reads: ({meta}) => [{projection: revenueDistribution, id: factId(meta.record, meta.part)}],
  residual: (before, {meta}, _subject, read) =>
    before + (read(revenueDistribution, factId(meta.record, meta.part))?.residual ?? 0n),
});

/** Where holders claim later instead of being paid at once it stays open until they do. */
export const payouts = invariant({
  name: 'payouts',
  law: 'paid to holders = sum of the payouts, per asset',
  unit: 'AID wei',
  isGuard: false,
  handles: ['RevenueDistributed', 'RevenuePaid'],
  subjects: ({assetId, meta}) => [assetRowId(meta.chainId, assetId)],
  reads: ({meta}) => [
    {projection: revenueDistribution, id: factId(meta.record, meta.part)},
    {projection: revenuePayout, id: factId(meta.record, meta.part)},
  ],
  residual: (before, {meta}, _subject, read) =>
    before +
    moved(read, revenueDistribution, factId(meta.record, meta.part), ({paidToHolders}) => paidToHolders) -
    moved(read, revenuePayout, factId(meta.record, meta.part), ({amount}) => amount),
});

/** A role may be granted past the list: then the role decides, and no number is wrong. */
export const deniedAccounts = invariant({
  name: 'deniedAccounts',
  law: 'the deny list by its events = the holders of its role (domain.md 7.11.9)',
  unit: 'accounts',
  isGuard: false,
  handles: ['RoleGranted', 'RoleRevoked', 'DenyListChanged'],
  subjects: (event) => [denyListId(event)],
  reads: (event) => [{projection: denyList, id: denyListId(event)}],
  residual: (_before, _event, subject, read) => BigInt(read(denyList, subject)?.disagreementCount ?? 0),
});
