import {InvariantError} from '../domain/errors';
import {missing, type Measured} from '../domain/methodology';
import {familyOf, isPublished, type PublishedFamily} from '../domain/published';
import {changeBetween, type ChangeLog} from '../domain/publishedVersions';
import type {Close} from './closes';
import type {Stamp} from './versions';
import type {NewValue, Published} from './values';

/** What closes are held against: what was published of the day and by what, and what changed since. */
export interface Before {
  readonly values: readonly Published[];
  /** What the day was last computed by; null for one that is published for the first time */
  readonly stamp: Stamp | null;
  readonly log: ChangeLog;
}

/**
 * The rows that a day's closes add to what was published of it: a first publication for what was not, a restatement for
 * what changed, nothing for what did not. What was published and has no close any more is restated as missing, unless
 * its metric left the list.
 */
export function additions(closes: readonly Close[], before: Before, stamp: Stamp): NewValue[] {
  const published = new Map(before.values.map((value) => [placeOf(value), value]));
  const added = closes.flatMap((close) => addition(close, published.get(placeOf(close)), before, stamp));
  const closed = new Set(closes.map(placeOf));
  const gone = before.values.flatMap((value) =>
    !closed.has(placeOf(value)) && isPublished(value.metric)
      ? addition({metric: value.metric, key: value.key, value: missing('NO_OBSERVATION')}, value, before, stamp)
      : [],
  );
  return [...added, ...gone];
}

const placeOf = ({metric, key}: {metric: string; key: string}): string => `${metric} ${key}`;

/** Whether two publications say the same: the value, or why there is none. */
export const isSame = (one: Measured<string>, other: Measured<string>): boolean =>
  one.value === other.value && one.reason === other.reason;

function addition({metric, key, value}: Close, old: Published | undefined, before: Before, stamp: Stamp): NewValue[] {
  const family: PublishedFamily = familyOf(metric);
  const row = {metric, key, value, methodologyVersion: stamp.versions.methodology[family], versions: stamp.id};
  if (old === undefined) return [{...row, revision: 0, old: null}];
  if (isSame(old.value, value)) return [];
  if (before.stamp === null) throw new InvariantError('A day has values and was never published.', {metric, key});
  const {id: versions, versions: was} = before.stamp;
  const change = changeBetween(family, was, stamp.versions, before.log);
  return [
    {
      ...row,
      revision: old.revision + 1,
      old: {value: old.value, methodologyVersion: was.methodology[family], versions, change},
    },
  ];
}
