import type {DataSource, EntityManager} from 'typeorm';
import {METHODOLOGY} from '../domain/methodology';
import type {PublishedFamily} from '../domain/published';
import type {ChangeLog} from '../domain/publishedVersions';
import {loadHeld, type Held} from '../server-extension/asOf';
import {instant} from '../server-extension/heldBlocks';
import {closesAt, type ClosesAt} from './closes';
import {dueDays, type DueDay} from './dueDays';
import {additions} from './restate';
import {appendValues, dateOf, newestValues, type NewValue} from './values';
import {currentStamp, keepStamp, stampsOf, type Stamp} from './versions';

/** Days computed together and committed together: what is kept in memory, and lost when the publisher is killed. */
const BATCH_DAYS = 30;

/** What closes are computed with. */
export interface Formulas {
  readonly closesAt: ClosesAt;
  readonly methodology: Readonly<Record<PublishedFamily, string>>;
  /** docs/methodology.json */
  readonly log: ChangeLog;
}

export const formulas = (log: ChangeLog): Formulas => ({closesAt, methodology: METHODOLOGY, log});

/** What a publication did. */
export interface Publication {
  readonly days: number;
  readonly values: number;
  readonly restatements: number;
  /** Days that are still due */
  readonly left: number;
}

const NOTHING: Publication = {days: 0, values: 0, restatements: 0, left: 0};

/**
 * Publishes the next days that are due, in one transaction: every close that is final, and what closes became under other
 * versions. To be called by the holder of the publisher's lock. What it reads is what one moment's index says.
 */
export function publishBatch(source: DataSource, using: Formulas, most = BATCH_DAYS): Promise<Publication> {
  return source.transaction('REPEATABLE READ', async (em) => {
    const held = await loadHeld(em);
    const stamp = await currentStamp(em, held, using.methodology);
    const due = await dueDays(em, held, stamp.id, most);
    if (due.days.length === 0) return NOTHING;
    await keepStamp(em, stamp);
    const closes = await using.closesAt(em, held, inHeightOrder(due.days));
    const byHeight = new Map(inHeightOrder(due.days).map(({height}, index) => [height, closes[index] ?? []]));
    const published = await newestValues(
      em,
      held.chain.chainId,
      due.days.map(({day}) => day.start),
    );
    const stamps = await stampsOf(
      em,
      due.days.flatMap(({before}) => before ?? []),
    );
    const done = {values: 0, restatements: 0};
    for (const day of due.days) {
      const versions = day.before === null ? undefined : stamps.get(day.before);
      const before: Stamp | null = day.before === null || versions === undefined ? null : {id: day.before, versions};
      const values = published.get(day.day.start) ?? [];
      const rows = additions(byHeight.get(day.point.height) ?? [], {values, stamp: before, log: using.log}, stamp);
      const restatements = rows.filter(({old}) => old !== null).length;
      await appendDay(em, held, day, stamp, rows);
      done.values += rows.length - restatements;
      done.restatements += restatements;
    }
    return {days: due.days.length, ...done, left: due.count - due.days.length};
  });
}

/** The blocks of the days, each once, in ascending order: a day without a block has that of the day before. */
function inHeightOrder(days: readonly DueDay[]): DueDay['point'][] {
  const points = new Map(days.map(({point}) => [point.height, point]));
  return [...points.values()].sort((a, b) => a.height - b.height);
}

async function appendDay(
  em: EntityManager,
  {chain: {chainId}}: Held,
  {day, point, knownAt, revision}: DueDay,
  stamp: Stamp,
  values: readonly NewValue[],
): Promise<void> {
  const {height, hash, at} = point;
  const restated = values.filter(({old}) => old !== null).length;
  await em.query(
    `INSERT INTO published_day (id, chain_id, day, revision, height, hash, "at", known_at, versions, added, restated)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[`${chainId}-${dateOf(day.start)}-${revision}`, chainId, instant(day.start), revision, height, hash],
      ...[instant(at), instant(knownAt), stamp.id, values.length - restated, restated],
    ],
  );
  await appendValues(em, {chainId, day: day.start, height, hash, at, knownAt}, values);
}

/**
 * Publishes all that is due, batch by batch; each is committed before the next begins.
 * @param onProgress told the days done and the days in all, as far as they are known
 */
export async function publishAll(
  source: DataSource,
  using: Formulas,
  options: {signal?: AbortSignal; onProgress?: (done: number, total: number) => void} = {},
): Promise<Publication> {
  let all = NOTHING;
  for (;;) {
    if (options.signal?.aborted === true) return all;
    const {days, values, restatements, left} = await publishBatch(source, using);
    if (days === 0) return {...all, left: 0};
    all = {
      days: all.days + days,
      values: all.values + values,
      restatements: all.restatements + restatements,
      left,
    };
    options.onProgress?.(all.days, all.days + left);
  }
}
