import type {EntityManager} from 'typeorm';
import {backing, type Backing} from '../domain/backing';
import {aidRows, aidSupplies, type AidSupply} from './aidSupply';
import {snapshotsAt, type AsOfPoint, type Held} from './asOf';
import {componentRows, sourcesAt} from './backingSources';
import {inForce} from './chains';
import {versionsAt, type RowName, type Snapshot, type VersionsAt} from './versions';

/** What is known of the backing as of a block. */
export interface BackingAt {
  readonly point: AsOfPoint;
  readonly snapshot: Snapshot;
  readonly versions: VersionsAt;
  readonly supply: AidSupply;
  /** AID wei; null while a chain's supply is unknown */
  readonly liabilities: bigint | null;
  readonly judged: Backing;
  /** Time of the newest change of a row or of the network's terms that it rests on, unix seconds */
  readonly lastChangeAt: number;
}

/** The rows that the backing rests on. */
export const backingRows = ({chains}: Held): RowName[] => [...aidRows(chains), ...componentRows(chains)];

/** The backing as of each block given, in the order of their time. */
export async function backingsAt(em: EntityManager, held: Held, points: readonly AsOfPoint[]): Promise<BackingAt[]> {
  const snapshots = await snapshotsAt(em, held, points);
  const versions = await versionsAt(em, backingRows(held), snapshots);
  const supplies = await aidSupplies(em, held.chains, snapshots, versions);
  let terms = '';
  return points.map((point, index) => {
    const [snapshot, rows, supply] = [snapshots[index], versions[index], supplies[index]];
    if (snapshot === undefined || rows === undefined || supply === undefined)
      throw new RangeError('A block without its rows.');
    const before = terms;
    terms = termsAt(held, snapshot);
    const changed = before !== '' && terms !== before ? point.at : -Infinity;
    return {
      ...backingAt(held, point, {snapshot, versions: rows, supply}),
      lastChangeAt: Math.max(rows.lastChangeAt, changed),
    };
  });
}

function backingAt(
  {chains}: Held,
  point: AsOfPoint,
  {snapshot, versions, supply}: Pick<BackingAt, 'snapshot' | 'versions' | 'supply'>,
): Omit<BackingAt, 'lastChangeAt'> {
  const liabilities = supply.complete ? supply.liabilities : null;
  const judged = backing(sourcesAt(chains, snapshot, versions), liabilities, point.at);
  return {point, snapshot, versions, supply, liabilities, judged};
}

/** The network's terms in force, as text to compare. */
const termsAt = ({chain, chains}: Held, snapshot: Snapshot): string =>
  JSON.stringify([
    inForce(chain.parameters.mintMargin, snapshot.get(chain.chainId)?.height ?? 0),
    ...chains.map(({chainId, parameters: {haircuts, settlement}}) => {
      const height = snapshot.get(chainId)?.height ?? 0;
      return [haircuts, settlement].map((settings) => settings?.filter(({fromBlock}) => fromBlock <= height));
    }),
  ]);
