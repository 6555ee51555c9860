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
export function creditFields({evidence, credit, at}: Judged) {
  const {asset} = evidence;
  const {pastDue, next, schedule} = credit;
  const reserve = asset.cumulativeReserveContribution - asset.cumulativeReserveDrawn;
  const covered = coverage(asset.outstanding, asset.collateralValue, reserve);
  const demanded = coverage(asset.outstanding, null, credit.parties?.reserveRequired ?? null).cashReserve;
  const smm = monthlyPrepayment({evidence, credit, at});
  const unscheduled: Reason = schedule === null ? 'NO_OBSERVATION' : 'NOT_APPLICABLE';
  const defaults = credit.default === null ? [] : [credit.default];
  return {
    daysPastDue: pastDue.days,
    oldestUnpaidDueAt: derive(orMissing(pastDue.oldestUnpaidAt, pastDue.days.reason ?? 'NOT_APPLICABLE'), instant),
    arrears: orMissing(pastDue.arrears, pastDue.days.reason ?? 'NOT_APPLICABLE'),
    nextDueAt: derive(orMissing(next?.dueAt, unscheduled), instant),
    nextDueAmount: derive(orMissing(next, unscheduled), openAmount),
    collectionRate: derive(collectionRate(credit), formatRate),
    scheduleVersion: orMissing(schedule?.version, 'NO_OBSERVATION'),
    scheduleReport: reportOrMissing(schedule?.schedule, at),
    smm: derive(smm, formatRate),
    cpr: derive(smm, (rate) => formatRate(conditionalPrepayment(rate))),
    overcollateralization: derive(covered.overcollateralization, formatRate),
    advanceRate: derive(covered.advanceRate, formatRate),
    cashReserve: derive(covered.cashReserve, formatRate),
    cashReserveRequired: derive(demanded, formatRate),
    defaultedAt: derive(orMissing(credit.default?.defaultedAt, 'NOT_APPLICABLE'), instant),
    exposureAtDefault: orMissing(credit.default?.exposure, 'NOT_APPLICABLE'),
    recoveryRate: derive(recoveryRate(defaults), formatRate),
    lossGivenDefault: derive(lossGivenDefault(defaults), formatRate),
    obligor: orMissing(credit.obligor, 'NO_OBSERVATION'),
    region: orMissing(credit.parties?.region, 'NO_OBSERVATION'),
    dscr: derive(covenantsOf(credit)[0]?.value ?? missing('NO_OBSERVATION'), formatRate),
  };
}

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
