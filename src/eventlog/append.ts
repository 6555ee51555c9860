import type {Store} from '@subsquid/typeorm-store';
import type {ChainRecord} from '../domain/record';
import {toEntity} from './entity';

/** Appends records to the log, through the Store, so that a fork takes them back. */
export async function append(store: Store, records: readonly ChainRecord[]): Promise<void> {
  await store.insert(records.map(toEntity));
}
