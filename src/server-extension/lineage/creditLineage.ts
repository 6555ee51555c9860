import type {AssetCashFlowRow} from '../../domain/assetCashFlow';
import {assetCredit, scheduledDues} from '../../domain/assetCredit';
import {scheduleInForce} from '../../domain/assetSchedule';
import {GRACE_DAYS, pastDue, type PastDue} from '../../domain/delinquency';
import {evidenceAt} from '../creditSources';
import {historySource, type AssetMaterial} from './assetLineage';
import {statusOf} from './assetHistory';
import type {Trace} from './metric';
import {namedFacts} from './source';

type Evidence = Pick<Trace, 'terms' | 'causes' | 'parameters'>;

/** Days past due, and the status that they refine where the registry says ACTIVE (metrics.md C2, C3). */
export const creditTrace =
  (field: 'status' | 'daysPastDue') =>
  (material: AssetMaterial): Evidence => {
    const {asset, sources, at, height} = material;
    const credit = assetCredit(evidenceAt(sources, asset, height), at);
    const isDated = credit.pastDue.days.reason === null && (field === 'daysPastDue' || asset.status === 'ACTIVE');
    const dated = isDated ? datedEvidence(material, credit.default?.defaultedAt ?? null) : NOT_DATED;
    const status = field === 'status' ? historySource('status', statusOf(material.history)) : [];
    return {
      parameters: {graceDays: GRACE_DAYS, ...dated.parameters},
      terms: dated.terms,
      causes: [...status, ...dated.causes],
    };
  };

const NOT_DATED: Evidence = {parameters: {owedBy: 'NOTHING'}, terms: {}, causes: []};

/** The schedule in force, or the payments reported missed, and the receipts that decide what of them is open. */
function datedEvidence({asset, sources, flows, at}: AssetMaterial, defaultedAt: number | null): Evidence {
  const inForce = scheduleInForce(sources.schedules, at)?.schedule;
  const schedule = inForce?.contractual === true ? inForce : null;
  const {dealType, status} = asset;
  const judge = (some: readonly AssetCashFlowRow[]): PastDue => {
    const dues = schedule === null ? null : scheduledDues(schedule, some);
    return pastDue({dealType, status, dues, flows: some, defaultedAt}, at);
  };
  const {oldestUnpaidAt, arrears} = judge(flows);
  const deciding = withEffect(flows, judge).map(({id}) => id);
  const cash = {term: 'cash', projection: 'assetCashFlow', table: 'asset_cash_flow', key: 'asset'};
  const report = {term: 'schedule', projection: 'assetSchedule', table: 'asset_schedule', key: 'asset'};
  return {
    parameters: {owedBy: schedule === null ? 'MISSED' : 'SCHEDULE'},
    terms: {oldestUnpaidAt: BigInt(oldestUnpaidAt ?? 0), arrears: arrears ?? 0n},
    causes: [...namedFacts(cash, deciding), ...namedFacts(report, schedule === null ? [] : [schedule.id])],
  };
}

/** The flows without any that the judgement would be the same without, the newest dropped first. */
function withEffect(
  flows: readonly AssetCashFlowRow[],
  judge: (some: readonly AssetCashFlowRow[]) => PastDue,
): readonly AssetCashFlowRow[] {
  const told = (some: readonly AssetCashFlowRow[]): string => {
    const {days, oldestUnpaidAt, arrears} = judge(some);
    return `${days.value} ${oldestUnpaidAt} ${arrears}`;
  };
  const all = told(flows);
  return flows.reduceRight<readonly AssetCashFlowRow[]>((kept, flow) => {
    const without = kept.filter((one) => one !== flow);
    return told(without) === all ? without : kept;
  }, flows);
}
