import {readingRecordId} from '../domain/ids';
import type {LogRecord, ReadingRecord} from '../domain/record';
import {branchOf, type BlockRef, type HeaderRef} from './branch';
import {callViews, type RpcClient} from './client';
import type {Observation} from './contract';
import {CONTRACTS} from './contracts';
import type {Network, NetworkContract} from './networks';
import {findSteps, type Snapshot} from './steps';

export type {HeaderRef};

/** The newest readings recorded of each observed contract, by address: what the next ones are compared with. */
export type LastReadings = ReadonlyMap<string, readonly ReadingRecord[]>;

interface Observed {
  readonly contract: NetworkContract;
  readonly observation: Observation;
}

/** The contracts whose views are read: none when the network sets no grid. */
export function observedContracts(network: Network): Observed[] {
  if (network.readEvery === undefined) return [];
  return network.contracts.flatMap((contract) => {
    const observation = CONTRACTS.get(contract.role)?.observation;
    return observation === undefined ? [] : [{contract, observation}];
  });
}

/**
 * Readings of a batch: at every block with a log that touches an observed contract, and on the block-height grid, so
 * that a resync reads the same blocks. Where two neighbouring readings differ and no log lies between them, the step is
 * found by bisection and recorded at the block that discovered it, before its logs.
 */
export async function takeReadings(
  blocks: readonly {header: HeaderRef; logs: readonly LogRecord[]}[],
  network: Network,
  client: RpcClient,
  last: LastReadings,
): Promise<Map<number, ReadingRecord[]>> {
  const taken = new Map<number, ReadingRecord[]>();
  const previous = new Map([...last].map(([address, readings]) => [address, fromReadings(readings)]));
  for (const {contract, observation} of observedContracts(network)) {
    const snapshot = (block: BlockRef) => readViews(client, contract.address, observation, block);
    const due = blocks.filter(({header, logs}) => isDue(network, contract, header.height, logs));
    const own = await Promise.all(due.map(({header}) => snapshot(header)));
    for (const [i, {header, logs}] of due.entries()) {
      const now = own[i];
      if (now === undefined) continue;
      const before = previous.get(contract.address);
      const touched = logs.some((log) => touches(log, contract.address));
      const blockAt = branchOf(client, header, network.finalityConfirmation);
      const steps = before === undefined ? [] : await stepsBefore(before, now, touched, blockAt, snapshot);
      const records = taken.get(header.height) ?? [];
      for (const step of steps) records.push(...toRecords(network, contract, observation, header, step, records, true));
      records.push(...toRecords(network, contract, observation, header, now, records, false));
      taken.set(header.height, records);
      previous.set(contract.address, now);
    }
  }
  return taken;
}

function isDue(network: Network, contract: NetworkContract, height: number, logs: readonly LogRecord[]): boolean {
  if (height < contract.fromBlock || (contract.toBlock !== undefined && height > contract.toBlock)) return false;
  return height % (network.readEvery ?? Infinity) === 0 || logs.some((log) => touches(log, contract.address));
}

function touches(log: LogRecord, address: string): boolean {
  const topic = `0x${address.slice(2).padStart(64, '0')}`;
  return log.address === address || log.topics.includes(topic);
}

/** Steps that no log of this block made: up to its parent where it has logs, up to itself where it has none. */
async function stepsBefore(
  before: Snapshot,
  now: Snapshot,
  touched: boolean,
  blockAt: (height: number) => Promise<BlockRef>,
  snapshot: (block: BlockRef) => Promise<Snapshot>,
): Promise<Snapshot[]> {
  const {height} = now.block;
  if (before.block.height >= height - 1) return [];
  const at = async (earlier: number): Promise<Snapshot> => snapshot(await blockAt(earlier));
  const steps = await findSteps(before, touched ? await at(height - 1) : now, at);
  return steps.filter((step) => step.block.height < height);
}

async function readViews(
  client: RpcClient,
  address: string,
  observation: Observation,
  block: BlockRef,
): Promise<Snapshot> {
  const calls = observation.calls.map(({input}) => ({address, input, block}));
  return {block, answers: await callViews(client, calls)};
}

function toRecords(
  network: Network,
  contract: NetworkContract,
  observation: Observation,
  header: HeaderRef,
  {block, answers}: Snapshot,
  before: readonly ReadingRecord[],
  earlier: boolean,
): ReadingRecord[] {
  const letter = earlier ? '-E' : '-R';
  const offset = before.filter(({id}) => id.includes(letter)).length;
  return observation.calls.map(({input}, i) => ({
    kind: 'READING',
    id: readingRecordId(network.chainId, header.height, offset + i, earlier),
    chainId: network.chainId,
    height: header.height,
    blockHash: header.hash,
    at: header.at,
    address: contract.address,
    input,
    data: answers[i]?.data ?? '0x',
    reverted: answers[i]?.reverted ?? false,
    readHeight: block.height,
    readHash: block.hash,
    readAt: block.at,
  }));
}

function fromReadings(readings: readonly ReadingRecord[]): Snapshot {
  const sorted = [...readings].sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = sorted;
  return {
    block: {height: first?.readHeight ?? -1, hash: first?.readHash ?? '', at: first?.readAt ?? 0},
    answers: sorted.map(({data, reverted}) => ({data, reverted})),
  };
}
