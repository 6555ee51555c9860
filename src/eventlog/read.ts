import type {Store} from '@subsquid/typeorm-store';
import {InvariantError} from '../domain/errors';
import type {ReadingRecord} from '../domain/record';
import {EventRecord} from '../model';

/** The newest readings of a contract that belong together: those of the last state that was read. */
export async function lastReadings(
  store: Store,
  chainId: number,
  address: string,
  views: number,
): Promise<ReadingRecord[]> {
  const newest = await store.find(EventRecord, {
    where: {chainId, address, kind: 'READING'},
    order: {id: 'DESC'},
    take: views,
  });
  return newest.filter(({readHash}) => readHash === newest[0]?.readHash).map(toReading);
}

function toReading(entity: EventRecord): ReadingRecord {
  const {id, chainId, height, blockHash, at, address, data, input, readHeight, readHash, readAt, reverted} = entity;
  if (input == null || readHeight == null || readHash == null || readAt == null || reverted == null) {
    throw new InvariantError('A reading in the log lacks what a reading must have.', {record: id});
  }
  return {
    kind: 'READING',
    id,
    chainId,
    height,
    blockHash,
    at: at.getTime() / 1000,
    address,
    data,
    input,
    readHeight,
    readHash,
    readAt: readAt.getTime() / 1000,
    reverted,
  };
}
