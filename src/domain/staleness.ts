import {derive, known, orMissing, type Measured} from './methodology';

/** Two clocks of a source, unix seconds: when its value held, and when it was published (metrics.md 3.2). */
export interface Clocks {
  readonly valuedAt: number | null;
  readonly publishedAt: number | null;
  /** Oldest valuation that counts; null for a source that is exact at every block */
  readonly maxAgeSeconds: number | null;
  /** Longest silence expected between two publications; null where none is promised */
  readonly heartbeatSeconds: number | null;
}

export interface Staleness {
  readonly valuationAge: Measured<number>;
  readonly publicationAge: Measured<number>;
  /** publishedAt - valuedAt */
  readonly publicationLag: Measured<number>;
  readonly valuationStale: Measured<boolean>;
  readonly publicationStale: Measured<boolean>;
}

/** Ages of a source in seconds of block time at an instant; each clock is judged by a limit of its own. */
export function staleness({valuedAt, publishedAt, maxAgeSeconds, heartbeatSeconds}: Clocks, at: number): Staleness {
  const absent = maxAgeSeconds === null ? 'NOT_APPLICABLE' : 'NO_OBSERVATION';
  const valued = orMissing(maxAgeSeconds === null ? null : valuedAt, absent);
  const published = orMissing(publishedAt, absent);
  const valuationAge = derive(valued, (time) => at - time);
  const publicationAge = derive(published, (time) => at - time);
  const lag = valued.reason !== null ? valued : derive(published, (time) => time - valued.value);
  return {
    valuationAge,
    publicationAge,
    publicationLag: lag,
    valuationStale: past(valuationAge, maxAgeSeconds),
    publicationStale: past(publicationAge, heartbeatSeconds),
  };
}

function past(age: Measured<number>, limit: number | null): Measured<boolean> {
  if (age.reason !== null) return age;
  const most = orMissing(limit, 'NOT_APPLICABLE');
  return most.reason !== null ? most : known(age.value > most.value);
}
