import type {AssetCredit, AssetEvidence} from '../domain/assetCredit';
import type {AssetReport} from '../domain/assetReport';
import {countsFrom, paymentsOf} from '../domain/assetSchedule';
import {covenants, type Covenant} from '../domain/covenants';
import {coverage} from '../domain/coverage';
import {lossGivenDefault, recoveryRate} from '../domain/defaults';
import {receiptsOf} from '../domain/dues';
import {derive, known, missing, orMissing, type Measured, type Reason} from '../domain/methodology';
import {conditionalPrepayment, MONTH_SECONDS, principalMoves, singleMonthlyMortality} from '../domain/prepayment';
import {formatRate, ratio, type Rate} from '../domain/rates';
import type {AssetReportPart, CovenantPart} from './answers/assetCredit';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';

/** An asset with its credit at the instant `at`, unix seconds. */
export interface Judged {
  readonly evidence: AssetEvidence;
  readonly credit: AssetCredit;
  readonly at: number;
}

/** What an answer says of an asset's credit, each value with its reason where it is missing. */
export const CREDIT_FIELDS = {
  daysPastDue: ({credit}: Judged) => credit.pastDue.days,
  oldestUnpaidDueAt: ({credit: {pastDue}}: Judged) =>
    derive(orMissing(pastDue.oldestUnpaidAt, pastDue.days.reason ?? 'NOT_APPLICABLE'), instant),
  arrears: ({credit: {pastDue}}: Judged) => orMissing(pastDue.arrears, pastDue.days.reason ?? 'NOT_APPLICABLE'),
  nextDueAt: ({credit}: Judged) => derive(orMissing(credit.next?.dueAt, unscheduled(credit)), instant),
  nextDueAmount: ({credit}: Judged) => derive(orMissing(credit.next, unscheduled(credit)), openAmount),
  collectionRate: ({credit}: Judged) => derive(collectionRate(credit), formatRate),
  scheduleVersion: ({credit}: Judged) => orMissing(credit.schedule?.version, 'NO_OBSERVATION'),
  scheduleReport: ({credit, at}: Judged) => reportOrMissing(credit.schedule?.schedule, at),
  smm: (judged: Judged) => derive(monthlyPrepayment(judged), formatRate),
  cpr: (judged: Judged) => derive(monthlyPrepayment(judged), (rate) => formatRate(conditionalPrepayment(rate))),
  overcollateralization: (judged: Judged) => derive(covered(judged).overcollateralization, formatRate),
  advanceRate: (judged: Judged) => derive(covered(judged).advanceRate, formatRate),
  cashReserve: (judged: Judged) => derive(covered(judged).cashReserve, formatRate),
  cashReserveRequired: ({evidence: {asset}, credit}: Judged) =>
    derive(coverage(asset.outstanding, null, credit.parties?.reserveRequired ?? null).cashReserve, formatRate),
  defaultedAt: ({credit}: Judged) => derive(orMissing(credit.default?.defaultedAt, 'NOT_APPLICABLE'), instant),
  exposureAtDefault: ({credit}: Judged) => orMissing(credit.default?.exposure, 'NOT_APPLICABLE'),
  recoveryRate: ({credit}: Judged) => derive(recoveryRate(defaultsOf(credit)), formatRate),
  lossGivenDefault: ({credit}: Judged) => derive(lossGivenDefault(defaultsOf(credit)), formatRate),
  obligor: ({credit}: Judged) => orMissing(credit.obligor, 'NO_OBSERVATION'),
  region: ({credit}: Judged) => orMissing(credit.parties?.region, 'NO_OBSERVATION'),
  dscr: ({credit}: Judged) => derive(covenantsOf(credit)[0]?.value ?? missing('NO_OBSERVATION'), formatRate),
};

const unscheduled = ({schedule}: AssetCredit): Reason => (schedule === null ? 'NO_OBSERVATION' : 'NOT_APPLICABLE');

const defaultsOf = (credit: AssetCredit) => (credit.default === null ? [] : [credit.default]);

const covered = ({evidence: {asset}}: Judged) =>
  coverage(
    asset.outstanding,
    asset.collateralValue,
    asset.cumulativeReserveContribution - asset.cumulativeReserveDrawn,
  );

const openAmount = (due: NonNullable<AssetCredit['next']>): bigint =>
  due.interest + due.principal - due.paidInterest - due.paidPrincipal;

function collectionRate({collection}: AssetCredit): Measured<Rate> {
  if (collection.reason !== null) return collection;
  const {collected, scheduled} = collection.value;
  return scheduled === 0n ? missing('NOT_APPLICABLE') : known(ratio(collected, scheduled));
}

/** SMM of the last twelfth of a year, by the contractual schedule in force; a deal that owes nothing has none. */
function monthlyPrepayment({evidence, credit, at}: Judged): Measured<Rate> {
  const schedule = contractualSchedule(credit);
  if (schedule === null) return missing('NO_OBSERVATION');
  if (evidence.asset.outstanding === 0n) return missing('NOT_APPLICABLE');
  const {principal} = receiptsOf(evidence.flows, countsFrom(schedule));
  return singleMonthlyMortality(principalMoves(paymentsOf(schedule), principal, {from: at - MONTH_SECONDS, to: at}));
}

const contractualSchedule = ({schedule}: AssetCredit) =>
  schedule?.schedule.contractual === true ? schedule.schedule : null;

function covenantsOf(credit: AssetCredit): Covenant[] {
  const schedule = contractualSchedule(credit);
  return covenants(credit.financials, schedule === null ? null : paymentsOf(schedule));
}

/** Every covenant with the accounts it rests on. */
export function covenantParts({credit, at}: Judged): CovenantPart[] {
  const report = reportOrMissing(credit.financials, at);
  return covenantsOf(credit).map(({name, side, limit, value, headroom, isBreached}) => {
    const fields = {value: derive(value, formatRate), headroom: derive(headroom, formatRate), isBreached, report};
    return {...valuesOf(fields), name, side, limit: formatRate(limit), reasons: reasonsOf(fields)};
  });
}

export function reportPart(report: AssetReport, at: number): AssetReportPart {
  const {reportId, documentHash, uri, issuer, assurance, asOf, publishedAt} = report;
  return {
    ...{reportId, documentHash, uri, issuer, assurance},
    statedAt: instant(asOf),
    publishedAt: instant(publishedAt),
    ageSeconds: at - asOf,
  };
}

const reportOrMissing = (report: AssetReport | null | undefined, at: number): Measured<AssetReportPart> =>
  derive(orMissing(report, 'NO_OBSERVATION'), (one) => reportPart(one, at));
