import type {DataSource, EntityManager} from 'typeorm';
import {bucketOf} from '../domain/bucket';
import type {Measured} from '../domain/methodology';
import {isPublished} from '../domain/published';
import {loadHeld, pointOf, type Held} from '../server-extension/asOf';
import {blocksAt, seconds} from '../server-extension/heldBlocks';
import type {Formulas} from './publish';
import {isSame} from './restate';
import {dateOf, newestValues} from './values';

const BATCH_DAYS = 30;

/** A published value that no row accounts for: it is not what is computed now. */
export interface Difference {
  /** ISO date */
  readonly day: string;
  readonly metric: string;
  readonly key: string;
  /** The text, or why there is none; `none` for a value that was never published */
  readonly published: string;
  readonly computed: string;
}

/**
 * Holds the newest value of every published day against what is computed now, whatever the versions say. Writes nothing.
 * @param onProgress told the days done and the days in all
 */
export function compareAll(
  source: DataSource,
  using: Formulas,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Difference[]> {
  return source.transaction('REPEATABLE READ', async (em) => {
    const held = await loadHeld(em);
    const days = await publishedDays(em, held.chain.chainId);
    const found: Difference[] = [];
    for (let done = 0; done < days.length; done += BATCH_DAYS) {
      found.push(...(await differences(em, held, using, days.slice(done, done + BATCH_DAYS))));
      onProgress(Math.min(done + BATCH_DAYS, days.length), days.length);
    }
    return found;
  });
}

async function publishedDays(em: EntityManager, chainId: number): Promise<number[]> {
  const rows = await em.query<{day: Date}[]>(
    'SELECT DISTINCT day FROM published_day WHERE chain_id = $1 ORDER BY day',
    [chainId],
  );
  return rows.map(({day}) => seconds(day));
}

async function differences(
  em: EntityManager,
  held: Held,
  {closesAt}: Formulas,
  days: readonly number[],
): Promise<Difference[]> {
  const {chainId} = held.chain;
  const ends = days.map((day) => bucketOf(day, 'DAY').end - 1);
  const points = (await blocksAt(em, [chainId], ends)).map((blocks) =>
    pointOf(held, blocks.get(chainId) ?? held.first),
  );
  const computed = await closesAt(em, held, points);
  const published = await newestValues(em, chainId, days);
  return days.flatMap((day, index) => {
    const was = new Map((published.get(day) ?? []).map(({metric, key, value}) => [`${metric} ${key}`, value]));
    const is = new Map((computed[index] ?? []).map(({metric, key, value}) => [`${metric} ${key}`, value]));
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((place): Difference[] => {
      const [one, other] = [was.get(place), is.get(place)];
      const [metric = '', key = ''] = place.split(' ');
      if (!isPublished(metric) || (one !== undefined && other !== undefined && isSame(one, other))) return [];
      return [{day: dateOf(day), metric, key, published: said(one), computed: said(other)}];
    });
  });
}

const said = (value: Measured<string> | undefined): string =>
  value === undefined ? 'none' : (value.value ?? value.reason);
