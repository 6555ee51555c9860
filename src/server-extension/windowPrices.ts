import type {Reason} from '../domain/methodology';
import {windowStart, WINDOWS, type Price, type Window} from '../domain/yield';
import type {HeldBlock} from './heldBlocks';
import {priceIn, type EvaluatedPrice, type KnownPrice} from './vaultPrices';

/** The price at the block asked about, and those at the starts of the windows that end there. */
export interface WindowPrices {
  readonly end: EvaluatedPrice;
  /** Why there is no price at the end; null where there is one */
  readonly endReason: Reason | null;
  readonly starts: ReadonlyMap<Window, EvaluatedPrice | null>;
}

/** Windows whose start is an instant of its own. INCEPTION starts with the first price, before which no block has one. */
const QUERIED_WINDOWS = WINDOWS.filter((window) => window !== 'INCEPTION');

/** The instants at which the windows of a block start. */
export const windowInstants = ({at}: HeldBlock): number[] =>
  QUERIED_WINDOWS.map((window) => windowStart(window, at) ?? at);

/** The prices at the starts of the windows of a block; `blocks` are those at its `windowInstants`. */
export function windowStarts(
  {height}: HeldBlock,
  blocks: readonly ({height: number; at: number} | null)[],
  prices: readonly KnownPrice[],
): WindowPrices['starts'] {
  const starts = new Map<Window, EvaluatedPrice | null>();
  QUERIED_WINDOWS.forEach((window, i) => starts.set(window, evaluated(prices, blocks[i] ?? null, height)));
  const first = prices.find(({stakingNav}) => stakingNav !== null);
  if (first !== undefined && first.height <= height) {
    starts.set('INCEPTION', {height: first.effectiveHeight, at: first.at, nav: first.stakingNav});
  }
  return starts;
}

/** The price at an evaluation block, as known at another; null without a block. */
export const evaluated = (
  prices: readonly KnownPrice[],
  block: {readonly height: number; readonly at: number} | null,
  knownAt: number,
): EvaluatedPrice | null =>
  block === null ? null : {...block, nav: priceIn(prices, block.height, knownAt)?.stakingNav ?? null};

/** An evaluated price for a formula; null where none was known. */
export const priceOf = (evaluatedPrice: EvaluatedPrice | null | undefined): Price | null =>
  evaluatedPrice == null || evaluatedPrice.nav === null ? null : {nav: evaluatedPrice.nav, at: evaluatedPrice.at};
