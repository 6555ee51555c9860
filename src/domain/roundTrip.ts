import {compoundRate} from './growth';
import {derive, known, missing, orMissing, type Measured} from './methodology';
import {DAY_SECONDS, ratio, YEAR_SECONDS, type Rate, type YearBasis} from './rates';

/** Shares that were bought, given up and paid out; amounts in AID wei, instants in unix seconds. */
export interface Trip {
  readonly shares: bigint;
  /** What they had cost: entry NAV x shares */
  readonly cost: bigint;
  /** AID fixed at the request: unstaking NAV of that moment x shares */
  readonly assets: bigint;
  /** What the same shares were worth at the unstaking NAV of the payments; null where it was not known */
  readonly assetsAtSettlement: bigint | null;
  readonly entryAt: number;
  readonly requestedAt: number;
  readonly paidAt: number;
}

/** What a trip brought, as signed fractions (metrics.md 3.6). */
export interface RoundTrip {
  /** R = P_exit / S(t0) - 1, with the exit priced when it was asked for */
  readonly gain: Measured<Rate>;
  /** The same with the exit priced when it was paid */
  readonly gainAtSettlement: Measured<Rate>;
  /** (1+R)^(Y/(t1-t0)) - 1: the wait left out */
  readonly apyHold: Measured<Rate>;
  /** (1+R)^(Y/(t2-t0)) - 1: until the money was there */
  readonly apyRealised: Measured<Rate>;
}

/** The round trip of metrics.md 3.6; spans of less than a day are not annualised, shares that cost nothing have no gain. */
export function roundTrip(trip: Trip, basis: YearBasis): RoundTrip {
  const gainOf = (assets: bigint): Measured<Rate> =>
    trip.cost <= 0n ? missing('NOT_APPLICABLE') : known(ratio(assets - trip.cost, trip.cost));
  const gain = gainOf(trip.assets);
  const yearly = (seconds: number): Measured<Rate> => {
    if (seconds < DAY_SECONDS) return missing('INSUFFICIENT_HISTORY');
    const growth = {start: trip.cost, end: trip.assets, seconds};
    return derive(gain, () => compoundRate(growth, YEAR_SECONDS[basis], seconds));
  };
  const settled = orMissing(trip.assetsAtSettlement, 'NO_OBSERVATION');
  return {
    gain,
    gainAtSettlement: settled.reason === null ? gainOf(settled.value) : settled,
    apyHold: yearly(trip.requestedAt - trip.entryAt),
    apyRealised: yearly(trip.paidAt - trip.entryAt),
  };
}

/**
 * Several trips as one: what all of them cost and got, with the instants weighted by the AID fixed at each request
 * (floored). Null for none.
 */
export function combineTrips(trips: readonly Trip[]): Trip | null {
  const assets = sum(trips, (trip) => trip.assets);
  if (assets <= 0n) return null;
  const mean = (instant: (trip: Trip) => number): number =>
    Number(sum(trips, (trip) => trip.assets * BigInt(instant(trip))) / assets);
  const isPriced = trips.every(({assetsAtSettlement}) => assetsAtSettlement !== null);
  return {
    shares: sum(trips, ({shares}) => shares),
    cost: sum(trips, ({cost}) => cost),
    assets,
    assetsAtSettlement: isPriced ? sum(trips, ({assetsAtSettlement}) => assetsAtSettlement ?? 0n) : null,
    entryAt: mean(({entryAt}) => entryAt),
    requestedAt: mean(({requestedAt}) => requestedAt),
    paidAt: mean(({paidAt}) => paidAt),
  };
}

const sum = (trips: readonly Trip[], of: (trip: Trip) => bigint): bigint =>
  trips.reduce((total, trip) => total + of(trip), 0n);
