import {known, missing, type Measured} from './methodology';
import {DAY_SECONDS, ratio, Rate, yearSeconds, type YearBasis} from './rates';
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
  const rates = days.map(({growth, dt}) => growth.minus(1).times(yearSeconds(basis)).div(dt));
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
  const seconds = days.reduce((sum, {dt}) => sum + dt, 0);
  const weighted = days.reduce(
    (sum, {growth, dt}) => sum.plus(growth.pow(yearSeconds(basis).div(dt)).minus(1).times(dt)),
    new Rate(0),
  );
  const mean = seconds === 0 ? missing('INSUFFICIENT_HISTORY') : known(weighted.div(seconds));
  return {...covered(days, prices), mean};
}

interface Day {
  readonly growth: Rate;
  readonly dt: number;
}

function daysOf(prices: DailyPrices): Day[] {
  return prices.slice(1).flatMap((end, index) => {
    const start = prices[index];
    if (end === null || start == null || start.nav <= 0n || end.at <= start.at) return [];
    return [{growth: ratio(end.nav, start.nav), dt: end.at - start.at}];
  });
}

const covered = (days: readonly Day[], prices: DailyPrices): Pick<DailyMean, 'days' | 'coverage'> => ({
  days: days.length,
  coverage: new Rate(days.reduce((sum, {dt}) => sum + dt, 0)).div(Math.max(prices.length - 1, 1) * DAY_SECONDS),
});
