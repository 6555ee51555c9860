import type {AssetCashFlowRow, CashFlowKind} from './assetCashFlow';
import type {AssetStatus} from './lifecycle';
import {known, missing, type Measured} from './methodology';
import {ratio, Rate} from './rates';

/** A change of the registry's status, at its place in the chain. */
export interface StatusChange {
  readonly status: AssetStatus;
  readonly at: number;
  readonly height: number;
  readonly record: string;
}

/** What was at stake when a deal defaulted, and what came back since; AID wei. */
export interface DefaultHistory {
  readonly defaultedAt: number;
  /** Principal outstanding when the registry said DEFAULTED */
  readonly exposure: bigint;
  /** Principal, income and net revenue that reached the vault since, undiscounted; the reserve fund's cover is none */
  readonly recovered: bigint;
}

const RECOVERIES: readonly CashFlowKind[] = ['PRINCIPAL', 'INCOME', 'TO_VAULT'];

/** Null for a deal that never defaulted. Order within a block is that of the records. */
export function defaultHistory(
  flows: readonly AssetCashFlowRow[],
  changes: readonly StatusChange[],
): DefaultHistory | null {
  const change = changes.find(({status}) => status === 'DEFAULTED');
  if (change === undefined) return null;
  const before = flows.filter(({record}) => record < change.record);
  const after = flows.filter(({record}) => record > change.record);
  return {
    defaultedAt: change.at,
    exposure: sumOf(before, ['DRAW']) - sumOf(before, ['PRINCIPAL', 'LOSS']),
    recovered: sumOf(after, RECOVERIES),
  };
}

/**
 * Recoveries to date over the exposures of some defaults (metrics.md 3.8); a fraction, above 1 where more came back.
 * NOT_APPLICABLE without an exposure.
 */
export function recoveryRate(defaults: readonly DefaultHistory[]): Measured<Rate> {
  const exposure = defaults.reduce((sum, one) => sum + one.exposure, 0n);
  const recovered = defaults.reduce((sum, one) => sum + one.recovered, 0n);
  return exposure === 0n ? missing('NOT_APPLICABLE') : known(ratio(recovered, exposure));
}

/**
 * LGD = 1 - recoveries / exposure at default, undiscounted, of what has reached the vault net of costs (metrics.md 3.8).
 * PARTIAL while a deal is still being worked out: until then only the recovery rate to date can be said.
 */
export function lossGivenDefault(
  defaults: readonly (DefaultHistory & {readonly isResolved: boolean})[],
): Measured<Rate> {
  if (defaults.some(({isResolved}) => !isResolved)) return missing('PARTIAL');
  const rate = recoveryRate(defaults);
  return rate.reason === null ? known(new Rate(1).minus(rate.value)) : rate;
}

/** Cumulative written down / cumulative drawn (metrics.md 3.8); NOT_APPLICABLE where nothing was drawn. */
export function cumulativeDefault(written: bigint, drawn: bigint): Measured<Rate> {
  return drawn === 0n ? missing('NOT_APPLICABLE') : known(ratio(written, drawn));
}

/** The amounts of some kinds added up, AID wei. */
export const sumOf = (flows: readonly AssetCashFlowRow[], kinds: readonly CashFlowKind[]): bigint =>
  flows.reduce((sum, {kind, amount}) => (kinds.includes(kind) ? sum + amount : sum), 0n);
