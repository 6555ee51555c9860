import {stateSchema} from '../domain/ids';

/** Anything that runs a query: a pg client or pool. */
export interface Queryable {
  query(sql: string, values?: unknown[]): Promise<{rows: unknown[]}>;
}

/** How far one chain is indexed, and how far it reaches by the last heartbeat. Null is "not yet". */
export interface ChainProgress {
  readonly chainId: number;
  readonly network: string;
  readonly startBlock: number;
  readonly finalityConfirmation: number;
  readonly headHeight: number | null;
  /** Seconds since the source last gave a good answer */
  readonly headAgeSeconds: number | null;
  readonly indexedHeight: number | null;
  readonly finalizedHeight: number | null;
  readonly contracts: unknown;
}

type ChainRow = Omit<ChainProgress, 'indexedHeight' | 'finalizedHeight'>;

const CHAINS = `
  SELECT chain_id AS "chainId", network, start_block AS "startBlock", finality_confirmation AS "finalityConfirmation",
         head_height AS "headHeight", contracts,
         extract(epoch FROM clock_timestamp() - head_at)::float8 AS "headAgeSeconds"
  FROM chain ORDER BY chain_id`;

/** Progress of every chain of the database; empty where it was never written to. */
export async function readProgress(db: Queryable): Promise<ChainProgress[]> {
  if (!(await exists(db, 'chain'))) return [];
  const chains = (await db.query(CHAINS)).rows as ChainRow[];
  const progress: ChainProgress[] = [];
  for (const chain of chains) progress.push({...chain, ...(await readHeights(db, chain.chainId))});
  return progress;
}

/** Heights of the last block that is indexed, and of the last one that is also final; null before the first. */
export async function readHeights(
  db: Queryable,
  chainId: number,
): Promise<Pick<ChainProgress, 'indexedHeight' | 'finalizedHeight'>> {
  const schema = stateSchema(chainId);
  if (!(await exists(db, `${schema}.hot_block`))) return {indexedHeight: null, finalizedHeight: null};
  const {rows} = await db.query(
    `SELECT height AS final, greatest(height, (SELECT max(height) FROM ${schema}.hot_block)) AS indexed
     FROM ${schema}.status WHERE id = 0`,
  );
  const [row] = rows as {final: number; indexed: number}[];
  const known = (height: number | undefined) => (height === undefined || height < 0 ? null : height);
  return {indexedHeight: known(row?.indexed), finalizedHeight: known(row?.final)};
}

/** Whether a table is there. */
export async function exists(db: Queryable, table: string): Promise<boolean> {
  const {rows} = await db.query('SELECT to_regclass($1) IS NOT NULL AS found', [table]);
  return (rows as {found: boolean}[])[0]?.found === true;
}
