import {METHODOLOGY} from '../../domain/methodology';
import type {Component} from '../../domain/backing';
import {backingAnswers} from '../backingAnswer';
import {backingsAt, type BackingAt} from '../backingAt';
import {publishedText} from '../publishedPath';
import {issuers, liabilitySources} from './liabilitySources';
import type {Asked, LineageMetric, LineageMetrics} from './metric';
import {blockOf, tracedStablecoin, tracedTbill, type TracedComponent} from './reserveSources';
import {traceAttested} from './attestedLineage';

/** What a number about the backing is made of. */
interface Uses {
  readonly formula: string;
  readonly reserves: boolean;
  readonly liabilities: boolean;
}

const backingMetric = (uses: Uses): LineageMetric => ({
  key: null,
  trace: async (asked) => {
    const {em, held, point, metric} = asked;
    const [answered] = await backingAnswers(em, held, [point]);
    const [at] = await backingsAt(em, held, [point]);
    if (answered === undefined || at === undefined) throw new RangeError('A block without its answer.');
    const value = await publishedText(answered.answer, metric);
    const counted = uses.reserves ? at.judged.components.filter((one) => isCounted(one, point.at)) : [];
    const traced = await tracedComponents(asked, at, counted);
    const owed = uses.liabilities && at.liabilities !== null;
    return {
      value,
      methodologyVersion: METHODOLOGY.backing,
      formula: uses.formula,
      parameters: {
        at: point.at,
        chains: issuers(held, at.snapshot),
        ...(uses.liabilities ? {liabilitiesKnown: at.liabilities !== null} : {}),
        ...(uses.reserves ? {components: traced.map(({parameters}) => parameters)} : {}),
        ...(uses.reserves ? {uncounted: at.judged.components.length - counted.length} : {}),
      },
      terms: {
        ...(owed ? {liabilities: at.liabilities} : {}),
        ...(uses.reserves ? {reserves: counted.reduce((sum, {valueUsd}) => sum + (valueUsd ?? 0n), 0n)} : {}),
      },
      causes: [
        ...traced.flatMap(({causes}) => causes),
        ...(owed ? liabilitySources(held, at.snapshot, at.supply) : []),
      ],
    };
  },
});

/** A value counts when it is read, fresh and not of a later instant than the one asked about (metrics.md 3.1). */
const isCounted = ({valueUsd, stale, valuedAt}: Component, at: number): boolean =>
  valueUsd !== null && !stale && (valuedAt ?? at) <= at;

async function tracedComponents(
  {em, held}: Asked,
  {snapshot}: BackingAt,
  components: readonly Component[],
): Promise<TracedComponent[]> {
  const traced: TracedComponent[] = [];
  for (const component of components) {
    const block = blockOf(snapshot, component.chainId);
    const one =
      component.kind === 'STABLECOIN'
        ? await tracedStablecoin(em, held, component, block)
        : await tracedTbill(em, held, component, block, true);
    traced.push({...one, parameters: {...one.parameters, haircutBps: component.haircutBps}});
  }
  return traced;
}

const RATIO: Uses = {formula: 'backing.ratio', reserves: true, liabilities: true};

/** Reserves over liabilities (metrics.md 3.1). */
export const BACKING_LINEAGE: LineageMetrics = {
  'backing.ratio': backingMetric(RATIO),
  'backing.ratioFloor': backingMetric(RATIO),
  'backing.haircutRatio': backingMetric({...RATIO, formula: 'backing.haircutRatio'}),
  'backing.reservesUsd': backingMetric({formula: 'backing.reservesUsd', reserves: true, liabilities: false}),
  'backing.liabilities': backingMetric({formula: 'supply.liabilities', reserves: false, liabilities: true}),
  'backing.state': backingMetric({...RATIO, formula: 'backing.state'}),
  'backing.attestedRatio': {key: null, trace: traceAttested},
};
