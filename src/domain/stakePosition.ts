import type {EventOf} from './event';
import {contractRowId, positionRowId, ZERO_ADDRESS} from './ids';

/** What one owner staked, asked back and was paid, in AID; shares as the vault's token says. */
export interface StakePositionRow {
  readonly id: string;
  readonly chainId: number;
  readonly vault: string;
  readonly owner: string;
  readonly shares: bigint;
  readonly cumulativeStaked: bigint;
  readonly cumulativeStakedShares: bigint;
  readonly cumulativeUnstaked: bigint;
  readonly cumulativeUnstakedShares: bigint;
  readonly pendingAssets: bigint;
  readonly cumulativePaid: bigint;
  readonly updatedHeight: number;
  readonly updatedAt: number;
}

export type PositionEvent = EventOf<'TokenTransferred' | 'Staked' | 'UnstakeRequested' | 'UnstakeFilled' | 'Withdrawn'>;

const vaultOf = (event: PositionEvent): string => contractRowId(event.meta.chainId, event.meta.address);

export function positionKeys(event: PositionEvent): string[] {
  if (event.type !== 'TokenTransferred') return [positionRowId(vaultOf(event), event.owner)];
  if (event.meta.role !== 'said') return [];
  return [...new Set([event.from, event.to])]
    .filter((owner) => owner !== ZERO_ADDRESS)
    .map((owner) => positionRowId(vaultOf(event), owner));
}

export function evolvePosition(row: StakePositionRow | undefined, event: PositionEvent, id: string): StakePositionRow {
  const vault = vaultOf(event);
  const owner = id.slice(vault.length + 1);
  const position = {
    ...(row ?? emptyPosition(id, vault, owner, event)),
    updatedHeight: event.meta.height,
    updatedAt: event.meta.at,
  };
  switch (event.type) {
    case 'TokenTransferred': {
      const received = event.to === owner ? event.amount : 0n;
      const sent = event.from === owner ? event.amount : 0n;
      return {...position, shares: position.shares + received - sent};
    }
    case 'Staked':
      return {
        ...position,
        cumulativeStaked: position.cumulativeStaked + event.assets,
        cumulativeStakedShares: position.cumulativeStakedShares + event.shares,
      };
    case 'UnstakeRequested':
      return {
        ...position,
        cumulativeUnstaked: position.cumulativeUnstaked + event.assetsQuoted,
        cumulativeUnstakedShares: position.cumulativeUnstakedShares + event.shares,
        pendingAssets: position.pendingAssets + event.assetsQuoted,
      };
    case 'UnstakeFilled':
      return {
        ...position,
        pendingAssets: position.pendingAssets - event.assetsPaid,
        cumulativePaid: position.cumulativePaid + event.assetsPaid,
      };
    case 'Withdrawn':
      return {
        ...position,
        cumulativeUnstaked: position.cumulativeUnstaked + event.assets,
        cumulativeUnstakedShares: position.cumulativeUnstakedShares + event.shares,
        cumulativePaid: position.cumulativePaid + event.assets,
      };
  }
}

function emptyPosition(id: string, vault: string, owner: string, {meta}: PositionEvent): StakePositionRow {
  return {
    id,
    chainId: meta.chainId,
    vault,
    owner,
    shares: 0n,
    cumulativeStaked: 0n,
    cumulativeStakedShares: 0n,
    cumulativeUnstaked: 0n,
    cumulativeUnstakedShares: 0n,
    pendingAssets: 0n,
    cumulativePaid: 0n,
    updatedHeight: meta.height,
    updatedAt: meta.at,
  };
}
