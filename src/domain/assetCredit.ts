import {averageYears} from './averageLife';
import type {AssetCashFlowRow} from './assetCashFlow';
import {newestFinancials, type AssetFinancialsRow} from './assetFinancials';
import {newestParties, type AssetPartiesRow} from './assetParties';
import {countsFrom, paymentsOf, scheduleInForce, type AssetScheduleRow, type ScheduleVersion} from './assetSchedule';
import type {ComputeAssetRow} from './computeAsset';
import {defaultHistory, type DefaultHistory, type StatusChange} from './defaults';
import {creditStatus, GRACE_DAYS, pastDue, type CreditStatus, type PastDue} from './delinquency';
import {duesOf, receiptsOf, type Due} from './dues';
import type {AssetStatus} from './lifecycle';
import {derive, known, missing, orMissing, type Measured} from './methodology';
import type {Rate} from './rates';

/** All that is known of an asset as of a block. */
export interface AssetEvidence {
  readonly asset: ComputeAssetRow;
  /** In the order of the chain */
  readonly flows: readonly AssetCashFlowRow[];
  readonly changes: readonly StatusChange[];
  readonly schedules: readonly AssetScheduleRow[];
  readonly financials: readonly AssetFinancialsRow[];
  readonly parties: readonly AssetPartiesRow[];
}

/** What a default brought, and whether it is over: nothing is outstanding any more. */
export type Default = DefaultHistory & {readonly isResolved: boolean};

/** An asset's credit at an instant. */
export interface AssetCredit {
  readonly status: CreditStatus;
  readonly schedule: ScheduleVersion | null;
  /** Every payment of the schedule in force; empty without one */
  readonly dues: readonly Due[];
  readonly pastDue: PastDue;
  readonly next: Due | null;
  /** What is due by now, and what of it was paid; AID wei */
  readonly collection: Measured<Collection>;
  /** Years until the principal that is still to be repaid comes, weighted */
  readonly walYears: Measured<Rate>;
  readonly default: Default | null;
  readonly financials: AssetFinancialsRow | null;
  readonly parties: AssetPartiesRow | null;
  /** Who owes it: the name attested, else the account that the capital went to */
  readonly obligor: string | null;
}

export interface Collection {
  readonly scheduled: bigint;
  readonly collected: bigint;
}

const ENDED: readonly AssetStatus[] = ['REPAID', 'LIQUIDATED'];

/**
 * @param at the instant asked about, unix seconds: the time of the block that the evidence is of
 * @param graceDays days after a due date that are grace
 */
export function assetCredit(evidence: AssetEvidence, at: number, graceDays = GRACE_DAYS): AssetCredit {
  const {asset, flows, changes} = evidence;
  const schedule = scheduleInForce(evidence.schedules, at);
  const dues = schedule === null ? [] : scheduledDues(schedule.schedule, flows);
  const defaulted = defaultHistory(flows, changes);
  const contractual = schedule?.schedule.contractual === true ? dues : null;
  const {dealType, status} = asset;
  const late = pastDue({dealType, status, dues: contractual, flows, defaultedAt: defaulted?.defaultedAt ?? null}, at);
  const parties = newestParties(evidence.parties, at);
  return {
    status: creditStatus(status, late.days, graceDays),
    schedule,
    dues,
    pastDue: late,
    next: ENDED.includes(status) ? null : (dues.find(({dueAt, paidAt}) => dueAt > at && paidAt === null) ?? null),
    collection: derive(orMissing(contractual, 'NO_OBSERVATION'), (all) => collectionOf(all, at)),
    walYears: averageLife(asset, schedule === null ? null : dues, at),
    default: defaulted === null ? null : {...defaulted, isResolved: asset.outstanding === 0n},
    financials: newestFinancials(evidence.financials, at),
    parties,
    obligor: parties?.obligor ?? flows.findLast(({kind}) => kind === 'DRAW')?.counterparty ?? null,
  };
}

/** The payments of a version of the schedule with what was paid of them, also of one no longer in force. */
export const scheduledDues = (schedule: AssetScheduleRow, flows: readonly AssetCashFlowRow[]): Due[] =>
  duesOf(paymentsOf(schedule), receiptsOf(flows, countsFrom(schedule)));

function collectionOf(dues: readonly Due[], at: number): Collection {
  const fallen = dues.filter(({dueAt}) => dueAt <= at);
  return {
    scheduled: fallen.reduce((sum, {interest, principal}) => sum + interest + principal, 0n),
    collected: fallen.reduce((sum, {paidInterest, paidPrincipal}) => sum + paidInterest + paidPrincipal, 0n),
  };
}

/** Without a schedule there is none: that a deal repays at its maturity would be a guess. */
function averageLife(asset: ComputeAssetRow, dues: readonly Due[] | null, at: number): Measured<Rate> {
  if (ENDED.includes(asset.status)) return missing('NOT_APPLICABLE');
  if (dues === null) return missing('NO_OBSERVATION');
  return averageYears(remainingPrincipal(dues), at);
}

/** Principal still to be repaid, by the instant it is due. */
export const remainingPrincipal = (dues: readonly Due[]): {at: number; amount: bigint}[] =>
  dues.map(({dueAt, principal, paidPrincipal}) => ({at: dueAt, amount: principal - paidPrincipal}));

/** Actual less expected around a due date (metrics.md C3), AID wei; NOT_APPLICABLE before it is due. */
export const surpriseOf = ({dueAt, interest, principal, received}: Due, at: number): Measured<bigint> =>
  dueAt > at ? missing('NOT_APPLICABLE') : known(received - interest - principal);
