import type {DataHandlerContext} from '@subsquid/evm-processor';
import type {Store} from '@subsquid/typeorm-store';
import type {Network} from './chain/networks';
import type {Fields} from './chain/processor';
import {observedContracts, takeReadings, type HeaderRef} from './chain/readings';
import {blockId, logRecordId} from './domain/ids';
import type {ChainRecord, LogRecord} from './domain/record';
import {stampReports} from './domain/reportStamps';
import {append} from './eventlog/append';
import {pendingReports} from './eventlog/pendingReports';
import {lastReadings} from './eventlog/read';
import {Block} from './model';
import {project} from './project';
import {sdkStore} from './projections/store';

export type Batch = Pick<DataHandlerContext<Store, Fields>, 'store' | 'blocks' | '_chain'>;

interface RawBlock {
  readonly header: HeaderRef;
  readonly logs: readonly LogRecord[];
}

/**
 * THE path: logs, readings and reports are appended, decoded, folded and saved, all in the SDK's transaction. Keeps
 * nothing between calls, because a hot batch may be run again on another branch.
 */
export async function ingest(batch: Batch, network: Network, canRead: boolean): Promise<void> {
  const blocks = batch.blocks.map((block) => rawBlock(block, network.chainId));
  const readings = canRead ? await read(batch, blocks, network) : new Map<number, ChainRecord[]>();
  const reports = await stamp(batch.store, blocks, network.chainId);
  const records = blocks.flatMap(({header: {height}, logs}) =>
    inOrder([...logs, ...(readings.get(height) ?? []), ...(reports.get(height) ?? [])]),
  );

  await batch.store.insert(blocks.map(({header}) => toBlock(header, network.chainId)));
  await append(batch.store, records);

  await project(sdkStore(batch.store), records, network);
}

async function read(batch: Batch, blocks: readonly RawBlock[], network: Network): Promise<Map<number, ChainRecord[]>> {
  const observed = observedContracts(network);
  const last = await Promise.all(
    observed.map(async ({contract, observation}) => {
      const readings = await lastReadings(batch.store, network.chainId, contract.address, observation.calls.length);
      return [contract.address, readings] as const;
    }),
  );
  const known = new Map(last.filter(([, readings]) => readings.length > 0));
  return observed.length === 0 ? new Map() : takeReadings(blocks, network, batch._chain.client, known);
}

/** The reports published by the end of the batch that no block carries yet, each at its block. */
async function stamp(
  store: Store,
  blocks: readonly RawBlock[],
  chainId: number,
): Promise<ReadonlyMap<number, ChainRecord[]>> {
  const headers = blocks.map(({header}) => header);
  const last = headers.at(-1);
  return last === undefined ? new Map() : stampReports(chainId, await pendingReports(store, chainId, last.at), headers);
}

/** Text order of ids is chain order: reports, readings of earlier state, logs, readings of the block's own state. */
const inOrder = (records: ChainRecord[]): ChainRecord[] => records.sort((a, b) => (a.id < b.id ? -1 : 1));

function rawBlock({header, logs}: Batch['blocks'][number], chainId: number): RawBlock {
  const {height, hash, parentHash, timestamp} = header;
  const at = timestamp / 1000;
  return {
    header: {height, hash, parentHash, at},
    logs: logs.map((log) => ({
      kind: 'LOG',
      id: logRecordId(chainId, height, log.logIndex),
      chainId,
      height,
      blockHash: hash,
      at,
      address: log.address.toLowerCase(),
      topics: log.topics,
      data: log.data,
      txHash: log.transactionHash,
      txIndex: log.transactionIndex,
      logIndex: log.logIndex,
    })),
  };
}

const toBlock = ({height, hash, parentHash, at}: HeaderRef, chainId: number): Block =>
  new Block({id: blockId(chainId, height), chainId, height, hash, parentHash, at: new Date(at * 1000)});
