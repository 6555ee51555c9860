import {Decimal} from 'decimal.js';
import {UserError} from './errors';

/** Decimals of the rates: 50 significant digits, half-even, never a float. */
export const Rate = Decimal.clone({precision: 50, rounding: Decimal.ROUND_HALF_EVEN});
export type Rate = Decimal;

/** Places a rate is answered with (metrics.md V1). */
const RATE_PLACES = 18;

/** Days of a year for annualising (metrics.md V2). */
export const YEAR_BASES = ['360', '365', '365.2425', '365.25'] as const;
export type YearBasis = (typeof YEAR_BASES)[number];
export const DEFAULT_YEAR: YearBasis = '365';

export const DAY_SECONDS = 86_400;

/**
 * @throws UserError for anything but 360, 365, 365.2425 and 365.25
 */
export function parseYearBasis(text: string): YearBasis {
  const basis = YEAR_BASES.find((accepted) => accepted === text);
  if (basis === undefined) throw new UserError(`yearBasis is ${text}, expected one of ${YEAR_BASES.join(', ')}.`);
  return basis;
}

/** Seconds of a year of `basis` days: a whole number for each of them. */
export const YEAR_SECONDS: Readonly<Record<YearBasis, number>> = {
  '360': 31_104_000,
  '365': 31_536_000,
  '365.2425': 31_556_952,
  '365.25': 31_557_600,
};

/** The same as a decimal. */
export const yearSeconds = (basis: YearBasis): Rate => new Rate(basis).times(DAY_SECONDS);

/**
 * numerator / denominator as a fraction; both of the same unit and scale.
 * @throws RangeError when the denominator is 0: what a ratio to nothing means is the caller's to say
 */
export function ratio(numerator: bigint, denominator: bigint): Rate {
  if (denominator === 0n) throw new RangeError('A ratio to nothing has no value.');
  return new Rate(numerator.toString()).div(denominator.toString());
}

/** A fraction rounded half-even to 18 places, in plain notation without trailing zeros. */
export const formatRate = (rate: Rate): string =>
  rate.toDecimalPlaces(RATE_PLACES, Decimal.ROUND_HALF_EVEN).toFixed().replace(/^-0$/, '0');

/** A WAD integer as an exact decimal, in plain notation without trailing zeros. */
export function formatWad(wad: bigint): string {
  const digits = (wad < 0n ? -wad : wad).toString().padStart(RATE_PLACES + 1, '0');
  const fraction = digits.slice(-RATE_PLACES).replace(/0+$/, '');
  const whole = digits.slice(0, -RATE_PLACES);
  return `${wad < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
