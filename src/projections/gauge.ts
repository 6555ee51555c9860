import {tokenOf} from '../domain/balance';
import {ASSET_EVENTS, assetKey, type AssetEvent, type ComputeAssetRow} from '../domain/computeAsset';
import type {DomainEvent, EventOf, EventType} from '../domain/event';
import {turn, type GaugeRow} from '../domain/gauge';
import {chainRowId} from '../domain/ids';
import type {ReserveStateRow} from '../domain/reserve';
import {gaugeRowId, levelOf, type Level} from '../domain/series';
import {VAULT_EVENTS, vaultKeys, type StakingVaultRow, type VaultEvent} from '../domain/stakingVault';
import type {TokenRow} from '../domain/token';
import {Gauge} from '../model';
import {computeAsset} from './asset';
import {projection, type Keyed, type Projection, type ReadRow, type Reference} from './projection';
import {reserveState} from './reserve';
import {stakingVault} from './staking';
import {token} from './token';

type Levels = Partial<Record<Level, bigint | null>>;

/** A row whose levels are followed: which event may move it, and what its levels are. */
interface Source {
  readonly handles: readonly EventType[];
  readonly of: (event: DomainEvent) => Reference | undefined;
  readonly subject: (event: DomainEvent) => string;
  readonly names: readonly Level[];
  readonly levels: (row: Keyed) => Levels;
}

function source<R extends Keyed, E extends DomainEvent>(definition: {
  projection: Projection<R>;
  handles: readonly E['type'][];
  key: (event: E) => string | undefined;
  subject?: (event: E) => string;
  names: readonly Level[];
  levels: (row: R) => Levels;
}): Source {
  const {handles, names} = definition;
  const takes = (event: DomainEvent): event is E => (handles as readonly EventType[]).includes(event.type);
  return {
    handles,
    names,
    of: (event) => {
      const id = takes(event) ? definition.key(event) : undefined;
      return id === undefined ? undefined : {projection: definition.projection, id};
    },
    subject: (event) => (takes(event) ? (definition.subject?.(event) ?? '') : ''),
    levels: (row) => definition.levels(row as unknown as R),
  };
}

type ReserveEvent = EventOf<'CustodyTransferred' | 'TbillMoved' | 'ReserveAnswered'>;

const SOURCES: readonly Source[] = [
  source<TokenRow, EventOf<'TokenTransferred'>>({
    projection: token,
    handles: ['TokenTransferred'],
    key: (event) => (event.meta.role === 'aid' ? tokenOf(event) : undefined),
    names: ['SUPPLY'],
    levels: ({totalSupply}) => ({SUPPLY: totalSupply}),
  }),
  source<ReserveStateRow, ReserveEvent>({
    projection: reserveState,
    handles: ['CustodyTransferred', 'TbillMoved', 'ReserveAnswered'],
    key: ({meta}) => chainRowId(meta.chainId),
    names: ['RESERVES'],
    levels: ({reservesUsd}) => ({RESERVES: reservesUsd}),
  }),
  source<StakingVaultRow, VaultEvent>({
    projection: stakingVault,
    handles: VAULT_EVENTS,
    key: (event) => vaultKeys(event)[0],
    names: ['SHARES', 'TOTAL_ASSETS', 'STAKING_NAV', 'UNSTAKING_NAV', 'UNREALIZED_LOSS', 'PENDING'],
    levels: (vault) => ({
      SHARES: vault.totalShares,
      TOTAL_ASSETS: vault.totalAssets,
      STAKING_NAV: vault.stakingNav,
      UNSTAKING_NAV: vault.unstakingNav,
      UNREALIZED_LOSS: vault.unrealizedLoss,
      PENDING: vault.pendingAssets,
    }),
  }),
  source<ComputeAssetRow, AssetEvent>({
    projection: computeAsset,
    handles: ASSET_EVENTS,
    key: assetKey,
    subject: assetKey,
    names: ['OUTSTANDING'],
    levels: ({outstanding}) => ({OUTSTANDING: outstanding}),
  }),
];

const SOURCE_OF = new Map(SOURCES.flatMap((one) => one.names.map((level) => [level as string, one] as const)));

/** The gauges an event may turn: those of every row it may move. */
const gaugesOf = (event: DomainEvent): string[] =>
  SOURCES.filter((one) => one.of(event) !== undefined).flatMap((one) =>
    one.names.map((level) => gaugeRowId(event.meta.chainId, level, one.subject(event))),
  );

function measure(row: GaugeRow | undefined, event: DomainEvent, id: string, read: ReadRow): GaugeRow | undefined {
  const level = levelOf(id);
  const measured = SOURCE_OF.get(level);
  const place = measured?.of(event);
  const levels = place === undefined ? undefined : read(place.projection, place.id);
  if (measured === undefined || levels === undefined) return row;
  const identity = {id, chainId: event.meta.chainId, series: level, subject: measured.subject(event)};
  return turn(row, identity, measured.levels(levels)[level] ?? null, event.meta);
}

/** Levels through time: placed below every projection whose rows it measures. */
export const gauge = projection<GaugeRow, EventType>({
  name: 'gauge',
  version: 1,
  kind: 'state',
  entity: Gauge,
  handles: [...new Set(SOURCES.flatMap(({handles}) => handles))],
  keys: gaugesOf,
  reads: (event) => SOURCES.flatMap((one) => one.of(event) ?? []),
  evolve: measure,
});
