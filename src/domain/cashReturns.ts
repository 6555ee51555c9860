import type {AssetCashFlowRow, CashFlowKind} from './assetCashFlow';
import {sumOf} from './defaults';
import {known, missing, type Measured} from './methodology';
import {ratio, type Rate, yearSeconds, type YearBasis, DEFAULT_YEAR} from './rates';
import {xirr, type CashFlow} from './xirr';

/** What reaches the vault: principal, income, its part of distributions with the dust, and the reserve fund's cover. */
const DISTRIBUTIONS: readonly CashFlowKind[] = ['PRINCIPAL', 'INCOME', 'TO_VAULT', 'COVER'];

/** What the vault put into an asset, what it got, and what is left in it; AID wei. */
export interface Investment {
  readonly paidIn: bigint;
  readonly distributions: bigint;
  /** Outstanding less unrealised loss */
  readonly nav: bigint;
}

export const investment = (flows: readonly AssetCashFlowRow[], nav: bigint): Investment => ({
  paidIn: sumOf(flows, ['DRAW']),
  distributions: sumOf(flows, DISTRIBUTIONS),
  nav,
});

/** DPI = distributions / paid in (metrics.md 3.8); NOT_APPLICABLE before anything is paid in. */
export const distributedToPaidIn = ({paidIn, distributions}: Investment): Measured<Rate> =>
  paidIn === 0n ? missing('NOT_APPLICABLE') : known(ratio(distributions, paidIn));

/** MOIC = (distributions + NAV) / paid in (metrics.md 3.8); NOT_APPLICABLE before anything is paid in. */
export const multipleOnCapital = ({paidIn, distributions, nav}: Investment): Measured<Rate> =>
  paidIn === 0n ? missing('NOT_APPLICABLE') : known(ratio(distributions + nav, paidIn));

/**
 * The vault's money rate in an asset (metrics.md 3.8): draws go out, distributions come in, and what is left in it counts
 * as coming in at the instant asked about.
 */
export function moneyRate(flows: readonly AssetCashFlowRow[], nav: bigint, at: number): Measured<Rate> {
  const moved = flows.flatMap((flow): CashFlow[] => {
    if (flow.kind === 'DRAW') return [{at: flow.at, amount: -flow.amount}];
    return DISTRIBUTIONS.includes(flow.kind) ? [{at: flow.at, amount: flow.amount}] : [];
  });
  return xirr([...moved, {at, amount: nav}]);
}

/**
 * Gross revenue over the principal-years it was paid for: from the first draw to the end of the last period paid, a
 * simple rate a year. Marked by periods, it does not sink between two payments.
 * NO_OBSERVATION before the first revenue; INSUFFICIENT_HISTORY where a period paid for lies ahead;
 * NOT_APPLICABLE where no principal was out.
 */
export function grossRate(
  flows: readonly AssetCashFlowRow[],
  at: number,
  basis: YearBasis = DEFAULT_YEAR,
): Measured<Rate> {
  const ends = flows.flatMap(({kind, periodEndAt}) => (kind === 'REVENUE_GROSS' ? (periodEndAt ?? []) : []));
  if (ends.length === 0) return missing('NO_OBSERVATION');
  const end = ends.reduce((latest, one) => Math.max(latest, one), -Infinity);
  if (end > at) return missing('INSUFFICIENT_HISTORY');
  const principalSeconds = outstandingSeconds(flows, end);
  if (principalSeconds === 0n) return missing('NOT_APPLICABLE');
  return known(ratio(sumOf(flows, ['REVENUE_GROSS']), principalSeconds).times(yearSeconds(basis)));
}

/** Outstanding principal added up over every second until an instant, AID wei x seconds. */
function outstandingSeconds(flows: readonly AssetCashFlowRow[], end: number): bigint {
  return flows
    .filter(({at}) => at < end)
    .reduce((sum, {kind, amount, at}) => {
      const seconds = BigInt(end - at);
      if (kind === 'DRAW') return sum + amount * seconds;
      return kind === 'PRINCIPAL' || kind === 'LOSS' ? sum - amount * seconds : sum;
    }, 0n);
}

/**
 * Net revenue of an asset: what went to the vault and the holders, less what was written off, AID wei. A loss enters as
 * negative revenue, so that the sum to date falls by an explicit loss and by nothing else (metrics.md 3.8).
 */
export const netRevenue = (flows: readonly AssetCashFlowRow[]): bigint =>
  sumOf(flows, ['INCOME', 'TO_VAULT', 'TO_HOLDERS', 'COVER']) - sumOf(flows, ['LOSS']);
