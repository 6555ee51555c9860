import type {Store} from '@subsquid/typeorm-store';
import type {ChainRecord} from '../domain/record';
import {EventRecord} from '../model';

/** Appends records to the log, through the Store, so that a fork takes them back. */
export async function append(store: Store, records: readonly ChainRecord[]): Promise<void> {
  await store.insert(records.map(toEntity));
}

function toEntity(record: ChainRecord): EventRecord {
  const {id, chainId, height, blockHash, kind, address, data} = record;
  const place = {id, chainId, height, blockHash, at: new Date(record.at * 1000), kind, address, data};
  if (record.kind === 'LOG') {
    const {txHash, txIndex, logIndex} = record;
    return new EventRecord({...place, topics: [...record.topics], txHash, txIndex, logIndex});
  }
  const {input, readHeight, readHash, reverted} = record;
  return new EventRecord({
    ...place,
    topics: [],
    input,
    readHeight,
    readHash,
    readAt: new Date(record.readAt * 1000),
    reverted,
  });
}
