import {navOf} from './erc4626';
import {InvariantError} from './errors';
import type {EventOf} from './event';
import {contractRowId, ZERO_ADDRESS} from './ids';
import {isStep} from './navMark';
import {emptyVault, type StakingVaultRow} from './stakingVaultRow';

export type {StakingVaultRow};

export const VAULT_EVENTS = [
  'TokenTransferred',
  'Staked',
  'Withdrawn',
  'UnstakeRequested',
  'UnstakeFilled',
  'NavMarked',
  'LossRecognized',
  'LossRealized',
  'CapitalDeployed',
  'CapitalReturned',
  'NavObserved',
] as const;

export type VaultEvent = EventOf<(typeof VAULT_EVENTS)[number]>;

/** The vault of an event; a transfer counts only where the vault's own shares move. */
export const vaultKeys = (event: VaultEvent): string[] =>
  event.type === 'TokenTransferred' && event.meta.role !== 'said'
    ? []
    : [contractRowId(event.meta.chainId, event.meta.address)];

export function evolveVault(row: StakingVaultRow | undefined, event: VaultEvent): StakingVaultRow {
  const vault = {...(row ?? emptyVault(event)), updatedHeight: event.meta.height, updatedAt: event.meta.at};
  switch (event.type) {
    case 'TokenTransferred': {
      const minted = event.from === ZERO_ADDRESS ? event.amount : 0n;
      const burned = event.to === ZERO_ADDRESS ? event.amount : 0n;
      return {...vault, totalShares: vault.totalShares + minted - burned};
    }
    case 'Staked':
      return expect({...vault, cumulativeStaked: vault.cumulativeStaked + event.assets}, event.assets);
    case 'Withdrawn':
      return expect(
        {
          ...vault,
          cumulativeUnstaked: vault.cumulativeUnstaked + event.assets,
          cumulativePaid: vault.cumulativePaid + event.assets,
        },
        -event.assets,
      );
    case 'UnstakeRequested': {
      const pendingAssets = vault.pendingAssets + event.assetsQuoted;
      const cumulativeUnstaked = vault.cumulativeUnstaked + event.assetsQuoted;
      const pendingRequests = vault.pendingRequests + 1;
      return expect({...vault, pendingAssets, cumulativeUnstaked, pendingRequests}, -event.assetsQuoted);
    }
    case 'UnstakeFilled':
      return fill(vault, event);
    case 'NavMarked':
      return marked(
        {
          ...vault,
          ...observed(vault, event.totalAssets, event.stakingNav, event.unstakingNav),
          unrealizedLoss: event.unrealizedLoss,
          navHeight: event.meta.height,
          navAt: event.meta.at,
          epoch: event.epoch,
        },
        {height: event.meta.height, at: event.meta.at, record: event.meta.record},
      );
    case 'LossRecognized':
      return {...vault, unrealizedLoss: (vault.unrealizedLoss ?? 0n) + event.newLoss - event.oldLoss};
    case 'LossRealized':
      return {...vault, cumulativeRealizedLoss: vault.cumulativeRealizedLoss + event.amount};
    case 'CapitalDeployed':
      return {...vault, cumulativeDeployed: vault.cumulativeDeployed + event.amount};
    case 'CapitalReturned':
      return {
        ...vault,
        cumulativePrincipalReturned: vault.cumulativePrincipalReturned + event.principal,
        cumulativeIncomeReturned: vault.cumulativeIncomeReturned + event.income,
      };
    case 'NavObserved':
      return observe(vault, event);
  }
}

/** A flow that no mark made: moves the book that the next reading is expected to show. */
function expect(vault: StakingVaultRow, assets: bigint): StakingVaultRow {
  return vault.expectedAssets === null ? vault : {...vault, expectedAssets: vault.expectedAssets + assets};
}

function fill(vault: StakingVaultRow, event: EventOf<'UnstakeFilled'>): StakingVaultRow {
  const pendingAssets = vault.pendingAssets - event.assetsPaid;
  if (pendingAssets < 0n) {
    throw new InvariantError('The unstake queue pays more than is owed.', {
      vault: vault.id,
      owed: vault.pendingAssets,
      paid: event.assetsPaid,
      record: event.meta.record,
    });
  }
  return {
    ...vault,
    pendingAssets,
    cumulativePaid: vault.cumulativePaid + event.assetsPaid,
    pendingRequests: vault.pendingRequests - (event.assetsRemaining === 0n ? 1 : 0),
  };
}

function observe(vault: StakingVaultRow, event: EventOf<'NavObserved'>): StakingVaultRow {
  const {totalAssets, stakingNav, unstakingNav, effectiveHeight, effectiveAt} = event;
  const next = {
    ...vault,
    ...observed(vault, totalAssets, stakingNav, unstakingNav),
    unrealizedLoss: lossOf(vault, event),
    navHeight: effectiveHeight,
    navAt: effectiveAt,
  };
  if (vault.markedHeight === effectiveHeight || vault.expectedAssets === null) return next;
  if (stakingNav === null || totalAssets === null || isUnmoved(vault, stakingNav)) return next;
  const expected = navOf(vault.expectedAssets, vault.totalShares);
  if (!isStep(expected, stakingNav)) return next;
  return marked(next, {height: effectiveHeight, at: effectiveAt, record: event.meta.record});
}

/** No flow and no change since the last reading: whatever formula the vault prices by, this is no step. */
const isUnmoved = (vault: StakingVaultRow, stakingNav: bigint): boolean =>
  stakingNav === vault.stakingNav && vault.expectedAssets === vault.totalAssets;

/** The loss of the newest loss event, else (staking - unstaking NAV) x shares (metrics.md 3.6), cut towards zero. */
function lossOf(vault: StakingVaultRow, event: EventOf<'NavObserved'>): bigint | null {
  if (vault.unrealizedLoss !== null && vault.epoch !== null) return vault.unrealizedLoss;
  if (event.stakingNav === null || event.unstakingNav === null) return null;
  return ((event.stakingNav - event.unstakingNav) * vault.totalShares) / 10n ** 18n;
}

function observed(
  vault: StakingVaultRow,
  totalAssets: bigint | null,
  stakingNav: bigint | null,
  unstakingNav: bigint | null,
): Pick<StakingVaultRow, 'totalAssets' | 'expectedAssets' | 'stakingNav' | 'unstakingNav'> {
  return {totalAssets, expectedAssets: totalAssets ?? vault.expectedAssets, stakingNav, unstakingNav};
}

function marked(vault: StakingVaultRow, when: {height: number; at: number; record: string}): StakingVaultRow {
  return {
    ...vault,
    markCount: vault.markCount + 1,
    lastMarkAt: when.at,
    lastMarkStakingNav: vault.stakingNav,
    lastMarkUnstakingNav: vault.unstakingNav,
    lastMarkRecord: when.record,
    markedHeight: when.height,
  };
}
