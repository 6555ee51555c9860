import type {EntityManager} from 'typeorm';
import {METHODOLOGY, orMissing} from '../domain/methodology';
import {familyOf, PUBLISHED, PUBLISHED_NAMES} from '../domain/published';
import {publishedMethodology} from '../domain/publishedVersions';
import type {PublishedAnswer} from './answers/restatements';
import {reasonsOf, valuesOf} from './measured';

interface State {
  readonly days: number;
  readonly firstDay: Date | null;
  readonly lastDay: Date | null;
  readonly knownAt: Date | null;
  readonly outdatedDays: number;
  readonly values: number;
  readonly restatements: number;
  readonly keys: readonly string[];
}

/** What of the daily closes of a chain is published, and how. */
export async function publishedState(em: EntityManager, chainId: number): Promise<PublishedAnswer> {
  const [state] = await em.query<State[]>(
    `WITH newest AS (
       SELECT DISTINCT ON (d.day) d.day, d.known_at, v.versions -> 'methodology' AS methodology
       FROM published_day d JOIN published_versions v ON v.id = d.versions
       WHERE d.chain_id = $1 ORDER BY d.day, d.revision DESC
     ), sums AS (
       SELECT coalesce(sum(added), 0)::int AS added, coalesce(sum(restated), 0)::int AS restated
       FROM published_day WHERE chain_id = $1
     )
     SELECT (SELECT count(*)::int FROM newest) AS days, (SELECT min(day) FROM newest) AS "firstDay",
            (SELECT max(day) FROM newest) AS "lastDay",
            (SELECT known_at FROM newest ORDER BY day DESC LIMIT 1) AS "knownAt",
            (SELECT count(*)::int FROM newest WHERE methodology <> $2::jsonb) AS "outdatedDays",
            sums.added AS values, sums.restated AS restatements,
            ARRAY(SELECT DISTINCT p.key FROM published_value p
                  WHERE p.chain_id = $1 AND p.key <> '' AND p.revision = 0 ORDER BY p.key) AS keys
     FROM sums`,
    [chainId, JSON.stringify(publishedMethodology(METHODOLOGY))],
  );
  if (state === undefined) throw new RangeError('A sum without its row.');
  const fields = {
    firstDay: orMissing(state.firstDay, 'NO_OBSERVATION'),
    lastDay: orMissing(state.lastDay, 'NO_OBSERVATION'),
    knownAt: orMissing(state.knownAt, 'NO_OBSERVATION'),
  };
  return {
    ...state,
    chainId,
    keys: [...state.keys],
    metrics: PUBLISHED_NAMES.map((metric) => ({
      metric,
      kind: PUBLISHED[metric],
      version: METHODOLOGY[familyOf(metric)],
    })),
    ...valuesOf(fields),
    reasons: reasonsOf(fields),
  };
}
