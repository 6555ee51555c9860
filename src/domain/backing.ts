import {derive, known, missing, orMissing, type Measured, type Reason} from './methodology';
import {DAY_SECONDS, ratio, type Rate} from './rates';

/** A T-bill valuation older than this is stale where the network file names no other age (metrics.md 3.1). */
export const TBILL_MAX_AGE_SECONDS = 55 * DAY_SECONDS;

export type BackingState = 'COMPLETE' | 'FLOOR' | 'UNREADABLE' | 'NO_LIABILITY';
export type Provenance = 'EVENT' | 'BLOCK_READ' | 'ATTESTED' | 'DERIVED';

/** A registered source of backing as it is known at an instant. Values are USD WAD, times unix seconds. */
export interface Source {
  readonly id: string;
  readonly chainId: number;
  readonly kind: 'STABLECOIN' | 'TBILL';
  readonly name: string;
  /** Null where the source cannot be read */
  readonly valueUsd: bigint | null;
  readonly provenance: Provenance;
  readonly valuedAt: number | null;
  readonly publishedAt: number | null;
  /** Null for a source whose value is exact at every block */
  readonly maxAgeSeconds: number | null;
  /** Longest silence between two publications; null where none is promised */
  readonly heartbeatSeconds: number | null;
  /** In force at the block; null where the network sets none */
  readonly haircutBps: number | null;
  readonly settlementDays: number | null;
}

export interface Component extends Source {
  readonly stale: boolean;
  readonly share: Measured<Rate>;
}

export interface Backing {
  readonly state: BackingState;
  /** Why there is no ratio */
  readonly reason: Reason | null;
  readonly ratio: Measured<Rate>;
  /** Lower bound: what can be read and is fresh, over all liabilities; the ratio itself where that is complete */
  readonly ratioFloor: Measured<Rate>;
  readonly reservesUsd: Measured<bigint>;
  readonly components: readonly Component[];
  readonly hhi: Measured<Rate>;
  readonly valuationAgeSeconds: Measured<number>;
  readonly publicationAgeSeconds: Measured<number>;
}

/**
 * Backing of AID (metrics.md 3.1, 3.2, 3.7).
 * @param liabilities canonical AID supply, wei; null where a chain's supply is unknown, and then no bound can be given
 * @param at the instant asked about, unix seconds: ages are measured against it
 */
export function backing(sources: readonly Source[], liabilities: bigint | null, at: number): Backing {
  const judged = sources.map((source) => ({...source, stale: isStale(source, at)}));
  const fresh = judged.filter((source) => isUsable(source, at));
  const gap = fresh.length === judged.length && judged.length > 0 ? null : gapReason(judged);
  const floor = sum(fresh);
  const total: Measured<bigint> = gap === null ? known(floor) : missing(gap);
  const state = stateOf(liabilities, fresh.length, gap);
  const reason = state === 'NO_LIABILITY' ? 'NOT_APPLICABLE' : liabilities === null ? 'PARTIAL' : gap;
  const bound = state === 'COMPLETE' || state === 'FLOOR' ? liabilities : null;
  const ratioFloor = bound === null ? missing(reason ?? 'PARTIAL') : known(ratio(floor, bound));
  const components = judged.map((source) => ({...source, share: shareOf(source, total)}));
  return {
    state,
    reason,
    ratio: reason === null ? ratioFloor : missing(reason),
    ratioFloor,
    reservesUsd: total,
    components,
    hhi: hhi(components.map(({share}) => share)),
    valuationAgeSeconds: oldest(sources, at, 'valuedAt'),
    publicationAgeSeconds: oldest(sources, at, 'publishedAt'),
  };
}

/** Sum of s_i^2 over shares that sum to 1 (metrics.md 3.7); missing where a share is. */
export function hhi(shares: readonly Measured<Rate>[]): Measured<Rate> {
  if (shares.length === 0) return missing('NOT_APPLICABLE');
  return shares.reduce<Measured<Rate>>(
    (total, share) => {
      if (total.reason !== null || share.reason !== null) return total.reason === null ? share : total;
      return known(total.value.plus(share.value.pow(2)));
    },
    known(ratio(0n, 1n)),
  );
}

function stateOf(liabilities: bigint | null, freshCount: number, gap: Reason | null): BackingState {
  if (liabilities === 0n) return 'NO_LIABILITY';
  if (liabilities === null || freshCount === 0) return 'UNREADABLE';
  return gap === null ? 'COMPLETE' : 'FLOOR';
}

function isStale({valueUsd, valuedAt, maxAgeSeconds}: Source, at: number): boolean {
  return valueUsd !== null && valuedAt !== null && maxAgeSeconds !== null && at - valuedAt > maxAgeSeconds;
}

/** A value counts when it is read, fresh and not of a later instant than the one asked about. */
const isUsable = (source: Source & {stale: boolean}, at: number): boolean =>
  source.valueUsd !== null && !source.stale && (source.valuedAt ?? at) <= at;

function gapReason(sources: readonly (Source & {stale: boolean})[]): Reason {
  const unread = sources.filter(({valueUsd}) => valueUsd === null).length;
  if (sources.length === unread) return 'NO_OBSERVATION';
  return unread === 0 && sources.some(({stale}) => stale) ? 'STALE' : 'PARTIAL';
}

function shareOf(source: Source, total: Measured<bigint>): Measured<Rate> {
  if (total.reason !== null) return total;
  if (total.value === 0n) return missing('NOT_APPLICABLE');
  const whole = total.value;
  return derive(orMissing(source.valueUsd, 'NO_OBSERVATION'), (value) => ratio(value, whole));
}

/** Age of the oldest of the sources that are valued from time to time. */
function oldest(sources: readonly Source[], at: number, field: 'valuedAt' | 'publishedAt'): Measured<number> {
  const aging = sources.filter(({maxAgeSeconds}) => maxAgeSeconds !== null);
  if (aging.length === 0) return missing('NOT_APPLICABLE');
  const times = aging.map((source) => source[field]);
  return times.includes(null) ? missing('NO_OBSERVATION') : known(at - Math.min(...times.map((time) => time ?? at)));
}

const sum = (sources: readonly Source[]): bigint => sources.reduce((total, {valueUsd}) => total + (valueUsd ?? 0n), 0n);
