import {known, missing, orMissing, derive, type Measured} from './methodology';
import {ratio, type Rate} from './rates';
import {EVIDENCE_CLASSES, type EvidenceClass} from './report';

/** One slice of the reserves; USD WAD. */
export interface Slice {
  readonly name: string;
  readonly valueUsd: bigint | null;
  readonly evidence: EvidenceClass;
  /** Null where nobody is named */
  readonly custodian: string | null;
}

export interface Composition {
  readonly shares: readonly Measured<Rate>[];
  readonly byEvidence: readonly {readonly evidence: EvidenceClass; readonly share: Measured<Rate>}[];
  /** Share of the slices whose custodian nobody names */
  readonly unknownShare: Measured<Rate>;
}

/** Points of a hundred by which slices may miss their stated total before they count as degraded, and as unusable. */
const DEGRADED_POINTS = '0.5';
const FATAL_POINTS = '2';

/** s_i = V_i / sum V (metrics.md A4). */
export function composition(slices: readonly Slice[], total: Measured<bigint>): Composition {
  const whole = total.reason === null && total.value === 0n ? missing('NOT_APPLICABLE') : total;
  const shareOf = (some: readonly Slice[]): Measured<Rate> => {
    if (whole.reason !== null) return whole;
    const sum = sumOf(some);
    return derive(sum, (value) => ratio(value, whole.value));
  };
  return {
    shares: slices.map((slice) => shareOf([slice])),
    byEvidence: EVIDENCE_CLASSES.map((evidence) => ({
      evidence,
      share: shareOf(slices.filter((s) => s.evidence === evidence)),
    })),
    unknownShare: shareOf(slices.filter(({custodian}) => custodian === null)),
  };
}

export type StatementState = 'CONSISTENT' | 'DEGRADED' | 'FATAL';

export interface StatementCheck {
  /** 100 x abs(sum of slices - total) / total, in points */
  readonly sumErrorPoints: Measured<Rate>;
  readonly state: StatementState;
}

/**
 * Whether the slices of a statement make up its total: off by more than half a point it is degraded, by more than two
 * no ratio may come from it (metrics.md A4). A total of nothing can be the sum of nothing only.
 */
export function checkStatement(totalUsd: bigint, values: readonly bigint[]): StatementCheck {
  const sum = values.reduce((all, value) => all + value, 0n);
  if (totalUsd === 0n) {
    return {sumErrorPoints: missing('NOT_APPLICABLE'), state: sum === 0n ? 'CONSISTENT' : 'FATAL'};
  }
  const points = ratio(sum - totalUsd, totalUsd)
    .abs()
    .times(100);
  const state = points.gt(FATAL_POINTS) ? 'FATAL' : points.gt(DEGRADED_POINTS) ? 'DEGRADED' : 'CONSISTENT';
  return {sumErrorPoints: known(points), state};
}

const sumOf = (slices: readonly Slice[]): Measured<bigint> =>
  slices.reduce<Measured<bigint>>((sum, {valueUsd}) => {
    if (sum.reason !== null) return sum;
    return derive(orMissing(valueUsd, 'NO_OBSERVATION'), (value) => sum.value + value);
  }, known(0n));
