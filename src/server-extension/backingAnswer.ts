import type {EntityManager} from 'typeorm';
import {backing, type Component} from '../domain/backing';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import {formatRate, formatWad, ratio} from '../domain/rates';
import {aidRows, aidSupplies, type AidSupply} from './aidSupply';
import type {BackingAnswer, ReserveComponentPart} from './answers/backing';
import {reasonsOf, valuesOf} from './measured';
import {snapshotsAt, toAsOf, type AsOfPoint, type Held} from './asOf';
import {attestedAt, componentRows, sourcesAt, type Attested} from './backingSources';
import {blocksAt, instant} from './heldBlocks';
import {versionsAt, type Snapshot, type VersionsAt} from './versions';

/** An answer with the time of the newest change it rests on, unix seconds. */
export interface Answered<A> {
  readonly answer: A;
  readonly lastChangeAt: number;
}

/** The backing as of each block given; the number of queries does not grow with their number. */
export async function backingAnswers(
  em: EntityManager,
  held: Held,
  points: readonly AsOfPoint[],
): Promise<Answered<BackingAnswer>[]> {
  const rows = [...aidRows(held.chains), ...componentRows(held.chains)];
  const snapshots = await snapshotsAt(em, held, points);
  const states = await statesAt(em, held, snapshots, await versionsAt(em, rows, snapshots));
  const attested = states.map(({snapshot, versions}) =>
    attestedAt(sourcesAt(held.chains, snapshot, versions), versions),
  );
  const ratios = await attestedRatios(em, held, attested);
  return states.map((state, index) => {
    const point = points[index];
    if (point === undefined) throw new RangeError('A snapshot without its block.');
    const attestedRatio = ratios[index] ?? missing('NO_OBSERVATION');
    return {answer: answerOf(held, point, state, attestedRatio), lastChangeAt: state.versions.lastChangeAt};
  });
}

interface State {
  readonly snapshot: Snapshot;
  readonly versions: VersionsAt;
  readonly supply: AidSupply;
}

async function statesAt(
  em: EntityManager,
  held: Held,
  snapshots: readonly Snapshot[],
  versions: readonly VersionsAt[],
): Promise<State[]> {
  const supplies = await aidSupplies(em, held.chains, snapshots, versions);
  return snapshots.map((snapshot, index) => {
    const [rows, supply] = [versions[index], supplies[index]];
    if (rows === undefined || supply === undefined) throw new RangeError('A snapshot without its rows.');
    return {snapshot, versions: rows, supply};
  });
}

/** Attested reserves over liabilities, all as of the instant of the newest valuation (metrics.md 3.1). */
async function attestedRatios(
  em: EntityManager,
  held: Held,
  attested: readonly Measured<Attested>[],
): Promise<Measured<string>[]> {
  const instants = [...new Set(attested.flatMap(({value}) => value?.valuedAt ?? []))];
  const snapshots = await blocksAt(
    em,
    held.chains.map(({chainId}) => chainId),
    instants,
  );
  const rows = [...aidRows(held.chains), ...componentRows(held.chains)];
  const found = await statesAt(em, held, snapshots, await versionsAt(em, rows, snapshots));
  const states = new Map(found.map((state, i) => [instants[i], state]));
  return attested.map((report) => {
    if (report.reason !== null) return report;
    const state = states.get(report.value.valuedAt);
    return state === undefined ? missing('INSUFFICIENT_HISTORY') : attestedRatio(held, report.value, state);
  });
}

function attestedRatio(held: Held, {reportedUsd}: Attested, {snapshot, versions, supply}: State): Measured<string> {
  if (!snapshot.has(held.chain.chainId)) return missing('INSUFFICIENT_HISTORY');
  if (!supply.complete) return missing('PARTIAL');
  if (supply.liabilities === 0n) return missing('NOT_APPLICABLE');
  const stablecoins = sourcesAt(held.chains, snapshot, versions).filter(({kind}) => kind === 'STABLECOIN');
  const reserves = stablecoins.reduce((sum, {valueUsd}) => sum + (valueUsd ?? 0n), reportedUsd);
  return known(formatRate(ratio(reserves, supply.liabilities)));
}

function answerOf(
  held: Held,
  point: AsOfPoint,
  {snapshot, versions, supply}: State,
  attestedRatio: Measured<string>,
): BackingAnswer {
  const judged = backing(
    sourcesAt(held.chains, snapshot, versions),
    supply.complete ? supply.liabilities : null,
    point.at,
  );
  const notComputed = missing('NOT_COMPUTED');
  const fields = {
    ratio: derive(judged.ratio, formatRate),
    ratioFloor: derive(judged.ratioFloor, formatRate),
    haircutRatio: notComputed,
    attestedRatio,
    reservesUsd: derive(judged.reservesUsd, formatWad),
    inFlight: supply.inFlight,
    hhi: derive(judged.hhi, formatRate),
    liquidShare: notComputed,
    valuationAgeSeconds: judged.valuationAgeSeconds,
    publicationAgeSeconds: judged.publicationAgeSeconds,
    mintHeadroom: notComputed,
  };
  return {
    ...valuesOf(fields),
    state: judged.state,
    reason: judged.reason,
    inFlightReason: fields.inFlight.reason,
    liabilities: supply.liabilities,
    supplyByChain: supply.byChain,
    components: judged.components.map(componentPart),
    reasons: reasonsOf(supply.complete ? fields : {...fields, liabilities: missing('PARTIAL')}),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.backing,
  };
}

function componentPart(component: Component): ReserveComponentPart {
  const {id, kind, name, provenance, stale, maxAgeSeconds} = component;
  const fields = {
    valueUsd: derive(orMissing(component.valueUsd, 'NO_OBSERVATION'), formatWad),
    share: derive(component.share, formatRate),
    haircutBps: missing('NOT_COMPUTED'),
    asOf: derive(orMissing(component.valuedAt, 'NO_OBSERVATION'), instant),
    publishedAt: derive(
      orMissing(component.publishedAt, maxAgeSeconds === null ? 'NOT_APPLICABLE' : 'NO_OBSERVATION'),
      instant,
    ),
  };
  return {...valuesOf(fields), id, kind, name, provenance, stale, reasons: reasonsOf(fields)};
}
