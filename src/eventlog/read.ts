import type {Store} from '@subsquid/typeorm-store';
import type {ReadingRecord} from '../domain/record';
import {EventRecord} from '../model';
import {toRecord} from './entity';

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
  const records = newest.map(toRecord).filter((record) => record.kind === 'READING');
  return records.filter(({readHash}) => readHash === records[0]?.readHash);
}
