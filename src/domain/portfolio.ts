import type {AssetCredit, AssetEvidence} from './assetCredit';
import {remainingPrincipal} from './assetCredit';
import {averageYears} from './averageLife';
import {investment, type Investment} from './cashReturns';
import {coverage} from './coverage';
import {cumulativeDefault, lossGivenDefault, recoveryRate} from './defaults';
import type {ComputeAssetRow} from './computeAsset';
import {known, missing, type Measured} from './methodology';
import {ratio, type Rate} from './rates';

/** An asset with its credit at the instant asked about. */
export interface Position {
  readonly evidence: AssetEvidence;
  readonly credit: AssetCredit;
}

/** Columns of an asset that add up. */
export const SUMMED = [
  ...(['principal', 'drawn', 'repaid', 'realizedLoss', 'outstanding', 'unrealizedLoss'] as const),
  ...(['cumulativeGross', 'cumulativePassThrough', 'cumulativeProtocolFee', 'cumulativePerformanceFee'] as const),
  ...(['cumulativeReserveContribution', 'cumulativeNetToVault', 'cumulativePaidToHolders', 'cumulativeDust'] as const),
] as const satisfies readonly (keyof ComputeAssetRow)[];

export type Sums = Readonly<Record<(typeof SUMMED)[number], bigint>>;

export function sumsOf(positions: readonly Position[]): Sums {
  const sums = SUMMED.map((column) => [column, totalOf(positions, ({evidence}) => evidence.asset[column])] as const);
  return Object.fromEntries(sums) as Record<(typeof SUMMED)[number], bigint>;
}

/** Days past due at which balances are counted. */
export const DELINQUENCY_DAYS = [30, 60, 90] as const;

/** Balances more than so many days past due; each bucket holds those of the next (metrics.md 3.8). */
export interface DelinquencyBucket {
  readonly days: (typeof DELINQUENCY_DAYS)[number];
  /** AID wei known to be so late */
  readonly amount: bigint;
  /** Of all that is outstanding; PARTIAL while it is not known of some balance whether it is late */
  readonly share: Measured<Rate>;
}

export function delinquency(positions: readonly Position[]): DelinquencyBucket[] {
  const running = positions.filter(isRunning);
  const outstanding = totalOf(running, balanceOf);
  const isUnobserved = running.some(({credit}) => credit.pastDue.days.reason === 'NO_OBSERVATION');
  return DELINQUENCY_DAYS.map((days) => {
    const amount = totalOf(
      running.filter(({credit}) => (credit.pastDue.days.value ?? 0) > days),
      balanceOf,
    );
    return {days, amount, share: isUnobserved ? missing('PARTIAL') : shareOf(amount, outstanding)};
  });
}

/** Money rates of many assets, pooled; null where a value is missing for the reason given. */
export interface PortfolioCredit {
  readonly collateral: Measured<bigint>;
  readonly overcollateralization: Measured<Rate>;
  readonly cumulativeDefault: Measured<Rate>;
  readonly recoveryRate: Measured<Rate>;
  readonly lossGivenDefault: Measured<Rate>;
  readonly collectionRate: Measured<Rate>;
  readonly walYears: Measured<Rate>;
  readonly wamYears: Measured<Rate>;
  /** Part of what is outstanding whose repayment is scheduled */
  readonly scheduledShare: Measured<Rate>;
  /** Registered rates, weighted by what is outstanding; gross */
  readonly weightedApr: Measured<Rate>;
  readonly investment: Investment;
}

/** @param at the instant asked about, unix seconds */
export function portfolioCredit(positions: readonly Position[], at: number): PortfolioCredit {
  const running = positions.filter(isRunning);
  const outstanding = totalOf(running, balanceOf);
  const collateral = collateralOf(running);
  const defaults = positions.flatMap(({credit}) => credit.default ?? []);
  const collections = positions.flatMap(({credit}) => credit.collection.value ?? []);
  const scheduled = running.filter(({credit}) => credit.schedule !== null);
  const nav = totalOf(positions, ({evidence: {asset}}) => asset.outstanding - asset.unrealizedLoss);
  return {
    collateral,
    overcollateralization:
      collateral.reason === null ? coverage(outstanding, collateral.value, null).overcollateralization : collateral,
    cumulativeDefault: cumulativeDefault(
      totalOf(positions, ({evidence}) => evidence.asset.realizedLoss),
      totalOf(positions, ({evidence}) => evidence.asset.drawn),
    ),
    recoveryRate: recoveryRate(defaults),
    lossGivenDefault: lossGivenDefault(defaults),
    collectionRate: shareOf(
      collections.reduce((sum, {collected}) => sum + collected, 0n),
      collections.reduce((sum, one) => sum + one.scheduled, 0n),
    ),
    walYears:
      scheduled.length < running.length
        ? missing('PARTIAL')
        : averageYears(
            running.flatMap(({credit}) => remainingPrincipal(credit.dues)),
            at,
          ),
    wamYears: averageMaturity(running, at),
    scheduledShare: shareOf(totalOf(scheduled, balanceOf), outstanding),
    weightedApr: weightedApr(running),
    investment: investment(
      positions.flatMap(({evidence}) => evidence.flows),
      nav,
    ),
  };
}

/** Weighted time until the registered maturities; PARTIAL where some balance has none. */
function averageMaturity(running: readonly Position[], at: number): Measured<Rate> {
  const ends = running.map(({evidence: {asset}}) => ({at: asset.maturityAt, amount: asset.outstanding}));
  const dated = ends.flatMap((end) => (end.at === null ? [] : [{at: end.at, amount: end.amount}]));
  return dated.length < ends.length ? missing('PARTIAL') : averageYears(dated, at);
}

/** USD WAD of what is outstanding; PARTIAL where some of it was never valued. */
function collateralOf(running: readonly Position[]): Measured<bigint> {
  const values = running.map(({evidence}) => evidence.asset.collateralValue);
  if (running.length > 0 && values.includes(null)) return missing('PARTIAL');
  return known(values.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n));
}

function weightedApr(running: readonly Position[]): Measured<Rate> {
  const weighted = totalOf(running, ({evidence: {asset}}) => asset.outstanding * BigInt(asset.aprBps));
  return shareOf(weighted, totalOf(running, balanceOf) * 10_000n);
}

const isRunning = ({evidence}: Position): boolean => evidence.asset.outstanding > 0n;
const balanceOf = ({evidence}: Position): bigint => evidence.asset.outstanding;
const totalOf = (positions: readonly Position[], amount: (position: Position) => bigint): bigint =>
  positions.reduce((sum, position) => sum + amount(position), 0n);
const shareOf = (part: bigint, whole: bigint): Measured<Rate> =>
  whole === 0n ? missing('NOT_APPLICABLE') : known(ratio(part, whole));
