import type {EventOf} from './event';
import {contractRowId, positionRowId, ZERO_ADDRESS} from './ids';
import {bought, costLost, shown, sold} from './stakeCost';
import {emptyPosition, type StakePositionRow} from './stakePositionRow';
import {WAD} from './units';

export type {StakePositionRow};

export type PositionEvent = EventOf<'TokenTransferred' | 'Staked' | 'UnstakeRequested' | 'UnstakeFilled' | 'Withdrawn'>;

const vaultOf = (event: PositionEvent): string => contractRowId(event.meta.chainId, event.meta.address);

export function positionKeys(event: PositionEvent): string[] {
  if (event.type !== 'TokenTransferred') return [positionRowId(vaultOf(event), event.owner)];
  if (event.meta.role !== 'said') return [];
  return [...new Set([event.from, event.to])]
    .filter((owner) => owner !== ZERO_ADDRESS)
    .map((owner) => positionRowId(vaultOf(event), owner));
}

/** The vault whose price decides what shares that change hands are worth; none where the event has its own price. */
export const pricedBy = (event: PositionEvent): string | null =>
  event.type === 'TokenTransferred' && isBetweenAccounts(event) ? vaultOf(event) : null;

/** @param stakingNav AID per share (WAD) of the vault that prices the event; null where it is not known */
export function evolvePosition(
  row: StakePositionRow | undefined,
  event: PositionEvent,
  id: string,
  stakingNav: bigint | null,
): StakePositionRow {
  const vault = vaultOf(event);
  const owner = id.slice(vault.length + 1);
  const position = {
    ...(row ?? emptyPosition(id, vault, owner, event.meta)),
    updatedHeight: event.meta.height,
    updatedAt: event.meta.at,
  };
  switch (event.type) {
    case 'TokenTransferred':
      return moved(position, event, stakingNav);
    case 'Staked': {
      const staked = {
        ...position,
        cumulativeStaked: position.cumulativeStaked + event.assets,
        cumulativeStakedShares: position.cumulativeStakedShares + event.shares,
      };
      return bought(staked, event.shares, event.assets, event.meta.at);
    }
    case 'UnstakeRequested': {
      const requested = {
        ...position,
        cumulativeUnstaked: position.cumulativeUnstaked + event.assetsQuoted,
        cumulativeUnstakedShares: position.cumulativeUnstakedShares + event.shares,
        pendingAssets: position.pendingAssets + event.assetsQuoted,
      };
      return sold(requested, event.shares, event.assetsQuoted);
    }
    case 'UnstakeFilled':
      return {
        ...position,
        pendingAssets: position.pendingAssets - event.assetsPaid,
        cumulativePaid: position.cumulativePaid + event.assetsPaid,
      };
    case 'Withdrawn': {
      const withdrawn = {
        ...position,
        cumulativeUnstaked: position.cumulativeUnstaked + event.assets,
        cumulativeUnstakedShares: position.cumulativeUnstakedShares + event.shares,
        cumulativePaid: position.cumulativePaid + event.assets,
      };
      return sold(withdrawn, event.shares, event.assets);
    }
  }
}

/**
 * Shares that came or went. Between two accounts they are sold by the one and bought by the other at the vault's staking
 * NAV, floored; of shares minted or burned another event tells the price.
 */
function moved(
  position: StakePositionRow,
  event: EventOf<'TokenTransferred'>,
  stakingNav: bigint | null,
): StakePositionRow {
  const {from, to, amount, meta} = event;
  const received = to === position.owner ? amount : 0n;
  const sent = from === position.owner ? amount : 0n;
  const held = {...position, shares: position.shares + received - sent};
  if (!isBetweenAccounts(event)) return shown(held);
  const value = stakingNav === null ? null : (amount * stakingNav) / WAD;
  if (sent > 0n) return sold(held, amount, value);
  return value === null ? costLost(held) : bought(held, amount, value, meta.at);
}

const isBetweenAccounts = ({from, to, amount}: EventOf<'TokenTransferred'>): boolean =>
  from !== ZERO_ADDRESS && to !== ZERO_ADDRESS && from !== to && amount > 0n;
