import type {EntityManager} from 'typeorm';
import {derive, known, missing, type Measured, type Reason} from '../domain/methodology';
import {formatRate, type YearBasis} from '../domain/rates';
import {apr, apy, windowStart, WINDOWS, type Price, type Window} from '../domain/yield';
import {compatYields} from '../domain/yieldCompat';
import type {Mark} from '../domain/yieldMarks';
import {reasonsOf, valuesOf} from './measured';
import type {CompatYieldPart, WindowYieldPart} from './answers/stakingYield';
import type {HeldBlock} from './heldBlocks';
import {firstPrice, pricesAt, type EvaluatedPrice, type KnownMark} from './vaultPrices';
import type {RowName} from './versions';

/** The price at the block asked about, and those at the starts of the windows that end there. */
export interface WindowPrices {
  readonly end: EvaluatedPrice;
  /** Why there is no price at the end; null where there is one */
  readonly endReason: Reason | null;
  readonly starts: Starts;
}

type Starts = ReadonlyMap<Window, EvaluatedPrice | null>;

/** Windows whose start is an instant of its own. INCEPTION starts with the first price, before which no block has one. */
const QUERIED_WINDOWS = WINDOWS.filter((window) => window !== 'INCEPTION');

/** For each block the prices at the starts of its windows, as an index knew them that had stopped there. */
export async function windowStarts(
  em: EntityManager,
  vault: RowName,
  blocks: readonly HeldBlock[],
  marks: readonly KnownMark[],
): Promise<Starts[]> {
  const newest = blocks.reduce((height, block) => Math.max(height, block.height), -1);
  const first = await firstPrice(em, vault.key, newest);
  if (first === null) return blocks.map(() => new Map());
  const queries = blocks.flatMap(({at, height}) =>
    QUERIED_WINDOWS.map((window) => ({at: windowStart(window, at) ?? at, knownAt: height})),
  );
  const prices = await pricesAt(em, vault, queries, marks);
  return blocks.map((_block, index) => {
    const own = QUERIED_WINDOWS.map(
      (window, i) => [window, prices[index * QUERIED_WINDOWS.length + i] ?? null] as const,
    );
    return new Map([...own, ['INCEPTION', first] as const]);
  });
}

/** Rates over every window (metrics.md 3.6, V3, V4); a window without a price at its start has no shorter stand-in. */
export function windowParts(prices: WindowPrices, basis: YearBasis): WindowYieldPart[] {
  const end = priceOf(prices.end);
  return WINDOWS.map((window) => {
    const start = prices.starts.get(window) ?? null;
    const startPrice = priceOf(start);
    const reason = prices.endReason;
    const rate = (formula: typeof apr): Measured<string> =>
      end === null ? missing(reason ?? 'NO_OBSERVATION') : derive(formula(startPrice, end, basis), formatRate);
    const fields = {apr: rate(apr), apy: rate(apy)};
    const spanReason = fields.apr.reason ?? 'INSUFFICIENT_HISTORY';
    const isEvaluated = end !== null && startPrice !== null && start !== null;
    const places = {
      block0: isEvaluated ? known(start.height) : missing(spanReason),
      block1: known(prices.end.height),
      dtSeconds: isEvaluated ? known(prices.end.at - start.at) : missing(spanReason),
    };
    const all = {...fields, ...places};
    return {...valuesOf(all), window, reason: fields.apr.reason, reasons: reasonsOf(all)};
  });
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

const priceOf = (evaluated: EvaluatedPrice | null | undefined): Price | null =>
  evaluated == null || evaluated.nav === null ? null : {nav: evaluated.nav, at: evaluated.at};
