import type {Measured} from './methodology';
import {derive} from './methodology';
import {Rate} from './rates';
import {deviationBps, medianPrice, printBps, type PegTerms, type Print} from './pegPrice';

/** A time off the peg (metrics.md 3.5). Instants are unix seconds, deviations signed basis points. */
export interface PegEpisode {
  /** When the deviation began, and when a later answer confirmed it after the hold */
  readonly startedAt: number;
  readonly confirmedAt: number;
  readonly peakBps: number;
  readonly peakAt: number;
  /** Sources off the peg to the same side at the peak */
  readonly sourcesAgreeing: number;
  /** Deviation x seconds since the start, without times that had no price */
  readonly bpsSeconds: number;
  /** When it came back, and when that was confirmed; null while it lasts */
  readonly endedAt: number | null;
  readonly closedAt: number | null;
}

/** A deviation that is not yet, or is, an episode; `calm` is a recovery that is not confirmed. */
interface Deviation extends Omit<PegEpisode, 'confirmedAt' | 'endedAt' | 'closedAt'> {
  readonly confirmedAt: number | null;
  readonly calm: {readonly since: number; readonly bpsSeconds: number} | null;
}

/** What is known of the peg after an answer. */
export interface PegWatch {
  readonly quotes: ReadonlyMap<string, Print>;
  /** Instant up to which time has been counted */
  readonly at: number;
  readonly deviation: Deviation | null;
  readonly closed: readonly PegEpisode[];
}

/** Fixed for a history: the terms, and each source's greatest age in seconds. */
export interface PegRules {
  readonly terms: PegTerms;
  readonly maxAgeOf: (source: string) => number;
}

export const NO_WATCH: PegWatch = {quotes: new Map(), at: 0, deviation: null, closed: []};

const HOUR = 3600;

/** Integral of the deviation over time, bps x hours. */
export const bpsHours = ({bpsSeconds}: Pick<PegEpisode, 'bpsSeconds'>): Rate => new Rate(bpsSeconds).div(HOUR);

const freshUntil = (quote: Print, {maxAgeOf}: PegRules): number => quote.pricedAt + maxAgeOf(quote.source);

export const freshQuotes = ({quotes}: PegWatch, at: number, rules: PegRules): Print[] =>
  [...quotes.values()].filter((quote) => at <= freshUntil(quote, rules));

/** The price in USD as of an instant. */
export const pegPrice = (watch: PegWatch, at: number, rules: PegRules): Measured<Rate> =>
  medianPrice(
    freshQuotes(watch, at, rules).map(({priceUsd}) => priceUsd),
    rules.terms.minSources,
    watch.quotes.size,
  );

const bpsAt = (watch: PegWatch, at: number, rules: PegRules): number | null =>
  derive(pegPrice(watch, at, rules), deviationBps).value;

/** Time passes: it is counted at the price that held, and a source that grows stale takes its price with it. */
export function passTo(watch: PegWatch, to: number, rules: PegRules): PegWatch {
  const ends = [...watch.quotes.values()].map((quote) => freshUntil(quote, rules) + 1);
  const stops = [...new Set(ends.filter((end) => watch.at < end && end < to))].sort((a, b) => a - b);
  return [...stops, to].reduce((now, stop) => {
    const counted = count(now, stop, bpsAt(now, now.at, rules));
    return stop === to ? counted : observe(counted, null, rules);
  }, watch);
}

/** An answer of a source, in the order of the chain. */
export function takePrint(before: PegWatch, print: Print, rules: PegRules): PegWatch {
  const watch = passTo(before, print.at, rules);
  return observe({...watch, quotes: new Map(watch.quotes).set(print.source, print)}, print, rules);
}

function count(watch: PegWatch, to: number, bps: number | null): PegWatch {
  const {deviation} = watch;
  if (deviation === null || bps === null) return {...watch, at: to};
  const bpsSeconds = deviation.bpsSeconds + bps * (to - watch.at);
  return {...watch, at: to, deviation: {...deviation, bpsSeconds}};
}

const isOff = (bps: number, side: number, limit: number): boolean => bps * side >= limit;

/** Judges the price of this instant. Only an answer, which itself says so, can confirm: a single odd one never does. */
function observe(watch: PegWatch, print: Print | null, rules: PegRules): PegWatch {
  const {terms} = rules;
  const {at, deviation} = watch;
  const bps = bpsAt(watch, at, rules);
  const own = print === null ? null : printBps(print.priceUsd);
  if (deviation?.confirmedAt == null) {
    if (bps === null || Math.abs(bps) < terms.openBps) return {...watch, deviation: null};
    const side = Math.sign(bps);
    const continued = deviation !== null && Math.sign(deviation.peakBps) === side ? deviation : begun(at);
    const held = own !== null && isOff(own, side, terms.openBps) && at - continued.startedAt >= terms.holdSeconds;
    return {...watch, deviation: {...peaked(continued, watch, bps, rules), confirmedAt: held ? at : null}};
  }
  if (bps === null) return {...watch, deviation: {...deviation, calm: null}};
  const higher = peaked(deviation, watch, bps, rules);
  if (Math.abs(bps) >= terms.closeBps) return {...watch, deviation: {...higher, calm: null}};
  const calm = deviation.calm ?? {since: at, bpsSeconds: deviation.bpsSeconds};
  const back = own !== null && Math.abs(own) < terms.closeBps && at - calm.since >= terms.holdSeconds;
  if (!back) return {...watch, deviation: {...higher, calm}};
  return {...watch, deviation: null, closed: [...watch.closed, closedBy(higher, calm, at)]};
}

const begun = (at: number): Deviation => ({
  ...{startedAt: at, confirmedAt: null, peakBps: 0, peakAt: at, sourcesAgreeing: 0},
  ...{bpsSeconds: 0, calm: null},
});

function peaked(deviation: Deviation, watch: PegWatch, bps: number, rules: PegRules): Deviation {
  if (Math.abs(bps) <= Math.abs(deviation.peakBps)) return deviation;
  const agreeing = freshQuotes(watch, watch.at, rules).filter(({priceUsd}) =>
    isOff(printBps(priceUsd), Math.sign(bps), rules.terms.openBps),
  );
  return {...deviation, peakBps: bps, peakAt: watch.at, sourcesAgreeing: agreeing.length};
}

function closedBy(deviation: Deviation, calm: {since: number; bpsSeconds: number}, at: number): PegEpisode {
  const {calm: _calm, confirmedAt, ...rest} = deviation;
  return {...rest, confirmedAt: confirmedAt ?? at, bpsSeconds: calm.bpsSeconds, endedAt: calm.since, closedAt: at};
}

/** Every episode confirmed as of an instant, the one that lasts at the end. */
export function episodesAt(watch: PegWatch, at: number, rules: PegRules): PegEpisode[] {
  const {deviation, closed} = passTo(watch, at, rules);
  if (deviation?.confirmedAt == null) return [...closed];
  const {calm: _calm, confirmedAt, ...rest} = deviation;
  return [...closed, {...rest, confirmedAt, endedAt: null, closedAt: null}];
}
