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
import type {KnownMark} from './vaultPrices';

/** The marks as of a block, and the rates anchored to them. */
export interface MarksAt {
  readonly merged: readonly Mark[];
  readonly cadence: MarkCadence;
  readonly isStale: boolean;
  readonly rates: readonly MarkApy[];
}

/**
 * The marks as of each block asked about. Between two marks all blocks share their rates, which are computed once.
 * @param marks in the order of their time
 */
export function marksAt(
  chain: IndexedChain,
  marks: readonly KnownMark[],
  basis: YearBasis,
): (block: HeldBlock) => MarksAt {
  const seen = new Map<string, Pick<MarksAt, 'merged' | 'rates'>>();
  const ratesOf = (merged: readonly Mark[], at: number, cadence: MarkCadence): MarkApy[] =>
    MARK_SPANS.map((k) => markApy(merged, k, at, basis, cadence));
  return ({height, at}) => {
    const known = marks.filter((mark) => mark.height <= height);
    const key = known.map(({effectiveHeight}) => effectiveHeight).join();
    const merged = seen.get(key)?.merged ?? mergeMarks(known);
    const cadence = inForce(chain.parameters.markCadence, height) ?? DEFAULT_CADENCE;
    const isStale = isMarkOverdue(merged, at, cadence);
    const fresh = seen.get(key) ?? {merged, rates: ratesOf(merged, merged.at(-1)?.at ?? at, cadence)};
    seen.set(key, fresh);
    return {merged, cadence, isStale, rates: isStale ? ratesOf(merged, at, cadence) : fresh.rates};
  };
}

/** The rate that stands for the yield where one number is needed. */
export const headlineOf = ({rates}: MarksAt): MarkApy['apy'] =>
  rates.find(({marks}) => marks === HEADLINE_SPAN)?.apy ?? missing('INSUFFICIENT_HISTORY');

export function markParts(marks: MarksAt): MarkApyPart[] {
  const headline = headlineOf(marks);
  return marks.rates.map(({marks: k, apy, from, to}) => {
    const none = apy.reason ?? 'NOT_APPLICABLE';
    const fields = {
      value: derive(apy, formatRate),
      from: derive(orMissing(from, none), instant),
      to: derive(orMissing(to, none), instant),
    };
    const flags = yieldFlags(apy, headline, marks.isStale);
    return {...valuesOf(fields), marks: k, flags, reason: apy.reason, reasons: reasonsOf(fields)};
  });
}
