import type {Component} from '../domain/backing';
import {composition, type Composition} from '../domain/composition';
import {derive, orMissing, type Measured} from '../domain/methodology';
import {formatRate, formatWad} from '../domain/rates';
import type {EvidenceClass} from '../domain/report';
import {statedKind, type JudgedStatement, type StatedKind} from '../domain/reserveStatement';
import {staleness, type Staleness} from '../domain/staleness';
import type {EvidenceSharePart} from './answers/backingParts';
import type {ReserveComponentPart} from './answers/reserveComponent';
import {instant} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';

/** A component with what its value rests on, who keeps it, and how old it is. */
export interface JudgedComponent extends Component {
  readonly evidence: EvidenceClass;
  readonly custodian: string | null;
  /** What a statement says of the component's kind; null for what the chain itself tells */
  readonly stated: StatedKind | null;
  readonly clocks: Staleness;
}

/** Custodian of what lies with the protocol's own addresses. */
export const PROTOCOL_CUSTODY = 'PROTOCOL';

/**
 * Custody is there for anybody to count. Of T-bills a statement says how they were checked and who keeps them; without
 * one a feed says what its own publisher says.
 */
export function judgeComponent(
  component: Component,
  at: number,
  statement: JudgedStatement | undefined,
): JudgedComponent {
  const clocks = staleness(component, at);
  if (component.kind === 'STABLECOIN') {
    return {...component, evidence: 'INDEPENDENT', custodian: PROTOCOL_CUSTODY, stated: null, clocks};
  }
  const stated = statedKind(statement, component.kind);
  return {
    ...component,
    evidence: stated?.evidence ?? 'WEAK_LIVE_PROBE',
    custodian: stated?.custodians?.join(', ') ?? null,
    stated,
    clocks,
  };
}

export const compositionOf = (components: readonly JudgedComponent[], reserves: Measured<bigint>): Composition =>
  composition(components, reserves);

export const evidenceParts = ({byEvidence}: Composition): EvidenceSharePart[] =>
  byEvidence.map(({evidence, share}) => {
    const fields = {share: derive(share, formatRate)};
    return {evidence, ...valuesOf(fields), reasons: reasonsOf(fields)};
  });

export function componentPart(component: JudgedComponent): ReserveComponentPart {
  const {id, kind, name, provenance, stale, maxAgeSeconds, evidence, clocks} = component;
  const fields = {
    valueUsd: derive(orMissing(component.valueUsd, 'NO_OBSERVATION'), formatWad),
    share: derive(component.share, formatRate),
    haircutBps: orMissing(component.haircutBps, 'NO_OBSERVATION'),
    settlementDays: orMissing(component.settlementDays, 'NO_OBSERVATION'),
    custodian: orMissing(component.custodian, 'NO_OBSERVATION'),
    asOf: derive(orMissing(component.valuedAt, 'NO_OBSERVATION'), instant),
    publishedAt: derive(
      orMissing(component.publishedAt, maxAgeSeconds === null ? 'NOT_APPLICABLE' : 'NO_OBSERVATION'),
      instant,
    ),
    valuationAgeSeconds: clocks.valuationAge,
    publicationAgeSeconds: clocks.publicationAge,
    publicationLagSeconds: clocks.publicationLag,
    publicationStale: clocks.publicationStale,
  };
  return {...valuesOf(fields), id, kind, name, provenance, evidence, stale, reasons: reasonsOf(fields)};
}

/** Whether any of several clocks is past its limit; missing for the first reason where none can be judged. */
export function anyStale(
  components: readonly JudgedComponent[],
  clock: 'valuationStale' | 'publicationStale',
): Measured<boolean> {
  const judged = components.map(({clocks}) => clocks[clock]);
  const stale = judged.find(({value}) => value === true);
  const unread = judged.find(({reason}) => reason === 'NO_OBSERVATION');
  const fresh = judged.find(({value}) => value === false);
  return stale ?? unread ?? fresh ?? {value: null, reason: 'NOT_APPLICABLE'};
}

/** The longest time between a valuation and its publication; missing where one of them is not known. */
export function longestLag(components: readonly JudgedComponent[]): Measured<number> {
  const lags = components.map(({clocks}) => clocks.publicationLag);
  const unread = lags.find(({reason}) => reason === 'NO_OBSERVATION');
  const values = lags.flatMap(({value}) => (value === null ? [] : [value]));
  if (unread !== undefined) return unread;
  return values.length === 0 ? {value: null, reason: 'NOT_APPLICABLE'} : {value: Math.max(...values), reason: null};
}
