import type {EntityManager} from 'typeorm';
import {METHODOLOGY, missing} from '../domain/methodology';
import type {PegWatch} from '../domain/pegEpisode';
import type {BackingAnswer} from './answers/backing';
import {toAsOf, type AsOfPoint, type Held} from './asOf';
import {attestedRatios} from './attestedRatio';
import {backingsAt} from './backingAt';
import type {BackingEvidence} from './backingFields';
import {BACKING_FIELDS, BACKING_REASONS, BackingMaterial} from './backingMaterial';
import {claimsAt} from './claims';
import {componentPart, evidenceParts} from './componentParts';
import {lazyAnswer, reasonsIn} from './measured';
import {once} from './once';
import {pegPart} from './pegAnswer';
import {pegRules, pegWatches} from './pegWatch';
import {statementPart} from './statementPart';
import {statementsAt} from './statements';

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
    const peg = rules === null ? null : async () => pegPart((await watches()).get(height), time, rules);
    const source = {
      judged: at.judged,
      liabilities: at.liabilities,
      claims: async () => (await claims())[index] ?? missing('PARTIAL'),
    };
    return {
      answer: new LazyBacking(new BackingMaterial(held, at, {...attested, ...stated}, peg), source),
      lastChangeAt: Math.max(at.lastChangeAt, stated.lastLearnedAt),
    };
  });
}

/** The answer; what not every reader asks for is computed when one does. */
class LazyBacking extends lazyAnswer<BackingMaterial>()(BACKING_FIELDS) implements BackingAnswer {
  readonly state = this.material.at.judged.state;
  readonly reason = this.material.at.judged.reason;
  readonly liabilities = this.material.at.supply.liabilities;
  readonly supplyByChain = this.material.at.supply.byChain;
  readonly asOf = toAsOf(this.material.at.point);
  readonly methodologyVersion = METHODOLOGY.backing;

  constructor(
    material: BackingMaterial,
    readonly source: BackingEvidence,
  ) {
    super(material);
  }

  get inFlightReason() {
    return this.material.at.supply.inFlight.reason;
  }
  get mintHeadroomReason() {
    return this.material.headroom().reason;
  }
  get mintMargin() {
    return this.material.margin().mode;
  }
  get components() {
    return this.material.components().map(componentPart);
  }
  get evidence() {
    return evidenceParts(this.material.composition());
  }
  get statement() {
    const {newest} = this.material.attested;
    return newest === undefined ? null : statementPart(newest);
  }
  get peg() {
    const {peg} = this.material;
    return peg === null ? null : peg();
  }
  get reasons() {
    return reasonsIn(BACKING_REASONS, this.material);
  }
}
