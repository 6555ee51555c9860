import {contractRowId, factId} from '../../domain/ids';
import type {EventMeta, EventOf} from '../../domain/event';
import {token} from '../token';
import {navReconciliation} from '../vaultBook';
import {invariant} from './invariant';

const vaultOf = ({meta}: {readonly meta: EventMeta}): string => contractRowId(meta.chainId, meta.address);

/** A reading of a block's own state comes after the block's logs: both sides are then of one state. */
const isOwnState = ({meta, effectiveHeight}: EventOf<'NavObserved'>): boolean => effectiveHeight === meta.height;

export const shares = invariant({
  name: 'shares',
  law: 'shares as the vault tells them = supply of sAID',
  unit: 'sAID wei',
  handles: ['NavObserved'],
  subjects: (event) => (isOwnState(event) ? [vaultOf(event)] : []),
  reads: (event) => [{projection: token, id: vaultOf(event)}],
  residual: (before, {totalShares}, subject, read) =>
    totalShares === null ? before : totalShares - (read(token, subject)?.totalSupply ?? 0n),
});

export const shareFlows = invariant({
  name: 'shareFlows',
  law: 'shares minted and burned = shares of deposits and requests to leave (domain.md 7.11.8)',
  unit: 'sAID wei',
  handles: ['TokenTransferred', 'Staked', 'Withdrawn', 'UnstakeRequested'],
  subjects: (event) => (event.meta.role === 'said' ? [vaultOf(event)] : []),
  reads: () => [],
  residual: (before, event) => {
    switch (event.type) {
      case 'TokenTransferred':
        return before + mintedOf(event);
      case 'Staked':
        return before - event.shares;
      case 'Withdrawn':
      case 'UnstakeRequested':
        return before + event.shares;
    }
  },
});

const NOBODY = /^0x0{40}$/;
const mintedOf = ({from, to, amount}: EventOf<'TokenTransferred'>): bigint =>
  (NOBODY.test(from) ? amount : 0n) - (NOBODY.test(to) ? amount : 0n);

export const identity = invariant({
  name: 'identity',
  law: 'totalAssets = AID held - owed + outstanding principal + accrued income + cash that waits, at each mark',
  unit: 'AID wei',
  handles: ['NavObserved'],
  subjects: (event) => [vaultOf(event)],
  reads: ({meta}) => [{projection: navReconciliation, id: factId(meta.record, meta.part)}],
  residual: (before, {meta}, _subject, read) =>
    read(navReconciliation, factId(meta.record, meta.part))?.residual ?? before,
});

export const navOrder = invariant({
  name: 'navOrder',
  law: 'staking NAV >= unstaking NAV (domain.md 7.11.5)',
  unit: 'AID per share, WAD',
  handles: ['NavObserved', 'NavMarked'],
  subjects: (event) => [vaultOf(event)],
  reads: () => [],
  residual: (before, {stakingNav, unstakingNav}) => {
    if (stakingNav === null || unstakingNav === null) return before;
    return stakingNav >= unstakingNav ? 0n : unstakingNav - stakingNav;
  },
});
