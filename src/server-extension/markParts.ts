import {derive, missing, orMissing} from '../domain/methodology';
import {formatRate, type YearBasis} from '../domain/rates';
import {yieldFlags} from '../domain/yieldFlags';
import {
  DEFAULT_CADENCE,
  HEADLINE_SPAN,
  isMarkOverdue,
  MARK_SPANS,
  markApy,
  mergeMarks,
  type Mark,
  type MarkApy,
  type MarkCadence,
} from '../domain/yieldMarks';
import type {MarkApyPart} from './answers/yieldParts';
import {inForce, type IndexedChain} from './chains';
import {instant, type HeldBlock} from './heldBlocks';
import {reasonsOf, valuesOf} from './measured';
import {once} from './once';
import type {KnownMark} from './vaultPrices';

/** The marks as of a block, and the rates anchored to them. */
export interface MarksAt {
  readonly merged: readonly Mark[];
  readonly cadence: MarkCadence;
  readonly isStale: boolean;
  readonly rates: readonly MarkApy[];
  /** The rates as a reader sees them */
  readonly parts: () => MarkApyPart[];
}

/**
 * The marks as of each block asked about. Until the next mark, or until it is overdue, all blocks share one value of them,
 * so that its rates are computed once.
 */
export function marksAt(
  chain: IndexedChain,
  marks: readonly KnownMark[],
  basis: YearBasis,
): (block: HeldBlock) => MarksAt {
  const byHeight = [...marks].sort((a, b) => a.height - b.height);
  const shared = new Map<string, MarksAt>();
  return ({height, at}) => {
    const count = byHeight.filter((mark) => mark.height <= height).length;
    const cadence = inForce(chain.parameters.markCadence, height) ?? DEFAULT_CADENCE;
    const last = byHeight.slice(0, count).reduce((latest, mark) => Math.max(latest, mark.at), -Infinity);
    const isStale = isMarkOverdue(count === 0 ? [] : [{at: last}], at, cadence);
    const key = `${count} ${isStale} ${cadence.days}`;
    const known = shared.get(key);
    if (known !== undefined) return known;
    const merged = mergeMarks(byHeight.slice(0, count));
    const rates = MARK_SPANS.map((k) => markApy(merged, k, at, basis, cadence));
    const marked = {
      merged,
      cadence,
      isStale,
      rates,
      parts: once(() => rates.map((rate) => markPart(rate, rates, isStale))),
    };
    shared.set(key, marked);
    return marked;
  };
}

/** The rate that stands for the yield where one number is needed. */
export const headlineOf = ({rates}: Pick<MarksAt, 'rates'>): MarkApy['apy'] =>
  rates.find(({marks}) => marks === HEADLINE_SPAN)?.apy ?? missing('INSUFFICIENT_HISTORY');

function markPart({marks: k, apy, from, to}: MarkApy, rates: readonly MarkApy[], isStale: boolean): MarkApyPart {
  const none = apy.reason ?? 'NOT_APPLICABLE';
  const fields = {
    value: derive(apy, formatRate),
    from: derive(orMissing(from, none), instant),
    to: derive(orMissing(to, none), instant),
  };
  const flags = yieldFlags(apy, headlineOf({rates}), isStale);
  return {...valuesOf(fields), marks: k, flags, reason: apy.reason, reasons: reasonsOf(fields)};
}
