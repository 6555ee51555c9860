import type {Store} from '@subsquid/typeorm-store';
import {InvariantError} from '../domain/errors';
import type {ChainRecord} from '../domain/record';
import {EventRecord} from '../model';
import {ADDRESSES, answer, log} from '../test/decoding/rawLogs';
import {ALICE, BOB, CHAIN_ID} from '../test/given';
import {append} from './append';
import {lastReadings} from './read';

const VIEWS = 4;

/** A log in memory that answers as the Store does for what `lastReadings` asks. */
function memoryLog() {
  const rows: EventRecord[] = [];
  const store = {
    insert: (entities: EventRecord[]) => Promise.resolve(void rows.push(...entities)),
    find(entity: unknown, {where, order, take}: {where: Partial<EventRecord>; order: object; take: number}) {
      expect([entity, order]).toEqual([EventRecord, {id: 'DESC'}]);
      const found = rows.filter((row) => Object.entries(where).every(([key, value]) => row[key as 'id'] === value));
      return Promise.resolve(found.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, take));
    },
  };
  return {rows, store: store as unknown as Store};
}

const readings = (spot: {height: number; readHeight?: number}, values: readonly (bigint | null)[]) =>
  values.map((value, index) => answer('convertToAssets', [BigInt(index)], value, {...spot, index}));

const newest = (store: Store) => lastReadings(store, CHAIN_ID, ADDRESSES.said, VIEWS);

test('a log keeps its topics and its place, and nothing of a reading', async () => {
  const {rows, store} = memoryLog();
  const record = log('aid', 'Transfer', [ALICE, BOB, 7n]);
  await append(store, [record]);
  const {at, ...kept} = rows[0] ?? new EventRecord();
  expect(kept).toEqual(new EventRecord({...record, topics: [...record.topics], at: undefined}));
  expect(at).toEqual(new Date(record.at * 1000));
});

test('the newest readings come back as they were appended, also a view that reverted', async () => {
  const {store} = memoryLog();
  const last = readings({height: 208}, [1n, null, 3n, 4n]);
  const all: ChainRecord[] = [
    ...readings({height: 200}, [9n, 9n, 9n, 9n]),
    ...readings({height: 208, readHeight: 205}, [1n, 2n, 3n, 3n]),
    log('said', 'Deposit', [ALICE, BOB, 7n, 6n], {height: 208}),
    ...last,
  ];
  await append(store, all);
  expect((await newest(store)).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(last);
});

test('readings of another state, address or chain are not taken for the newest', async () => {
  const {store} = memoryLog();
  const last = readings({height: 208}, [1n, 2n]);
  const elsewhere = readings({height: 300}, [1n]).map((reading) => ({...reading, address: ADDRESSES.aid}));
  await append(store, [...readings({height: 200}, [9n, 9n, 9n, 9n]), ...last, ...elsewhere]);
  expect((await newest(store)).map(({id}) => id).sort()).toEqual(last.map(({id}) => id));
});

test('before the first reading there is none', async () => {
  expect(await newest(memoryLog().store)).toEqual([]);
});

test('a reading that lacks what a reading must have is refused', async () => {
  const {rows, store} = memoryLog();
  await append(store, readings({height: 208}, [1n, 2n, 3n, 4n]));
  if (rows[0] !== undefined) rows[0].input = null;
  await expect(newest(store)).rejects.toThrow(InvariantError);
});
