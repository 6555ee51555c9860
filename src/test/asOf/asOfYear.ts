import {startEmbeddedPostgres} from '../../postgres/embedded';
import type {Random} from '../../devnet/random';
import {Reader} from '../../server-extension/fixture/ask';
import {Squid} from '../harness/squid';
import {createTestDatabase} from '../postgres';
import {differencesAt, query, questionSchema, randomMoments, subjectsAt} from './comparison';
import type {Moment} from './questions';
import {StoppedIndex} from './stoppedIndex';

/** An index that has come to its head, and the chain behind it. */
export interface FullIndex {
  readonly url: string;
  readonly networkFile: string;
  readonly rpcUrl: string;
}

/** Where the database of a data directory listens whose supervisor is running. */
export const databaseOf = async (dataDir: string): Promise<string> =>
  (await startEmbeddedPostgres({dataDir, log: () => undefined})).url;

/** What a comparison found: how much was asked, and what differed. */
export interface Compared {
  readonly moments: number;
  readonly asked: number;
  readonly different: readonly string[];
}

/** Every question as of random blocks, against an index that folded the log up to each of them and no further. */
export async function compareFolded(url: string, random: Random, count: number, most?: number): Promise<Compared> {
  const index = await StoppedIndex.of(url);
  const readers = {full: await Reader.open(url), stopped: await Reader.open(index.url)};
  try {
    const moments = await randomMoments(url, random, count, most);
    const found: Compared[] = [];
    for (const moment of moments) {
      await index.advanceTo(moment.height);
      found.push(await compared(url, random, moment, readers));
    }
    return sum(found);
  } finally {
    await readers.full.close();
    await readers.stopped.close();
    await index.close();
  }
}

/** The same against processors that read the chain themselves and were told to stop at the block. */
export async function compareProcessed(
  {url, networkFile, rpcUrl}: FullIndex,
  random: Random,
  count: number,
  most: number,
): Promise<Compared> {
  const found: Compared[] = [];
  for (const moment of await randomMoments(url, random, count, most)) {
    const fresh = await createTestDatabase();
    await copyInbox(url, fresh.url);
    const squid = Squid.start({networkFile, rpcUrl, dbUrl: fresh.url, to: moment.height});
    const ended = await squid.ended;
    if (ended !== 0) throw new Error(`The processor ended (${ended}):\n${squid.output.slice(-3000)}`);
    await copyLabels(url, fresh.url);
    const readers = {full: await Reader.open(url), stopped: await Reader.open(fresh.url)};
    found.push(await compared(url, random, moment, readers));
    await readers.full.close();
    await readers.stopped.close();
    await fresh.drop();
  }
  return sum(found);
}

async function compared(
  url: string,
  random: Random,
  moment: Moment,
  readers: {full: Reader; stopped: Reader},
): Promise<Compared> {
  const schema = await questionSchema();
  return {moments: 1, ...(await differencesAt(schema, moment, await subjectsAt(url, random, moment), readers))};
}

const sum = (found: readonly Compared[]): Compared => ({
  moments: found.length,
  asked: found.reduce((count, {asked}) => count + asked, 0),
  different: found.flatMap(({different}) => different),
});

/** Reports are handed in, not read from the chain. */
async function copyInbox(from: string, to: string): Promise<void> {
  const [held] = await query<{rows: string}>(
    from,
    `SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]')::text AS rows FROM attestation_inbox t`,
  );
  await query(
    to,
    'INSERT INTO attestation_inbox SELECT * FROM jsonb_populate_recordset(NULL::attestation_inbox, $1::jsonb)',
    [held?.rows],
  );
}

/** Who known accounts are is of today, not of a block. */
async function copyLabels(from: string, to: string): Promise<void> {
  const [chain] = await query<{labels: string}>(from, 'SELECT labels::text AS labels FROM chain');
  await query(to, 'UPDATE chain SET labels = $1::jsonb', [chain?.labels]);
}
