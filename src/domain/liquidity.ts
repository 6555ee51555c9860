import type {Component} from './backing';
import {afterHaircut, BPS} from './haircut';
import {derive, known, missing, type Measured} from './methodology';
import {ratio, type Rate} from './rates';

/** Horizons of the coverage, in days (metrics.md 3.4). */
export const HORIZON_DAYS = [1, 7, 30] as const;

/** A component that turns into money within this many days is liquid. */
export const LIQUID_DAYS = 1;

export const DEMANDS = ['PENDING', 'PENDING_PLUS_FREE', 'ALL'] as const;
export type DemandKind = (typeof DEMANDS)[number];

/** What may ask for money, AID wei. */
export interface Claims {
  /** AID owed to open unstake requests */
  readonly pending: bigint;
  /** AID that its holders can hand in at once: the supply less what the vault holds */
  readonly freeSupply: bigint;
  readonly liabilities: bigint;
}

/** AID wei x 1e4, exact: the demand of a kind; `bps` of the free supply counts under PENDING_PLUS_FREE. */
export function demandScaled(kind: DemandKind, claims: Claims, bps: number): bigint {
  switch (kind) {
    case 'PENDING':
      return claims.pending * BPS;
    case 'PENDING_PLUS_FREE':
      return claims.pending * BPS + claims.freeSupply * BigInt(bps);
    case 'ALL':
      return claims.liabilities * BPS;
  }
}

type Settled = Pick<Component, 'valueUsd' | 'stale' | 'haircutBps' | 'settlementDays'>;

/**
 * What settles within `days`, after haircut, USD WAD x 1e4 (metrics.md 3.4). Missing where a component that may settle
 * in time is not known, stale, or without a haircut, and where a component's days are not set.
 */
export function settlingWithin(components: readonly Settled[], days: number): Measured<bigint> {
  return components.reduce<Measured<bigint>>((sum, {valueUsd, stale, haircutBps, settlementDays}) => {
    if (sum.reason !== null) return sum;
    if (settlementDays === null) return missing('NO_OBSERVATION');
    if (settlementDays > days) return sum;
    if (stale) return missing('STALE');
    if (valueUsd === null || haircutBps === null) return missing(valueUsd === null ? 'PARTIAL' : 'NO_OBSERVATION');
    return known(sum.value + afterHaircut(valueUsd, haircutBps));
  }, known(0n));
}

/** LCR_T: what settles within T over the demand (both x 1e4); without any demand there is nothing to cover. */
export const coverage = (settling: Measured<bigint>, demand: bigint): Measured<Rate> =>
  demand === 0n ? missing('NOT_APPLICABLE') : derive(settling, (value) => ratio(value, demand));

/** Share of the reserves that settles within a day, before haircuts. */
export function liquidShare(components: readonly Settled[], reservesUsd: Measured<bigint>): Measured<Rate> {
  if (reservesUsd.reason !== null) return reservesUsd;
  const whole = reservesUsd.value;
  if (whole === 0n) return missing('NOT_APPLICABLE');
  const gross = components.map((component) => ({...component, haircutBps: 0}));
  return derive(settlingWithin(gross, LIQUID_DAYS), (liquid) => ratio(liquid, whole * BPS));
}
