import type {EntityManager} from 'typeorm';
import {known, missing, type Measured, type Reason} from '../domain/methodology';
import {instant} from '../server-extension/heldBlocks';

/** A row of published_value as far as a later one refers to it. */
export interface Published {
  readonly metric: string;
  readonly key: string;
  readonly revision: number;
  readonly value: Measured<string>;
}

/** What stood before a restatement, the versions it was last computed by, and why it no longer stands. */
export interface Restated {
  readonly value: Measured<string>;
  readonly methodologyVersion: string;
  readonly versions: string;
  readonly change: string;
}

/** A row to append; `old` is null for a first publication. */
export interface NewValue extends Published {
  readonly methodologyVersion: string;
  readonly versions: string;
  readonly old: Restated | null;
}

/** The day that rows belong to; instants in unix seconds. */
export interface ValueDay {
  readonly chainId: number;
  readonly day: number;
  readonly height: number;
  readonly hash: string;
  readonly at: number;
  readonly knownAt: number;
}

interface Row extends Omit<Published, 'value'> {
  readonly day: Date;
  readonly value: string | null;
  readonly reason: Reason | null;
}

/** The newest value of each metric and key on each of the days given, by the start of the day in unix seconds. */
export async function newestValues(
  em: EntityManager,
  chainId: number,
  days: readonly number[],
): Promise<Map<number, Published[]>> {
  const rows = await em.query<Row[]>(
    `SELECT DISTINCT ON (day, metric, key) day, metric, key, revision, value, reason
     FROM published_value WHERE chain_id = $1 AND day = ANY($2::timestamptz[])
     ORDER BY day, metric, key, revision DESC`,
    [chainId, days.map(instant)],
  );
  const byDay = new Map<number, Published[]>();
  for (const {day, value, reason, ...row} of rows) {
    const start = day.getTime() / 1000;
    const told = value === null ? missing(reason ?? 'NO_OBSERVATION') : known(value);
    byDay.set(start, [...(byDay.get(start) ?? []), {...row, value: told}]);
  }
  return byDay;
}

export const dateOf = (day: number): string => instant(day).toISOString().slice(0, 10);

/** Appends the rows of a day; their sequence goes on after the chain's last. */
export async function appendValues(em: EntityManager, day: ValueDay, values: readonly NewValue[]): Promise<void> {
  const {chainId, height, hash} = day;
  const rows = values.map(({metric, key, revision, value, methodologyVersion, versions, old}) => ({
    ...{id: `${chainId}-${metric}-${key}-${dateOf(day.day)}-${revision}`, metric, key, revision, versions},
    value: value.value,
    reason: value.reason,
    methodology_version: methodologyVersion,
    old_value: old?.value.value ?? null,
    old_reason: old?.value.reason ?? null,
    old_methodology_version: old?.methodologyVersion ?? null,
    old_versions: old?.versions ?? null,
    change: old?.change ?? null,
  }));
  await em.query(
    `INSERT INTO published_value
       (id, chain_id, sequence, metric, key, day, revision, height, hash, "at", value, reason, methodology_version, versions,
        known_at, old_value, old_reason, old_methodology_version, old_versions, change)
     SELECT r.id, $1, last.sequence + (row_number() OVER (ORDER BY r.ord))::int, r.metric, r.key, $2, r.revision, $3, $4, $5,
            r.value, r.reason, r.methodology_version, r.versions, $6, r.old_value, r.old_reason, r.old_methodology_version,
            r.old_versions, r.change
     FROM (SELECT coalesce(max(sequence), 0) AS sequence FROM published_value WHERE chain_id = $1) last
     CROSS JOIN ROWS FROM (jsonb_to_recordset($7::jsonb) AS (
       id text, metric text, key text, revision int, versions text, change text, value text, reason text,
       methodology_version text, old_value text, old_reason text, old_methodology_version text, old_versions text
     )) WITH ORDINALITY r(id, metric, key, revision, versions, change, value, reason, methodology_version, old_value,
                          old_reason, old_methodology_version, old_versions, ord)`,
    [chainId, instant(day.day), height, hash, instant(day.at), instant(day.knownAt), JSON.stringify(rows)],
  );
}
