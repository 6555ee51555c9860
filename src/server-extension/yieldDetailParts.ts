import {derive, known, missing, orMissing} from '../domain/methodology';
import {formatRate, type YearBasis} from '../domain/rates';
import type {Price} from '../domain/yield';
import type {Mark} from '../domain/yieldMarks';
import {meanDailyApr, meanDailyApy} from '../domain/yieldMeans';
import {markReturns, maxDrawdown, spreadOf} from '../domain/yieldRisk';
import {trailingYear} from '../domain/yieldTrailing';
import type {YieldMeansPart, YieldRiskPart} from './answers/yieldDetail';
import {instant, type HeldBlock} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import type {KnownPrice} from './vaultPrices';
import {evaluated, priceOf} from './windowPrices';

const SMA_DAYS = 7;

/** Means of daily rates; `blocks` are the evaluation blocks at the ends of the days, oldest first. */
export function meansPart(
  {height}: HeldBlock,
  blocks: readonly ({height: number; at: number} | null)[],
  prices: readonly KnownPrice[],
  basis: YearBasis,
): YieldMeansPart {
  const daily = blocks.map((block): Price | null => priceOf(evaluated(prices, block, height)));
  const week = meanDailyApr(daily.slice(-1 - SMA_DAYS), basis);
  const month = meanDailyApy(daily, basis);
  const fields = {
    sma7Apr: derive(week.mean, formatRate),
    meanApy30d: derive(month.mean, formatRate),
    coverage30d: known(formatRate(month.coverage)),
  };
  return {...valuesOf(fields), sma7Days: week.days, reasons: reasonsOf(fields)};
}

/** How the price moved until a block: `prices` may hold later ones. */
export function riskPart(
  {height, at}: HeldBlock,
  merged: readonly Mark[],
  prices: readonly KnownPrice[],
): YieldRiskPart {
  const spread = spreadOf(markReturns(merged));
  const exits = prices.flatMap((price) =>
    price.height > height || price.unstakingNav === null ? [] : [{at: price.at, nav: price.unstakingNav}],
  );
  const fall = maxDrawdown(exits);
  const none = fall === null ? 'NO_OBSERVATION' : 'NOT_APPLICABLE';
  const open = fall?.troughAt == null ? none : 'INSUFFICIENT_HISTORY';
  const recovery = fall?.recoveredAt == null || fall.troughAt === null ? null : fall.recoveredAt - fall.troughAt;
  const fields = {
    meanReturn: derive(spread.mean, formatRate),
    deviation: derive(spread.deviation, formatRate),
    trailingYear: derive(trailingYear(merged, at), formatRate),
    maxDrawdown: fall === null ? missing('NO_OBSERVATION') : known(formatRate(fall.depth)),
    peakAt: derive(orMissing(fall?.peakAt, none), instant),
    troughAt: derive(orMissing(fall?.troughAt, none), instant),
    recoveredAt: derive(orMissing(fall?.recoveredAt, open), instant),
    recoverySeconds: orMissing(recovery, open),
  };
  return {...valuesOf(fields), returns: spread.count, reasons: reasonsOf(fields)};
}
