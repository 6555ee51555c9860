import type {DataSource} from 'typeorm';
import {METHODOLOGY, type Measured} from '../domain/methodology';
import type {PublishedName} from '../domain/published';
import {Reader} from '../server-extension/fixture/ask';
import {writeHistory} from '../server-extension/fixture/history';
import {createTestDatabase} from './postgres';
import {closesAt} from '../publish/closes';
import {publishAll, type Formulas} from '../publish/publish';
import {openSource} from '../publish/session';

/** What other formulas make of a close; undefined where they agree with those of today. */
type Told = (metric: PublishedName, height: number) => Measured<string> | undefined;

export const known = (value: string): Measured<string> => ({value, reason: null});
export const CHANGE = 'what is owed counts what is on its way';
const LOG = {backing: [{version: METHODOLOGY.backing, change: CHANGE}]};
export const USING: Formulas = {closesAt, methodology: METHODOLOGY, log: LOG};

/** Blocks 43, 263 and 403 close 2026-04-30, 2026-06-24 and 2026-07-29. */
const OLD: Told = (metric, height) => {
  if (height !== 263) return undefined;
  const values: Partial<Record<PublishedName, Measured<string>>> = {
    'backing.ratio': known('0.99'),
    'backing.reservesUsd': {value: null, reason: 'STALE'},
    'backing.liabilities': known('77'),
    'stakingYield.markApy.3.value': known('0.5'),
    'stakingYield.windows.30d.apy': {value: null, reason: 'INSUFFICIENT_HISTORY'},
    'assets.revenueToDate.gross': known('5'),
    'assets.daysPastDue': known('3'),
    'usage.holderCount': known('9'),
  };
  return values[metric];
};

/** Formulas of another time: those of today, but for what `told` says otherwise. */
export const formulasOf = (told: Told, methodology: Partial<Formulas['methodology']>): Formulas => ({
  closesAt: async (em, held, points) =>
    (await closesAt(em, held, points)).map((closes, i) =>
      closes.map((close) => ({...close, value: told(close.metric, points[i]?.height ?? 0) ?? close.value})),
    ),
  methodology: {...METHODOLOGY, ...methodology},
  log: LOG,
});

const BEFORE = formulasOf(OLD, {backing: 'backing/0', stakingYield: 'staking-yield/0', assets: 'assets/0'});

/** A history whose days the formulas of before have published, and who asks about it. */
export interface PublishedStage {
  readonly source: DataSource;
  readonly reader: Reader;
  close(): Promise<void>;
}

export async function openPublishedStage(): Promise<PublishedStage> {
  const database = await createTestDatabase();
  await writeHistory(database.url);
  const source = await openSource(database.url);
  const reader = await Reader.open(database.url);
  await publishAll(source, BEFORE);
  const close = async (): Promise<void> => {
    await source.destroy();
    await reader.close();
    await database.drop();
  };
  return {source, reader, close};
}

/** Of the finalized head, block 470. */
export const RESTATED_AT = '2026-08-15T12:00:00.000Z';
/** Before that, and after it. */
export const THEN = '2026-08-10T00:00:00Z';
export const SINCE = '2026-08-16T00:00:00Z';

export interface Point {
  [field: string]: unknown;
  reasons: {field: string; reason: string}[];
  methodologyVersion: string;
}

/** The point of a history whose block closes a day; the knowledge of today without `knowledge`. */
export async function pointOf(
  {reader}: PublishedStage,
  question: string,
  height: number,
  fields: string,
  knowledge?: string,
): Promise<Point> {
  const [name = '', args = ''] = question.split('(');
  const day = Date.UTC(2026, 3, 20) + (height - 3) * 21_600_000;
  const span = `from: "${new Date(day).toISOString()}", to: "${new Date(day + 86_400_000).toISOString()}"`;
  const asked = [args.replace(')', ''), span, ...(knowledge === undefined ? [] : [`asOfKnowledge: "${knowledge}"`])];
  const query = `{${name}(${asked.filter(Boolean).join(', ')}) {${fields} methodologyVersion reasons {field reason} asOf {height}}}`;
  const points = (await reader.answer<Record<string, Point[]>>(query))[name] ?? [];
  expect(points.map(({asOf}) => asOf)).toEqual([{height}]);
  return points[0];
}

export const BACKING = 'ratio ratioFloor reservesUsd liabilities state reason mintHeadroom';
