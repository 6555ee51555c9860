import {known, missing, type Measured} from './methodology';
import {ratio, Rate} from './rates';

/** Mean and sample deviation of a series, by Welford's running sums. */
export interface Spread {
  readonly count: number;
  readonly mean: Measured<Rate>;
  /** Square root of the sum of squares over count - 1; null under two values */
  readonly deviation: Measured<Rate>;
}

export function spreadOf(values: readonly Rate[]): Spread {
  let mean = new Rate(0);
  let squares = new Rate(0);
  values.forEach((value, index) => {
    const delta = value.minus(mean);
    mean = mean.plus(delta.div(index + 1));
    squares = squares.plus(delta.times(value.minus(mean)));
  });
  const count = values.length;
  return {
    count,
    mean: count === 0 ? missing('INSUFFICIENT_HISTORY') : known(mean),
    deviation: count < 2 ? missing('INSUFFICIENT_HISTORY') : known(squares.div(count - 1).sqrt()),
  };
}

/** Returns between neighbouring marks, as signed fractions; a mark at 0 has none after it. */
export const markReturns = (marks: readonly {readonly stakingNav: bigint}[]): Rate[] =>
  marks.slice(1).flatMap(({stakingNav}, index) => {
    const before = marks[index]?.stakingNav ?? 0n;
    return before <= 0n ? [] : [ratio(stakingNav - before, before)];
  });

/** A price (WAD) that holds from `at` (unix seconds) on. */
export interface PricePoint {
  readonly at: number;
  readonly nav: bigint;
}

/** The deepest fall of a price below what it had been, and whether it came back. */
export interface Drawdown {
  /** trough/peak - 1: negative, or 0 where the price never fell */
  readonly depth: Rate;
  readonly peakAt: number | null;
  readonly troughAt: number | null;
  /** When the price was back at the peak; null where it is not yet */
  readonly recoveredAt: number | null;
}

/** Max drawdown of a price in the order of its changes (metrics.md B12); null without a price. */
export function maxDrawdown(prices: readonly PricePoint[]): Drawdown | null {
  let [peak] = prices;
  if (peak === undefined) return null;
  let worst = {peak, trough: peak};
  for (const price of prices) {
    if (price.nav >= peak.nav) peak = price;
    else if (price.nav * worst.peak.nav < worst.trough.nav * peak.nav) worst = {peak, trough: price};
  }
  const {peak: top, trough} = worst;
  if (trough.nav >= top.nav) return {depth: new Rate(0), peakAt: null, troughAt: null, recoveredAt: null};
  const after = prices.slice(prices.indexOf(trough));
  return {
    depth: ratio(trough.nav - top.nav, top.nav),
    peakAt: top.at,
    troughAt: trough.at,
    recoveredAt: after.find(({nav}) => nav >= top.nav)?.at ?? null,
  };
}
