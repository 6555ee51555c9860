import type {EntityManager} from 'typeorm';
import type {Measured} from '../../domain/methodology';
import type {AsOfPoint, Held} from '../asOf';
import type {CauseSource} from './source';

/** A metric asked about, and the block as of which. */
export interface Asked {
  readonly em: EntityManager;
  readonly held: Held;
  readonly point: AsOfPoint;
  /** As it is listed, as `backing.ratio` */
  readonly metric: string;
  /** '' for a metric without a key */
  readonly key: string;
}

type Json = string | number | boolean | null | readonly Json[] | {readonly [name: string]: Json};
export type Parameters = Readonly<Record<string, Json>>;

/** How a number comes about: what recomputes it, and from where. */
export interface Trace {
  /** As the API answers it, as text */
  readonly value: Measured<string>;
  readonly methodologyVersion: string;
  /** Name of the formula that `docs/recompute.mjs` runs */
  readonly formula: string;
  /** What the formula needs besides records: addresses, decimals, settings of the network file, times of blocks */
  readonly parameters: Parameters;
  /** What the value is formed of, before any rounding: integers, or the digest of a list */
  readonly terms: Readonly<Record<string, bigint | string>>;
  readonly causes: readonly CauseSource[];
}

export interface LineageMetric {
  /** What its key names; null where it has none */
  readonly key: string | null;
  readonly trace: (asked: Asked) => Promise<Trace>;
}

export type LineageMetrics = Readonly<Record<string, LineageMetric>>;

/** Some metrics that differ in one word; each named by a pattern with `*` in its place. */
export const family = <W extends string>(
  pattern: string,
  words: readonly W[],
  metric: (word: W) => LineageMetric,
): LineageMetrics => Object.fromEntries(words.map((word) => [pattern.replace('*', word), metric(word)]));
