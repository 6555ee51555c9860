import path from 'node:path';
import {loadCustomResolvers} from '@subsquid/graphql-server/lib/resolvers';
import type {GraphQLSchema} from 'graphql';
import {Client} from 'pg';
import type {Random} from '../../devnet/random';
import {type Reader, type Answer} from '../../server-extension/fixture/ask';
import {questionsAt, type Moment, type Subjects} from './questions';

const RESOLVERS = path.resolve(__dirname, '../../server-extension/resolvers');
const DAY_MS = 86_400_000;

export const questionSchema = (): Promise<GraphQLSchema> => loadCustomResolvers(RESOLVERS);

/** Blocks of a database, at random and in ascending order, from the first one of the range to the last. */
export async function randomMoments(url: string, random: Random, count: number, most?: number): Promise<Moment[]> {
  const rows = await query<Moment>(
    url,
    `SELECT height, extract(epoch FROM "at")::int AS at,
            coalesce(extract(epoch FROM lead("at") OVER (ORDER BY height) - "at")::int - 1, 0) AS rest
     FROM block ORDER BY height`,
  );
  const eligible = rows.filter(({height}) => height <= (most ?? Infinity));
  const chosen = new Map<number, Moment>();
  while (chosen.size < Math.min(count, eligible.length)) {
    const moment = random.pick(eligible);
    chosen.set(moment.height, moment);
  }
  return [...chosen.values()].sort((a, b) => a.height - b.height);
}

/** Some of what was there at a moment: two assets, two holders, and a stretch of its past. */
export async function subjectsAt(url: string, random: Random, moment: Moment): Promise<Subjects> {
  const known = async (column: string, table: string, condition: string): Promise<string[]> =>
    (
      await query<{name: string}>(
        url,
        `SELECT DISTINCT ${column} AS name FROM ${table} WHERE height <= $1 AND ${condition} ORDER BY 1`,
        [moment.height],
      )
    ).map(({name}) => name);
  const assets = await known(`row ->> 'assetId'`, 'state_version', `projection = 'computeAsset'`);
  const accounts = await known('"to"', 'transfer', `"to" <> '0x${'0'.repeat(40)}'`);
  const pick = (from: readonly string[]): string[] =>
    from.length === 0 ? [] : [...new Set([random.pick(from), random.pick(from)])];
  const [first] = await query<{at: number}>(url, 'SELECT min(extract(epoch FROM "at"))::int AS at FROM block');
  const [interval, days] = random.pick([['HOUR', 2] as const, ['DAY', 20] as const, ['MONTH', 400] as const]);
  const from = Math.max((first?.at ?? 0) * 1000, moment.at * 1000 - days * DAY_MS);
  return {assets: pick(assets), accounts: pick(accounts), from: new Date(from).toISOString(), interval};
}

/** Asks an index as of a moment, and one that stopped there about its head; names the questions that differ. */
export async function differencesAt(
  schema: GraphQLSchema,
  moment: Moment,
  subjects: Subjects,
  {full, stopped}: {full: Reader; stopped: Reader},
): Promise<{asked: number; different: string[]}> {
  const different: string[] = [];
  const questions = questionsAt(schema, moment, subjects);
  for (const {name, asOf, ofHead} of questions) {
    const [then, now] = [await full.ask(asOf), await stopped.ask(ofHead)];
    if (then.error === undefined && isSame(then, now)) continue;
    different.push(`${name} at block ${moment.height}: ${asOf.slice(0, 160)}\n  ${firstDifference(then, now)}`);
  }
  return {asked: questions.length, different};
}

const isSame = (one: Answer<unknown>, other: Answer<unknown>): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Where two answers part: the way there, and what is there in each. */
function firstDifference(one: unknown, other: unknown, way = ''): string {
  const isOpen = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (isOpen(one) && isOpen(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      if (JSON.stringify(one[key]) !== JSON.stringify(other[key])) {
        return firstDifference(one[key], other[key], `${way}.${key}`);
      }
    }
  }
  return `${way}: as of ${JSON.stringify(one)?.slice(0, 300)}, stopped ${JSON.stringify(other)?.slice(0, 300)}`;
}

export async function query<R extends object>(url: string, sql: string, values: unknown[] = []): Promise<R[]> {
  const db = new Client({connectionString: url});
  await db.connect();
  try {
    return (await db.query<R>(sql, values)).rows;
  } finally {
    await db.end();
  }
}
