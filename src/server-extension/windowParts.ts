import {derive, missing, type Measured} from '../domain/methodology';
import {formatRate, type Rate, type YearBasis} from '../domain/rates';
import {apr, apy, WINDOWS, type Price, type Window} from '../domain/yield';
import {compatYields} from '../domain/yieldCompat';
import {yieldFlags} from '../domain/yieldFlags';
import {feesPerShare, grossApr, type FeePaid} from '../domain/yieldGross';
import type {Mark} from '../domain/yieldMarks';
import type {CompatYieldPart, WindowYieldPart} from './answers/yieldParts';
import {reasonsOf} from './measured';
import {once} from './once';
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
  const rateOver = (window: Window) => once(() => compound(prices, window, terms.basis));
  const rates = new Map(WINDOWS.map((window) => [window, rateOver(window)]));
  const base = rates.get('30d') ?? (() => missing('INSUFFICIENT_HISTORY'));
  return WINDOWS.map((window) => windowPart(prices, window, rates.get(window) ?? base, base, terms));
}

type Rated = () => Measured<Rate>;

const compound = (prices: WindowPrices, window: Window, basis: YearBasis): Measured<Rate> =>
  over(prices, window, (start, end) => apy(start, end, basis));

/** A window's part; what a reader does not ask for is not computed. */
function windowPart(
  prices: WindowPrices,
  window: Window,
  rate: Rated,
  base: Rated,
  {basis, isStale, fees}: WindowTerms,
): WindowYieldPart {
  const start = prices.starts.get(window) ?? null;
  const simple = once(() => over(prices, window, (from, to) => apr(from, to, basis)));
  const isEvaluated = start?.nav != null && prices.end.nav !== null;
  const paid = once(() =>
    feesPerShare(fees.filter(({height}) => start !== null && height > start.height && height <= prices.end.height)),
  );
  return {
    window,
    get apr() {
      return shown(simple());
    },
    get apy() {
      return shown(rate());
    },
    get grossApr() {
      return shown(over(prices, window, (from, to) => grossApr(from, to, paid(), basis)));
    },
    get feesPerShare() {
      return derive(simple(), () => formatRate(paid().div('1e18'))).value;
    },
    block0: isEvaluated ? start.height : null,
    block1: prices.end.height,
    dtSeconds: isEvaluated ? prices.end.at - start.at : null,
    get flags() {
      return yieldFlags(rate(), base(), isStale);
    },
    get reason() {
      return simple().reason;
    },
    get reasons() {
      const reason = simple().reason;
      const rated = reason === null ? [] : RATED.map((field) => ({field, reason}));
      const placed = isEvaluated
        ? []
        : PLACED.map((field) => ({field, reason: reason ?? ('INSUFFICIENT_HISTORY' as const)}));
      return [...rated, ...placed];
    },
  };
}

const RATED = ['apr', 'apy', 'grossApr', 'feesPerShare'];
const PLACED = ['block0', 'dtSeconds'];

const shown = (rate: Measured<Rate>): string | null => derive(rate, formatRate).value;

function over(
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
