import {derive, known, missing, orMissing, type Measured} from '../domain/methodology';
import {openLedger} from '../domain/queueBook';
import type {PolicyCheck} from '../domain/queueCheck';
import {DAY_SECONDS, formatRate, ratio} from '../domain/rates';
import type {WithdrawalCycleRow} from '../domain/withdrawalCycle';
import {bookOf, type WithdrawalQueueRow} from '../domain/withdrawalQueue';
import type {CyclePart, LiquiditySourcePart} from './answers/queueCycle';
import type {IndexedChain} from './chains';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {termsOfCycle} from './queueTerms';

/** What the accounts of cycles are read from. */
export interface CycleSources {
  readonly chain: IndexedChain;
  readonly height: number;
  readonly queue: WithdrawalQueueRow | undefined;
  /** By their number */
  readonly cycles: readonly WithdrawalCycleRow[];
  readonly checks: () => Promise<ReadonlyMap<bigint, PolicyCheck>>;
}

/** The accounts of all cycles, the newest first. */
export function cycleParts(sources: CycleSources): CyclePart[] {
  const settled = sources.cycles
    .filter(({settledRecord}) => settledRecord !== null)
    .sort((a, b) => ((a.settledRecord ?? '') < (b.settledRecord ?? '') ? -1 : 1));
  return sources.cycles.toReversed().map((cycle) => {
    const place = settled.indexOf(cycle);
    return partOf(sources, cycle, place < 0 ? [] : sourcesOf(cycle, settled[place - 1]));
  });
}

function partOf(sources: CycleSources, cycle: WithdrawalCycleRow, liquiditySources: LiquiditySourcePart[]): CyclePart {
  const {policy, source} = termsOfCycle(sources.chain, cycle, sources.height);
  const isSettled = cycle.status === 'SETTLED';
  const fields = {
    declaredPolicy: orMissing(cycle.policy, 'NOT_APPLICABLE'),
    opensAt: timeOf(cycle.opensAt),
    cutoffAt: timeOf(cycle.cutoffAt),
    settlesAt: timeOf(cycle.settlesAt),
    settledAt: timeOf(cycle.settledAt),
    ...accountOf(cycle, sources.queue),
    due: orMissing(cycle.dueAssets, 'NOT_APPLICABLE'),
    liquid: orMissing(cycle.liquidAssets, 'NOT_APPLICABLE'),
    fillRatio: derive(fraction(isSettled ? cycle.paidAssets : 0n, cycle.dueAssets ?? 0n), formatRate),
    daysToPay: derive(fraction(cycle.paidSeconds, cycle.paidAssets * BigInt(DAY_SECONDS)), formatRate),
  };
  return {
    ...valuesOf(fields),
    cycleId: cycle.cycleId,
    status: cycle.status,
    policy,
    policySource: source,
    requestCount: cycle.requestCount,
    liquiditySources,
    get verdict() {
      return isSettled
        ? sources.checks().then((all) => all.get(cycle.cycleId)?.verdict ?? null)
        : Promise.resolve(null);
    },
    reasons: reasonsOf({...fields, verdict: isSettled ? known('') : missing('NOT_APPLICABLE')}),
  };
}

type Account = Record<
  'opening' | 'requested' | 'filled' | 'filledBetween' | 'cancelled' | 'rolled' | 'open' | 'residual',
  Measured<bigint>
>;

/** The account struck by the settlement; before it what the book of the queue says so far. */
function accountOf(cycle: WithdrawalCycleRow, queue: WithdrawalQueueRow | undefined): Account {
  if (cycle.status !== 'OPENED') {
    return {
      opening: orMissing(cycle.openingAssets, 'NO_OBSERVATION'),
      requested: orMissing(cycle.newAssets, 'NO_OBSERVATION'),
      filled: orMissing(cycle.filledAssets, 'NO_OBSERVATION'),
      filledBetween: orMissing(cycle.filledBetweenAssets, 'NO_OBSERVATION'),
      cancelled: orMissing(cycle.cancelledAssets, 'NO_OBSERVATION'),
      rolled: orMissing(cycle.rolledAssets, 'NO_OBSERVATION'),
      open: orMissing(cycle.openAssets, 'NO_OBSERVATION'),
      residual: orMissing(cycle.residual, 'NO_OBSERVATION'),
    };
  }
  const ledger = queue && openLedger(bookOf(queue), cycle.cycleId);
  return {
    opening: orMissing(ledger?.opening, 'NO_OBSERVATION'),
    requested: orMissing(ledger?.requested, 'NO_OBSERVATION'),
    filled: known(0n),
    filledBetween: orMissing(ledger?.filledBetween, 'NO_OBSERVATION'),
    cancelled: known(0n),
    rolled: missing('NOT_APPLICABLE'),
    open: orMissing(ledger?.rest, 'NO_OBSERVATION'),
    residual: missing('NOT_APPLICABLE'),
  };
}

/** Where the liquidity of a settlement came from since the one before it; together they are that liquidity. */
function sourcesOf(cycle: WithdrawalCycleRow, before: WithdrawalCycleRow | undefined): LiquiditySourcePart[] {
  const since = (sum: keyof WithdrawalCycleRow & `cumulative${string}`): bigint =>
    (cycle[sum] ?? 0n) - (before?.[sum] ?? 0n);
  const heldBefore = (before?.liquidAssets ?? 0n) - (before?.paidAssets ?? 0n);
  return [
    {source: 'HELD_BEFORE', amount: heldBefore},
    {source: 'DEPOSITED', amount: since('cumulativeDeposited')},
    {source: 'RETURNED', amount: since('cumulativeReturned')},
    {source: 'REVENUE', amount: since('cumulativeRevenue')},
    {source: 'DEPLOYED', amount: -since('cumulativeDeployed')},
    {source: 'PAID_BETWEEN', amount: cycle.paidAssets - since('cumulativePaidOut')},
  ];
}

const timeOf = (at: number | null): Measured<Date> => derive(orMissing(at, 'NOT_APPLICABLE'), instant);

const fraction = (numerator: bigint, denominator: bigint) =>
  denominator === 0n ? missing('NOT_APPLICABLE') : known(ratio(numerator, denominator));
