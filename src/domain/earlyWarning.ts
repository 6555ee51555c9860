import {derive, known, missing, type Measured} from './methodology';
import {Rate} from './rates';

/** One sign of trouble: 0 is calm, 100 is alarm. */
export interface Signal {
  readonly name: string;
  readonly weight: number;
  readonly score: Measured<Rate>;
}

export interface EarlyWarning {
  /** Mean of the signals that are known, by weight */
  readonly score: Measured<Rate>;
  readonly availableWeight: number;
  readonly missingWeight: number;
}

/** Below this part of all weight there is no score (metrics.md A12). */
const LEAST_WEIGHT = new Rate('0.3');

/** The score of signals; what is missing counts neither way (metrics.md A12). */
export function earlyWarning(signals: readonly Signal[]): EarlyWarning {
  const sums = signals.reduce(
    ({weight, weighted, available}, signal) => ({
      weight: weight + signal.weight,
      available: available + (signal.score.reason === null ? signal.weight : 0),
      weighted: signal.score.reason === null ? weighted.plus(signal.score.value.times(signal.weight)) : weighted,
    }),
    {weight: 0, available: 0, weighted: new Rate(0)},
  );
  const enough = sums.weight > 0 && new Rate(sums.available).div(sums.weight).gte(LEAST_WEIGHT);
  return {
    score: enough ? known(sums.weighted.div(sums.available)) : missing('PARTIAL'),
    availableWeight: sums.available,
    missingWeight: sums.weight - sums.available,
  };
}

/**
 * A reading on the scale of a signal: 0 at `calm`, 100 at `alarm`, linear between them and level beyond, whichever of
 * the two is larger.
 */
export const onScale = (reading: Measured<Rate>, calm: string, alarm: string): Measured<Rate> =>
  derive(reading, (value) => {
    const position = value.minus(calm).div(new Rate(alarm).minus(calm)).times(100);
    return Rate.max(0, Rate.min(100, position));
  });
