import type {GraphQLSchema} from 'graphql';
import {PER_ASSET, SERIES} from '../../domain/series';
import {selectionOf} from './selection';

/** A block to ask about; `at` in unix seconds. */
export interface Moment {
  readonly height: number;
  readonly at: number;
  /** Seconds after it in which there is no other block */
  readonly rest: number;
}

/** What there is to ask about at a moment. */
export interface Subjects {
  readonly assets: readonly string[];
  readonly accounts: readonly string[];
  /** Where histories begin, ISO 8601 */
  readonly from: string;
  readonly interval: string;
}

/** A question as of a moment, and the same of an index whose head it is. */
export interface Question {
  readonly name: string;
  readonly asOf: string;
  readonly ofHead: string;
}

/** Questions about how an index stands now, or about what was published, which has its own times. */
export const OF_NOW: ReadonlySet<string> = new Set(['indexingStatus', 'published', 'restatements']);

/**
 * Every question of the schema with every field of its answer, some of them of several subjects.
 * @throws Error for a question that neither takes `asOf` or `asOfKnowledge` nor is one of `OF_NOW`
 */
export function questionsAt(schema: GraphQLSchema, moment: Moment, subjects: Subjects): Question[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({name, args}) => {
    if (OF_NOW.has(name)) return [];
    const takes = new Set(args.map((argument) => argument.name));
    const fields = selectionOf(schema, name);
    return variantsOf(name, takes, subjects).map((given, index): Question => {
      const past = pastOf(name, takes, moment, index);
      const ask = (more: readonly string[]): string => {
        const all = [...given, ...more].join(', ');
        return `{${name}${all === '' ? '' : `(${all})`} ${fields}}`;
      };
      return {name, asOf: ask([past]), ofHead: ask([])};
    });
  });
}

/** Asked by block or by an instant after it, in turns from block to block. */
function pastOf(name: string, takes: ReadonlySet<string>, {height, at, rest}: Moment, index: number): string {
  const instant = `"${new Date((at + rest) * 1000).toISOString()}"`;
  if (takes.has('asOf')) return index % 2 === height % 2 ? `asOf: {block: ${height}}` : `asOf: {time: ${instant}}`;
  if (takes.has('asOfKnowledge')) return `asOfKnowledge: ${instant}`;
  throw new Error(`${name} cannot be asked as of a block: it takes neither asOf nor asOfKnowledge.`);
}

/** The arguments of a question besides the moment: one list for each time it is asked. */
function variantsOf(
  name: string,
  takes: ReadonlySet<string>,
  {assets, accounts, from, interval}: Subjects,
): string[][] {
  const ofAsset = (asset: string): string => `assetId: "${asset}"`;
  const range = takes.has('interval') ? [`from: "${from}"`, `interval: ${interval}`] : [];
  switch (name) {
    case 'account':
      return accounts.map((account) => [`address: "${account}"`]);
    case 'assetMetrics':
    case 'assetCashFlow':
    case 'assetHistory':
      return assets.map((asset) => [ofAsset(asset), ...range]);
    case 'usage':
    case 'usageHistory':
      return ['AID', 'SAID', ...assets].map((token) => [`token: "${token}"`, ...range]);
    case 'series':
      return SERIES.flatMap((series) =>
        PER_ASSET.includes(series)
          ? assets.map((asset) => [`name: "${series}"`, ofAsset(asset), ...range])
          : [[`name: "${series}"`, ...range]],
      );
    default:
      return [range];
  }
}
