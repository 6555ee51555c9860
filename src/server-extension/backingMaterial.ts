import {haircutRatio} from '../domain/haircut';
import {liquidShare} from '../domain/liquidity';
import {derive, known, missing, orMissing} from '../domain/methodology';
import {mintHeadroom} from '../domain/mintHeadroom';
import {formatRate, formatWad} from '../domain/rates';
import type {PegPart} from './answers/peg';
import type {Held} from './asOf';
import type {AttestedRatio} from './attestedRatio';
import type {BackingAt} from './backingAt';
import {headroomField, marginInForce} from './backingFields';
import {anyStale, compositionOf, judgeComponent, longestLag} from './componentParts';
import {instant} from './heldBlocks';
import {once} from './once';
import type {StatementsAt} from './statements';

/** What an answer about the backing is made of; what several of its fields share is computed once. */
export class BackingMaterial {
  readonly components = once(() =>
    this.at.judged.components.map((component) => judgeComponent(component, this.at.point.at, this.attested.usable)),
  );
  readonly composition = once(() => compositionOf(this.components(), this.at.judged.reservesUsd));
  readonly headroom = once(() => mintHeadroom(this.at.judged.reservesUsd, this.at.liabilities, this.margin()));
  readonly margin = once(() => marginInForce(this.held.chain, this.at.point.height));

  constructor(
    private readonly held: Held,
    readonly at: BackingAt,
    readonly attested: AttestedRatio & StatementsAt,
    /** Null where the network registers no price feed */
    readonly peg: (() => Promise<PegPart>) | null,
  ) {}
}

/** The fields that may be missing, each from what was read. */
export const BACKING_FIELDS = {
  ratio: ({at}: BackingMaterial) => derive(at.judged.ratio, formatRate),
  ratioFloor: ({at}: BackingMaterial) => derive(at.judged.ratioFloor, formatRate),
  haircutRatio: ({at}: BackingMaterial) => derive(haircutRatio(at.judged, at.liabilities), formatRate),
  attestedRatio: ({attested}: BackingMaterial) => derive(attested.ratio, formatRate),
  attestedAt: ({attested}: BackingMaterial) => derive(attested.valuedAt, instant),
  attestedSource: ({attested}: BackingMaterial) => attested.source,
  reservesUsd: ({at}: BackingMaterial) => derive(at.judged.reservesUsd, formatWad),
  inFlight: ({at}: BackingMaterial) => at.supply.inFlight,
  hhi: ({at}: BackingMaterial) => derive(at.judged.hhi, formatRate),
  liquidShare: ({at: {judged}}: BackingMaterial) =>
    derive(liquidShare(judged.components, judged.reservesUsd), formatRate),
  unknownShare: (material: BackingMaterial) => derive(material.composition().unknownShare, formatRate),
  valuationAgeSeconds: ({at}: BackingMaterial) => at.judged.valuationAgeSeconds,
  publicationAgeSeconds: ({at}: BackingMaterial) => at.judged.publicationAgeSeconds,
  publicationLagSeconds: (material: BackingMaterial) => longestLag(material.components()),
  valuationStale: (material: BackingMaterial) => anyStale(material.components(), 'valuationStale'),
  publicationStale: (material: BackingMaterial) => anyStale(material.components(), 'publicationStale'),
  mintHeadroom: (material: BackingMaterial) => headroomField(material.headroom()),
};

/** Every field that may want a reason: a headroom of 0 has one too. */
export const BACKING_REASONS = {
  ...BACKING_FIELDS,
  liabilities: ({at}: BackingMaterial) => (at.supply.complete ? known(at.supply.liabilities) : missing('PARTIAL')),
  mintHeadroom: (material: BackingMaterial) => {
    const {reason} = material.headroom();
    return reason === null ? headroomField(material.headroom()) : missing(reason);
  },
  peg: ({peg}: BackingMaterial) => (peg === null ? missing('NOT_APPLICABLE') : known(peg)),
  statement: ({attested}: BackingMaterial) => orMissing(attested.newest, 'NO_OBSERVATION'),
};
