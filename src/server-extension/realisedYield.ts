import {derive, known, missing, orMissing, type Measured, type Reason} from '../domain/methodology';
import {DAY_SECONDS, formatRate, ratio, Rate, type YearBasis} from '../domain/rates';
import {combineTrips, roundTrip, type RoundTrip, type Trip} from '../domain/roundTrip';
import type {RoundTripPart} from './answers/roundTrips';
import type {RealisedYieldPart} from './answers/yieldDetail';
import type {HeldBlock} from './heldBlocks';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {knownTrip, type SettledTrip} from './settledTrips';

/** Settled requests of this many seconds before a block stand for what holders realise. */
export const REALISED_SPAN = 365 * DAY_SECONDS;

/**
 * What those who left realised: all requests settled in the 365 days before a block as one round trip. Without any there
 * is nothing to tell (NO_OBSERVATION); where nobody knows what any of them had cost, PARTIAL.
 */
export function realisedPart(trips: readonly SettledTrip[], block: HeldBlock, basis: YearBasis): RealisedYieldPart {
  const settled = trips.filter(
    ({settledAt, settledHeight}) => settledHeight <= block.height && settledAt > block.at - REALISED_SPAN,
  );
  const priced = settled.flatMap((trip) => knownTrip(trip) ?? []);
  const whole = combineTrips(priced);
  const none: Reason = settled.length === 0 ? 'NO_OBSERVATION' : 'PARTIAL';
  const fields = {
    cost: orMissing(whole?.cost, none),
    assets: orMissing(whole?.assets, none),
    ...ratesOf(whole, basis, none),
    entryAt: derive(orMissing(whole?.entryAt, none), instant),
    requestedAt: derive(orMissing(whole?.requestedAt, none), instant),
    paidAt: derive(orMissing(whole?.paidAt, none), instant),
  };
  return {
    ...valuesOf(fields),
    requests: priced.length,
    unknownRequests: settled.length - priced.length,
    shares: whole?.shares ?? 0n,
    reasons: reasonsOf(fields),
  };
}

/** One settled request; what its shares had cost may be unknown: PARTIAL. */
export function tripPart(settled: SettledTrip, basis: YearBasis): RoundTripPart {
  const trip = knownTrip(settled);
  const days = (seconds: number): string => formatRate(new Rate(seconds).div(DAY_SECONDS));
  const perShare = (amount: Measured<bigint>): Measured<string> =>
    settled.shares === 0n ? missing('NOT_APPLICABLE') : derive(amount, (of) => formatRate(ratio(of, settled.shares)));
  const fields = {
    cost: orMissing(trip?.cost, 'PARTIAL'),
    entryNav: perShare(orMissing(trip?.cost, 'PARTIAL')),
    exitNav: perShare(known(settled.assets)),
    settlementNav: derive(orMissing(settled.settlementNav, 'NO_OBSERVATION'), (nav) =>
      formatRate(ratio(nav, 10n ** 18n)),
    ),
    entryAt: derive(orMissing(trip?.entryAt, 'PARTIAL'), instant),
    daysHeld: derive(orMissing(trip?.entryAt, 'PARTIAL'), (entryAt) => days(settled.requestedAt - entryAt)),
    daysWaited: known(days(settled.paidAt - settled.requestedAt)),
    ...ratesOf(trip, basis, 'PARTIAL'),
  };
  return {
    ...valuesOf(fields),
    requestId: settled.requestId,
    owner: settled.owner,
    shares: settled.shares,
    assets: settled.assets,
    requestedAt: instant(settled.requestedAt),
    paidAt: instant(settled.paidAt),
    settledAt: instant(settled.settledAt),
    reasons: reasonsOf(fields),
  };
}

type Formatted = {[K in keyof RoundTrip]: Measured<string>};

function ratesOf(trip: Trip | null, basis: YearBasis, none: Reason): Formatted {
  const rates = trip === null ? null : roundTrip(trip, basis);
  const format = (rate: Measured<Rate> | undefined): Measured<string> => derive(rate ?? missing(none), formatRate);
  return {
    gain: format(rates?.gain),
    gainAtSettlement: format(rates?.gainAtSettlement),
    apyHold: format(rates?.apyHold),
    apyRealised: format(rates?.apyRealised),
  };
}
