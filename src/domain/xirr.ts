import {ONE, onlyRoot, type Term} from './discountPolynomial';
import {known, missing, type Measured} from './methodology';
import {DAY_SECONDS, Rate} from './rates';

/** Money that changes hands at an instant (unix seconds), in the smallest unit: + comes in, - goes out. */
export interface CashFlow {
  readonly at: number;
  readonly amount: bigint;
}

/** Rates are looked for between these, ends excluded (metrics.md 3.8). */
export const XIRR_BRACKET = {from: '-0.99', to: '10'} as const;

/** The year of the definition is one of 365 days, whatever basis other rates are asked with. */
const YEAR_SECONDS = 365 * DAY_SECONDS;

/** Wide enough that a rate keeps 50 digits after a power with the seconds of a year. */
const Wide = Rate.clone({precision: 100});

/**
 * The internal rate r of dated flows: sum CF_j / (1+r)^((t_j - t_0) / 365 days) = 0 (metrics.md 3.8); a fraction a
 * year, exact to 50 digits.
 *
 * NOT_APPLICABLE where no rate within the bracket balances the flows, several do, or it cannot be proved that only one
 * does; INSUFFICIENT_HISTORY where the flows span less than a day.
 */
export function xirr(flows: readonly CashFlow[]): Measured<Rate> {
  const terms = termsOf(flows);
  const span = terms.at(-1)?.seconds ?? 0;
  if (span < DAY_SECONDS) return missing(terms.length === 0 ? 'NOT_APPLICABLE' : 'INSUFFICIENT_HISTORY');
  const {lowest, highest} = discounts();
  const discount = onlyRoot(terms, highest, lowest);
  if (discount === null) return missing('NOT_APPLICABLE');
  const aYear = new Wide(discount.toString()).div(ONE.toString()).pow(YEAR_SECONDS);
  return known(new Rate(new Wide(1).div(aYear).minus(1)));
}

/** Net present value of flows at a rate, at the instant of the first, in their unit (metrics.md 3.8). */
export function presentValue(flows: readonly CashFlow[], rate: Rate): Rate {
  const perSecond = new Wide(rate).plus(1).pow(new Wide(-1).div(YEAR_SECONDS));
  const values = termsOf(flows).map(({amount, seconds}) => perSecond.pow(seconds).times(amount.toString()));
  return new Rate(values.reduce((sum, value) => sum.plus(value), new Wide(0)));
}

/** Flows of one instant are one; those that cancel out are none. Seconds count from the first. */
function termsOf(flows: readonly CashFlow[]): Term[] {
  const sums = new Map<number, bigint>();
  for (const {at, amount} of flows) sums.set(at, (sums.get(at) ?? 0n) + amount);
  const moving = [...sums].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => a - b);
  const start = moving[0]?.[0] ?? 0;
  return moving.map(([at, amount]) => ({seconds: at - start, amount}));
}

interface Discounts {
  readonly lowest: bigint;
  readonly highest: bigint;
}
let computed: Discounts | undefined;

/** The bracket's rates as discounts a second, in units of 1/ONE: `lowest` belongs to the lowest rate. */
function discounts(): Discounts {
  const ofRate = (rate: string): bigint =>
    BigInt(new Wide(rate).plus(1).pow(new Wide(-1).div(YEAR_SECONDS)).times(ONE.toString()).toFixed(0));
  return (computed ??= {lowest: ofRate(XIRR_BRACKET.from), highest: ofRate(XIRR_BRACKET.to)});
}
