import {Client} from 'pg';
import type {Reader} from '../../server-extension/fixture/ask';
import type {RawRecord, WholeLineage} from './script';

/** A number to ask the lineage of. */
export interface Subject {
  readonly metric: string;
  readonly key: string;
  readonly height: number;
}

const FIELDS = `metric key formula parameters value reason methodologyVersion totalCauses nextCursor terms { name value }
  causes { term kind projection id records { id kind } }`;

type Page = WholeLineage & {readonly nextCursor: string | null};

export const lineageQuery = ({metric, key, height}: Subject, more = ''): string =>
  `{ lineage(metric: "${metric}", ${key === '' ? '' : `key: "${key}", `}asOf: {block: ${height}}${more}) { ${FIELDS} } }`;

/** The lineage of a number with all its causes, read in pages of a size. */
export async function wholeLineage(reader: Reader, subject: Subject, limit = 1000): Promise<WholeLineage> {
  const pages: Page[] = [];
  for (let cursor: string | null | undefined; cursor !== null; cursor = pages.at(-1)?.nextCursor ?? null) {
    const after = cursor === undefined ? '' : `, cursor: "${cursor}"`;
    const {lineage} = await reader.answer<{lineage: Page}>(lineageQuery(subject, `, limit: ${limit}${after}`));
    pages.push(lineage);
  }
  const [first] = pages;
  if (first === undefined) throw new RangeError('A lineage has at least one page.');
  const {nextCursor: _, ...rest} = first;
  return {...rest, causes: pages.flatMap(({causes}) => causes)};
}

/** The same, or null where there is no such number: it is missing, or its key is not known yet. */
export async function tellable(reader: Reader, subject: Subject): Promise<WholeLineage | null> {
  const {error} = await reader.ask(lineageQuery(subject, ', limit: 1'));
  if (error !== undefined && !error.message.includes('is not known on chain')) throw new Error(error.message);
  const lineage = error === undefined ? await wholeLineage(reader, subject) : null;
  return lineage?.value == null ? null : lineage;
}

export const recordIds = ({causes}: WholeLineage): string[] => [
  ...new Set(causes.flatMap(({records}) => records.map(({id}) => id))),
];

/** Raw records by their ids: of the log alone. */
export async function rawRecords(url: string, ids: readonly string[]): Promise<RawRecord[]> {
  const client = new Client({connectionString: url});
  await client.connect();
  try {
    const {rows} = await client.query<RawRecord>(
      `SELECT id, chain_id AS "chainId", height, "at", kind, address, topics, data, tx_hash AS "txHash", input,
              read_height AS "readHeight", read_at AS "readAt" FROM event_record WHERE id = ANY($1) ORDER BY id`,
      [ids],
    );
    return rows;
  } finally {
    await client.end();
  }
}
