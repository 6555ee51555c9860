import type {EntityManager} from 'typeorm';
import {haircutRatio} from '../domain/haircut';
import {liquidShare, type Claims} from '../domain/liquidity';
import {derive, known, METHODOLOGY, missing, orMissing, type Measured} from '../domain/methodology';
import {mintHeadroom} from '../domain/mintHeadroom';
import {formatRate, formatWad} from '../domain/rates';
import type {PegWatch} from '../domain/pegEpisode';
import type {BackingAnswer} from './answers/backing';
import type {PegPart} from './answers/peg';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import {attestedRatios, type AttestedRatio} from './attestedRatio';
import {backingsAt, type BackingAt} from './backingAt';
import {headroomField, marginInForce} from './backingFields';
import {claimsAt} from './claims';
import {anyStale, componentPart, compositionOf, evidenceParts, judgeComponent, longestLag} from './componentParts';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {once} from './once';
import {pegPart} from './pegAnswer';
import {pegRules, pegWatches} from './pegWatch';
import {statementPart} from './statementPart';
import {statementsAt, type StatementsAt} from './statements';

/** An answer with the time of the newest change it rests on, unix seconds. */
export interface Answered<A> {
  readonly answer: A;
  readonly lastChangeAt: number;
}

/**
 * The backing as of each block given, in the order of their time; the number of queries does not grow with their
 * number. Claims and prices are read once, for all blocks, and only when a reader asks for what rests on them.
 */
export async function backingAnswers(
  em: EntityManager,
  held: Held,
  points: readonly AsOfPoint[],
): Promise<Answered<BackingAnswer>[]> {
  const ats = await backingsAt(em, held, points);
  const statements = await statementsAt(
    em,
    ats.map(({snapshot}) => snapshot),
    points.map((point) => point.at),
  );
  const ratios = await attestedRatios(em, held, ats, statements);
  const claims = once(() => claimsAt(em, held, ats));
  const rules = pegRules(held.chain);
  const watches = once(() =>
    rules === null ? Promise.resolve(new Map<number, PegWatch>()) : pegWatches(em, rules, points),
  );
  return ats.map((at, index) => {
    const {height, at: time} = at.point;
    const [attested, stated] = [ratios[index], statements[index]];
    if (attested === undefined || stated === undefined) throw new RangeError('A block without its attestations.');
    const later: Later = {
      claims: async () => (await claims())[index] ?? missing('PARTIAL'),
      peg: rules === null ? null : async () => pegPart((await watches()).get(height), time, rules),
    };
    const lastChangeAt = Math.max(at.lastChangeAt, stated.lastLearnedAt);
    return {answer: answerOf(held, at, {...attested, ...stated}, later), lastChangeAt};
  });
}

/** What is read only when a reader asks for it. */
interface Later {
  readonly claims: () => Promise<Measured<Claims>>;
  readonly peg: (() => Promise<PegPart>) | null;
}

function answerOf(
  held: Held,
  at: BackingAt,
  attested: AttestedRatio & StatementsAt,
  {claims, peg}: Later,
): BackingAnswer {
  const {point, supply, liabilities, judged} = at;
  const components = judged.components.map((component) => judgeComponent(component, point.at, attested.usable));
  const parts = compositionOf(components, judged.reservesUsd);
  const margin = marginInForce(held.chain, point.height);
  const headroom = mintHeadroom(judged.reservesUsd, liabilities, margin);
  const fields = {
    ratio: derive(judged.ratio, formatRate),
    ratioFloor: derive(judged.ratioFloor, formatRate),
    haircutRatio: derive(haircutRatio(judged, liabilities), formatRate),
    attestedRatio: derive(attested.ratio, formatRate),
    attestedAt: derive(attested.valuedAt, instant),
    attestedSource: attested.source,
    reservesUsd: derive(judged.reservesUsd, formatWad),
    inFlight: supply.inFlight,
    hhi: derive(judged.hhi, formatRate),
    liquidShare: derive(liquidShare(judged.components, judged.reservesUsd), formatRate),
    unknownShare: derive(parts.unknownShare, formatRate),
    valuationAgeSeconds: judged.valuationAgeSeconds,
    publicationAgeSeconds: judged.publicationAgeSeconds,
    publicationLagSeconds: longestLag(components),
    valuationStale: anyStale(components, 'valuationStale'),
    publicationStale: anyStale(components, 'publicationStale'),
    mintHeadroom: headroomField(headroom),
  };
  const reasons = {
    ...fields,
    ...(supply.complete ? {} : {liabilities: missing('PARTIAL')}),
    mintHeadroom: headroom.reason === null ? fields.mintHeadroom : missing(headroom.reason),
    peg: peg === null ? missing('NOT_APPLICABLE') : known(peg),
    statement: orMissing(attested.newest, 'NO_OBSERVATION'),
  };
  return {
    ...valuesOf(fields),
    state: judged.state,
    reason: judged.reason,
    inFlightReason: fields.inFlight.reason,
    mintHeadroomReason: headroom.reason,
    mintMargin: margin.mode,
    liabilities: supply.liabilities,
    supplyByChain: supply.byChain,
    get components() {
      return components.map(componentPart);
    },
    get evidence() {
      return evidenceParts(parts);
    },
    get statement() {
      return attested.newest === undefined ? null : statementPart(attested.newest);
    },
    get peg() {
      return peg === null ? null : peg();
    },
    source: {judged, liabilities, claims},
    reasons: reasonsOf(reasons),
    asOf: toAsOf(point),
    methodologyVersion: METHODOLOGY.backing,
  };
}
