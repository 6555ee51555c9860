import type {Client} from 'pg';
import type {Network} from '../../chain/networks';
import type {Random} from '../../devnet/random';
import {InvariantError} from '../../domain/errors';
import type {ChainRecord} from '../../domain/record';
import {streamLog} from '../../eventlog/stream';
import {LOG} from '../../projections/digest';
import {foldLog, type Folded} from './foldLog';

const MUTATIONS = ['dropped', 'doubled', 'reordered'] as const;
type Mutation = (typeof MUTATIONS)[number];

/** A log of which one record was dropped, doubled (as the next log of its block) or changed places with its neighbour. */
function mutated(records: readonly ChainRecord[], mutation: Mutation, random: Random): ChainRecord[] {
  const at = random.int(0, records.length - 2);
  const [one, next] = [records[at], records[at + 1]];
  if (one === undefined || next === undefined) throw new RangeError('A log of one record has nothing to change.');
  switch (mutation) {
    case 'dropped':
      return records.toSpliced(at, 1);
    case 'doubled':
      return inOrder([...records, {...one, id: `${one.id}x`}]);
    case 'reordered':
      return records.toSpliced(at, 2, {...next, ...placeOf(one)}, {...one, ...placeOf(next)});
  }
}

/** What a record is called and where it stands; the rest is what it says. */
const placeOf = ({id, height, blockHash, at}: ChainRecord) => ({id, height, blockHash, at});

const inOrder = (records: ChainRecord[]): ChainRecord[] => records.sort((a, b) => (a.id < b.id ? -1 : 1));

/** Who is the first to see that a log is not what happened: the fold, a law, the rows' digests, the log's own, nobody. */
export type SeenBy = Record<'fold' | 'law' | 'rows' | 'log' | 'nobody', number>;

/** Changes one record of a log, so many times over, and counts who sees it first. */
export function mutationTrials(
  records: readonly ChainRecord[],
  network: Network,
  random: Random,
  trials: number,
): SeenBy {
  const truth = foldLog(records, network);
  const seenBy: SeenBy = {fold: 0, law: 0, rows: 0, log: 0, nobody: 0};
  for (let i = 0; i < trials; i++) {
    const mutation = MUTATIONS[i % MUTATIONS.length] ?? 'dropped';
    seenBy[whoSees(mutated(records, mutation, random), truth, network)] += 1;
  }
  return seenBy;
}

/** The whole log of the tests' chain. */
export async function logOf(client: Client): Promise<ChainRecord[]> {
  await client.query('BEGIN');
  const records: ChainRecord[] = [];
  for await (const piece of streamLog(client, 31337, 1000)) records.push(...piece);
  await client.query('COMMIT');
  return records;
}

function whoSees(records: readonly ChainRecord[], truth: Folded, network: Network): keyof SeenBy {
  const folded = orInvariant(() => foldLog(records, network));
  if (folded === undefined) return 'fold';
  if (folded.broken.length > 0) return 'law';
  const differ = [...truth.digests].filter(([name, digest]) => folded.digests.get(name) !== digest);
  if (differ.some(([name]) => name !== LOG)) return 'rows';
  return differ.length > 0 ? 'log' : 'nobody';
}

/** Undefined where the fold refuses. */
function orInvariant<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof InvariantError) return undefined;
    throw error;
  }
}
