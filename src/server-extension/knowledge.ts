import type {EntityManager} from 'typeorm';
import {known, METHODOLOGY, missing, type Measured, type Reason} from '../domain/methodology';
import {familyOf, isPublished, PUBLISHED_FAMILIES, type PublishedFamily, type PublishedName} from '../domain/published';
import {publishedMethodology} from '../domain/publishedVersions';
import {instant} from './heldBlocks';
import {replaced} from './publishedPath';

/** What was published of the close of a block, as far as it is not what today's formulas give. */
export interface KnownClose {
  readonly methodology: Readonly<Record<PublishedFamily, string>>;
  /** By family and key, and by name */
  readonly values: ReadonlyMap<string, ReadonlyMap<PublishedName, Measured<string>>>;
}

interface KnownRow {
  readonly height: number;
  readonly methodology: Record<PublishedFamily, string>;
  readonly metric: string | null;
  readonly key: string | null;
  readonly value: string | null;
  readonly reason: Reason | null;
}

/**
 * Of each block that closed a published day, what stood published at an instant: of each metric the newest row known by
 * then, else the first one ever published. One statement, whatever the number of blocks; values that are also the newest
 * ones, of days computed by today's formulas, are left out, because an answer says them anyway.
 * @param at instant of the knowledge, unix seconds
 */
export async function publishedBy(
  em: EntityManager,
  chainId: number,
  heights: readonly number[],
  at: number,
): Promise<Map<number, KnownClose>> {
  const rows = await em.query<KnownRow[]>(
    `WITH day AS (
       SELECT d.*, row_number() OVER newest = 1 AS is_newest, row_number() OVER in_force = 1 AS is_in_force
       FROM published_day d
       WHERE d.chain_id = $1 AND d.height = ANY($2)
       WINDOW newest AS (PARTITION BY d.height ORDER BY d.revision DESC, d.day),
              in_force AS (PARTITION BY d.height ORDER BY (d.known_at <= $3) DESC,
                           CASE WHEN d.known_at <= $3 THEN -d.revision ELSE d.revision END, d.day)
     ), changed AS (
       SELECT d.day, d.height, bool_or(d.is_newest AND v.versions -> 'methodology' <> $4::jsonb) AS is_stale
       FROM day d JOIN published_versions v ON v.id = d.versions
       GROUP BY d.day, d.height
       HAVING bool_or(d.known_at > $3 AND d.restated > 0) OR bool_or(d.is_newest AND v.versions -> 'methodology' <> $4::jsonb)
     ), value AS (
       SELECT p.*, c.is_stale, row_number() OVER newest = 1 AS is_newest, row_number() OVER in_force = 1 AS is_in_force
       FROM changed c JOIN published_value p ON p.chain_id = $1 AND p.height = c.height AND p.day = c.day
       WINDOW newest AS (PARTITION BY p.height, p.metric, p.key, p.day ORDER BY p.revision DESC),
              in_force AS (PARTITION BY p.height, p.metric, p.key, p.day ORDER BY (p.known_at <= $3) DESC,
                           CASE WHEN p.known_at <= $3 THEN -p.revision ELSE p.revision END)
     )
     SELECT d.height, v.versions -> 'methodology' AS methodology, p.metric, p.key, p.value, p.reason
     FROM day d JOIN published_versions v ON v.id = d.versions
     LEFT JOIN value p ON p.height = d.height AND p.day = d.day AND p.is_in_force AND (p.is_stale OR NOT p.is_newest)
     WHERE d.is_in_force`,
    [chainId, heights, instant(at), JSON.stringify(publishedMethodology(METHODOLOGY))],
  );
  return byHeight(rows);
}

type Values = Map<string, Map<PublishedName, Measured<string>>>;

function byHeight(rows: readonly KnownRow[]): Map<number, KnownClose> {
  const closes = new Map<number, {methodology: KnownRow['methodology']; values: Values}>();
  for (const {height, methodology, metric, key, value, reason} of rows) {
    const close = closes.get(height) ?? {methodology, values: new Map() as Values};
    closes.set(height, close);
    if (metric === null || key === null || !isPublished(metric)) continue;
    const place = placeOf(familyOf(metric), key);
    const named = close.values.get(place) ?? new Map<PublishedName, Measured<string>>();
    close.values.set(place, named.set(metric, value === null ? missing(reason ?? 'NO_OBSERVATION') : known(value)));
  }
  return closes;
}

const placeOf = (family: PublishedFamily, key: string): string => `${family} ${key}`;

interface Versioned {
  readonly methodologyVersion?: string;
  readonly assetId?: string;
  readonly token?: string;
}

/** An answer as it was published, with the version of the formulas of that time; what is not published stays computed. */
export function asPublished<A extends object>(answer: A, {methodology, values}: KnownClose): A {
  const {methodologyVersion, assetId, token}: Versioned = answer;
  const family = PUBLISHED_FAMILIES.find((name) => METHODOLOGY[name] === methodologyVersion);
  if (family === undefined) return answer;
  const key = family === 'assets' ? assetId : family === 'usage' ? token : '';
  const version = {value: methodology[family], enumerable: true, configurable: true};
  const known = values.get(placeOf(family, `${key}`)) ?? new Map<PublishedName, Measured<string>>();
  return Object.defineProperty(replaced(answer, known), 'methodologyVersion', version);
}
