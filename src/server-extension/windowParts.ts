import {derive, known, missing, type Measured} from '../domain/methodology';
import {formatRate, Rate, type YearBasis} from '../domain/rates';
import {apr, apy, WINDOWS, type Price, type Window} from '../domain/yield';
import {compatYields} from '../domain/yieldCompat';
import {yieldFlags} from '../domain/yieldFlags';
import {feesPerShare, grossApr, type FeePaid} from '../domain/yieldGross';
import type {Mark} from '../domain/yieldMarks';
import type {CompatYieldPart, WindowYieldPart} from './answers/yieldParts';
import {reasonsOf, valuesOf} from './measured';
import {priceOf, type WindowPrices} from './windowPrices';

/** Fees paid out of revenue, and the block of it. */
export interface KnownFee extends FeePaid {
  readonly height: number;
}

/** How the rates of windows are taken. */
export interface WindowTerms {
  readonly basis: YearBasis;
  readonly isStale: boolean;
  readonly fees: readonly KnownFee[];
}

/** Rates over every window (metrics.md 3.6, V3, V4); a window without a price at its start has no shorter stand-in. */
export function windowParts(prices: WindowPrices, terms: WindowTerms): WindowYieldPart[] {
  const compound = WINDOWS.map((window) => rateOver(prices, window, (start, end) => apy(start, end, terms.basis)));
  const base = compound[WINDOWS.indexOf('30d')] ?? missing('INSUFFICIENT_HISTORY');
  return WINDOWS.map((window, i) => {
    const rate = compound[i] ?? missing('INSUFFICIENT_HISTORY');
    return windowPart(prices, window, rate, yieldFlags(rate, base, terms.isStale), terms);
  });
}

function windowPart(
  prices: WindowPrices,
  window: Window,
  compound: Measured<Rate>,
  flags: string[],
  {basis, fees}: WindowTerms,
): WindowYieldPart {
  const start = prices.starts.get(window) ?? null;
  const paid = fees.filter(({height}) => start !== null && height > start.height && height <= prices.end.height);
  const perShare = paid.length === 0 ? new Rate(0) : feesPerShare(paid);
  const simple = rateOver(prices, window, (from, to) => apr(from, to, basis));
  const gross = rateOver(prices, window, (from, to) => grossApr(from, to, perShare, basis));
  const span = <T>(of: T | undefined): Measured<T> =>
    start?.nav == null || prices.end.nav === null || of === undefined
      ? missing(simple.reason ?? 'INSUFFICIENT_HISTORY')
      : known(of);
  const fields = {
    apr: derive(simple, formatRate),
    apy: derive(compound, formatRate),
    grossApr: derive(gross, formatRate),
    feesPerShare: derive(simple, () => formatRate(perShare.div('1e18'))),
    block0: span(start?.height),
    block1: known(prices.end.height),
    dtSeconds: span(start === null ? undefined : prices.end.at - start.at),
  };
  return {...valuesOf(fields), window, flags, reason: simple.reason, reasons: reasonsOf(fields)};
}

function rateOver(
  prices: WindowPrices,
  window: Window,
  formula: (start: Price | null, end: Price) => Measured<Rate>,
): Measured<Rate> {
  const end = priceOf(prices.end);
  return end === null
    ? missing(prices.endReason ?? 'NO_OBSERVATION')
    : formula(priceOf(prices.starts.get(window)), end);
}

/** The same prices under the formulas of others. */
export function compatParts(prices: WindowPrices, merged: readonly Mark[]): CompatYieldPart[] {
  const end = priceOf(prices.end);
  const before = (window: Window): Price | null => priceOf(prices.starts.get(window));
  const earlier = {before1d: before('1d'), before7d: before('7d'), before30d: before('30d')};
  return compatYields({end: end ?? {nav: 0n, at: prices.end.at}, ...earlier}, merged).map(({name, formula, rate}) => {
    const value = end === null ? missing(prices.endReason ?? 'NO_OBSERVATION') : derive(rate, formatRate);
    return {name, formula, value: value.value, reason: value.reason, reasons: reasonsOf({value})};
  });
}
