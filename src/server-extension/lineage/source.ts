import {ZERO_ADDRESS} from '../../domain/ids';
import type {HeldBlock} from '../heldBlocks';

/**
 * Where causes of a number are found: a query for term, kind, projection, id, key, height and records of each. Its
 * parameters are numbered from $1; text in it comes from this folder, never from a reader.
 */
export interface CauseSource {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Facts of a table, each with the record that made it. */
interface Facts {
  /** What of the formula they enter */
  readonly term: string;
  readonly projection: string;
  readonly table: string;
  /** Column with the id of the row that they are about */
  readonly key: string;
  /** Condition on `f` */
  readonly where: string;
  readonly parameters: readonly unknown[];
  /** Text array of the records a fact rests on; by default the one it names */
  readonly records?: string;
}

export const facts = ({term, projection, table, key, where, parameters, records}: Facts): CauseSource => ({
  sql: `SELECT '${term}' AS term, 'FACT' AS kind, '${projection}' AS projection, f.id::text AS id, f.${key} AS key, f.height,
               ${records ?? 'ARRAY[f.record]'} AS records
        FROM ${table} f WHERE ${where}`,
  parameters,
});

/** The facts of a projection that are named one by one. */
export const namedFacts = (
  named: Pick<Facts, 'term' | 'projection' | 'table' | 'key'>,
  ids: readonly string[],
): CauseSource[] => (ids.length === 0 ? [] : [facts({...named, where: 'f.id = ANY($1)', parameters: [ids]})]);

const moved = {projection: 'transfer', table: 'transfer', key: 'token'} as const;

/**
 * Mints, burns or both of a token up to a block; nothing that moves nothing.
 * @param until only what is earlier than this instant, unix seconds
 */
export function issuance(
  term: string,
  token: string,
  {height}: HeldBlock,
  side: 'MINT' | 'BURN' | 'BOTH' = 'BOTH',
  until = Infinity,
): CauseSource {
  const ends = {
    MINT: 'f."from" = $3',
    BURN: 'f."to" = $3',
    BOTH: '(f."from" = $3 OR f."to" = $3) AND f."from" <> f."to"',
  };
  const where = `f.token = $1 AND f.height <= $2 AND ${ends[side]} AND f.amount <> 0 AND extract(epoch FROM f."at") < $4::float8`;
  return facts({...moved, term, where, parameters: [token, height, ZERO_ADDRESS, until]});
}

/** Whatever moved of a token from one holder to another, was minted or burned, up to a block. */
export const movements = (term: string, token: string, {height}: HeldBlock): CauseSource =>
  facts({
    ...{...moved, term, parameters: [token, height]},
    where: 'f.token = $1 AND f.height <= $2 AND f."from" <> f."to" AND f.amount <> 0',
  });

/** What came to and left one account. */
export const movementsOf = (term: string, token: string, account: string, {height}: HeldBlock): CauseSource =>
  facts({
    ...{...moved, term, parameters: [token, height, account]},
    where: `f.token = $1 AND f.height <= $2 AND (f."from" = $3 OR f."to" = $3) AND f."from" <> f."to" AND f.amount <> 0`,
  });

/** What changed hands after one block up to another, without legs between two of the accounts given. */
export const circulation = (
  term: string,
  token: string,
  after: HeldBlock,
  {height}: HeldBlock,
  internal: readonly string[],
): CauseSource =>
  facts({
    ...{...moved, term, parameters: [token, after.height, height, ZERO_ADDRESS, internal]},
    where: `f.token = $1 AND f.height > $2 AND f.height <= $3 AND f."from" <> $4 AND f."to" <> $4 AND f."from" <> f."to"
            AND f.amount <> 0 AND NOT (f."from" = ANY($5) AND f."to" = ANY($5))`,
  });
