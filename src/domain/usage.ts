import {known, missing, type Measured} from './methodology';
import {DAY_SECONDS, ratio, Rate} from './rates';
import {supplySecondsAt, type TokenRow} from './token';

/** Trailing windows over which accounts are counted as active, in seconds. */
export const ACTIVE_WINDOWS = {activeAccounts1d: 1, activeAccounts7d: 7, activeAccounts30d: 30} as const;
export const VELOCITY_SECONDS = 30 * DAY_SECONDS;

/** A token as it was at an instant (unix seconds); without a row it had never moved. */
export interface TokenAt {
  readonly row: TokenRow | undefined;
  readonly at: number;
}

/** Amounts that moved between accounts up to the row, without legs between two contracts of the protocol; smallest units. */
export const circulated = (row: TokenRow | undefined): bigint =>
  row === undefined ? 0n : row.cumulativeTransferred - row.cumulativeInternal;

/** What moved between two instants, over what there was meanwhile. */
export interface Turnover {
  /** Smallest units; without mints, burns and legs between two contracts of the protocol */
  readonly volume: bigint;
  /** Time-weighted mean of the supply, smallest units, floored */
  readonly meanSupply: Measured<bigint>;
  /** volume over the mean supply, which is not floored here: how often it changed hands */
  readonly velocity: Measured<Rate>;
}

/** The turnover from one instant to a later one, exact: both sums are differences of running sums. */
export function turnover(start: TokenAt, end: TokenAt): Turnover {
  const volume = circulated(end.row) - circulated(start.row);
  const seconds = BigInt(end.at - start.at);
  const supplySeconds = supplySecondsAt(end.row, end.at) - supplySecondsAt(start.row, start.at);
  if (seconds <= 0n) return {volume, meanSupply: missing('NOT_APPLICABLE'), velocity: missing('NOT_APPLICABLE')};
  return {
    volume,
    meanSupply: known(supplySeconds / seconds),
    velocity: supplySeconds === 0n ? missing('NOT_APPLICABLE') : known(ratio(volume * seconds, supplySeconds)),
  };
}

/** A part of the supply as a fraction; a supply of nothing has no parts. */
export const shareOf = (amount: bigint, supply: bigint): Measured<Rate> =>
  supply === 0n ? missing('NOT_APPLICABLE') : known(ratio(amount, supply));

/** HHI of the holders: sum of the squared shares, exact (metrics.md 3.7). */
export const holderHhi = (row: TokenRow | undefined): Measured<Rate> =>
  row === undefined || row.totalSupply === 0n
    ? missing('NOT_APPLICABLE')
    : known(ratio(row.sumOfSquares, row.totalSupply * row.totalSupply));

/** Effective number of holders, 1 / HHI (metrics.md 3.7). */
export const effectiveHolders = (hhi: Rate): Rate => new Rate(1).div(hhi);
