import {compoundRate, simpleRate, type Growth} from './growth';
import {known, missing, type Measured} from './methodology';
import {DAY_SECONDS, Rate, YEAR_SECONDS, type YearBasis} from './rates';
import type {Price} from './yield';

/** A mean of daily rates, over the days that have one. */
export interface DailyMean {
  readonly mean: Measured<Rate>;
  readonly days: number;
  /** Seconds of those days over the seconds of all days asked for */
  readonly coverage: Rate;
}

/**
 * Prices at the ends of days, oldest first: the evaluation blocks at t - n days, ..., t. Null where a day holds no block.
 * A day has a rate when the prices at both its ends are known; dt is what lies between their blocks.
 */
export type DailyPrices = readonly (Price | null)[];

/**
 * Mean of daily APRs, as Lido's SMA: null with the count where any day is missing (metrics.md B8).
 */
export function meanDailyApr(prices: DailyPrices, basis: YearBasis): DailyMean {
  const days = daysOf(prices);
  const rates = days.map((day) => simpleRate(day, YEAR_SECONDS[basis], day.seconds));
  const isWhole = days.length === prices.length - 1 && days.length > 0;
  const mean = rates.reduce((sum, rate) => sum.plus(rate), new Rate(0)).div(Math.max(rates.length, 1));
  return {...covered(days, prices), mean: isWhole ? known(mean) : missing('INSUFFICIENT_HISTORY')};
}

/**
 * Time-weighted mean of daily APYs over the days known, with how much of the time they cover (metrics.md B4). Days that
 * are missing change the coverage; the geometric rate of the same span does not see them.
 */
export function meanDailyApy(prices: DailyPrices, basis: YearBasis): DailyMean {
  const days = daysOf(prices);
  const seconds = secondsOf(days);
  const weighted = days.reduce(
    (sum, day) => sum.plus(compoundRate(day, YEAR_SECONDS[basis], day.seconds).times(day.seconds)),
    new Rate(0),
  );
  const mean = seconds === 0 ? missing('INSUFFICIENT_HISTORY') : known(weighted.div(seconds));
  return {...covered(days, prices), mean};
}

function daysOf(prices: DailyPrices): Growth[] {
  return prices.slice(1).flatMap((end, index) => {
    const start = prices[index];
    if (end === null || start == null || start.nav <= 0n || end.at <= start.at) return [];
    return [{start: start.nav, end: end.nav, seconds: end.at - start.at}];
  });
}

const secondsOf = (days: readonly Growth[]): number => days.reduce((sum, {seconds}) => sum + seconds, 0);

const covered = (days: readonly Growth[], prices: DailyPrices): Pick<DailyMean, 'days' | 'coverage'> => ({
  days: days.length,
  coverage: new Rate(secondsOf(days)).div(Math.max(prices.length - 1, 1) * DAY_SECONDS),
});
