import {Arg, Int, Query, Resolver} from 'type-graphql';
import type {EntityManager} from 'typeorm';
import {scheduledDues, surpriseOf, type AssetEvidence} from '../../domain/assetCredit';
import {scheduleInForce, scheduleVersions, type ScheduleVersion} from '../../domain/assetSchedule';
import type {ComputeAssetRow} from '../../domain/computeAsset';
import {daysPast, receiptsOf, type Due} from '../../domain/dues';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../../domain/methodology';
import {AssetCashFlowAnswer, type DuePart, type ScheduleVersionPart} from '../answers/assetCashFlow';
import {AsOfInput} from '../answers/asOf';
import {reportPart} from '../assetCreditFields';
import {assetRowOf, unknownAsset} from '../assetIds';
import {resolveAsOf, toAsOf, type AsOfPoint} from '../asOf';
import {BadInput} from '../badInput';
import {evidenceAt, loadCreditSources} from '../creditSources';
import {instant} from '../heldBlocks';
import {reasonsOf, valuesOf} from '../measured';
import {versionsAt} from '../versions';

@Resolver()
export class AssetCashFlowResolver {
  constructor(private readonly tx: () => Promise<EntityManager>) {}

  @Query(() => AssetCashFlowAnswer, {
    description: 'What an asset was to pay on each due date and what it paid, by the schedule in force or an older one',
  })
  async assetCashFlow(
    @Arg('assetId', () => String, {description: 'bytes32 in hex'}) assetId: string,
    @Arg('asOf', () => AsOfInput, {nullable: true}) asOf?: AsOfInput | null,
    @Arg('version', () => Int, {nullable: true, description: 'Of the schedule; by default the one in force'})
    version?: number | null,
  ): Promise<AssetCashFlowAnswer> {
    const em = await this.tx();
    const {held, point} = await resolveAsOf(em, asOf);
    const name = {chainId: point.chainId, projection: 'computeAsset', key: assetRowOf(held, assetId)};
    const [versions] = await versionsAt(em, [name], [new Map([[point.chainId, point]])]);
    const asset = versions?.get<ComputeAssetRow>(name)?.row;
    if (asset === undefined) throw unknownAsset(held, assetId);
    return answerOf(evidenceAt(await loadCreditSources(em, point, name.key), asset, point.height), point, version);
  }
}

function answerOf(evidence: AssetEvidence, point: AsOfPoint, version?: number | null): AssetCashFlowAnswer {
  const {at} = point;
  const versions = scheduleVersions(evidence.schedules, at);
  const inForce = scheduleInForce(evidence.schedules, at);
  const shown = version == null ? inForce : chosen(versions, version);
  const dues = shown === null ? [] : scheduledDues(shown.schedule, evidence.flows);
  const fallen = dues.filter(({dueAt}) => dueAt <= at);
  const whole = (amount: (due: Due) => bigint): Measured<bigint> =>
    shown === null ? missing('NO_OBSERVATION') : known(fallen.reduce((sum, due) => sum + amount(due), 0n));
  const {interest, principal} = receiptsOf(evidence.flows);
  const fields = {
    scheduleVersion: orMissing(shown?.version, 'NO_OBSERVATION'),
    contractual: orMissing(shown?.schedule.contractual, 'NO_OBSERVATION'),
    due: whole((due) => due.interest + due.principal),
    surprise: whole((due) => surpriseOf(due, at).value ?? 0n),
  };
  return {
    assetId: evidence.asset.assetId,
    ...valuesOf(fields),
    versions: versions.map((one) => versionPart(one, inForce, at)),
    payments: dues.map((due) => duePart(due, at)),
    received: [...interest, ...principal].reduce((sum, {amount}) => sum + amount, 0n),
    reasons: reasonsOf(fields),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.assetCashFlow,
  };
}

function chosen(versions: readonly ScheduleVersion[], version: number): ScheduleVersion {
  const found = versions.find((one) => one.version === version);
  if (found !== undefined) return found;
  throw new BadInput(
    `There is no version ${version} of the schedule: ${versions.length} were published by this block.`,
  );
}

function versionPart(
  {version, schedule}: ScheduleVersion,
  inForce: ScheduleVersion | null,
  at: number,
): ScheduleVersionPart {
  const {contractual, payments} = schedule;
  const isInForce = inForce?.version === version;
  return {
    ...{version, contractual, inForce: isInForce, paymentCount: payments.length},
    report: reportPart(schedule, at),
  };
}

function duePart(due: Due, at: number): DuePart {
  const {dueAt, interest, principal, paidInterest, paidPrincipal, received} = due;
  const fields = {
    paidAt: derive(orMissing(due.paidAt, dueAt > at ? 'NOT_APPLICABLE' : 'NO_OBSERVATION'), instant),
    surprise: surpriseOf(due, at),
    daysPastDue: orMissing(daysPast(due, at), 'NOT_APPLICABLE'),
  };
  const amounts = {interest, principal, paidInterest, paidPrincipal, received};
  return {dueAt: instant(dueAt), ...amounts, ...valuesOf(fields), reasons: reasonsOf(fields)};
}
