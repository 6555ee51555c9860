import 'reflect-metadata';
import fc from 'fast-check';
import {getMetadataArgsStorage} from 'typeorm';
import {PROJECTIONS} from '../projections';
import {fold, references} from '../projections/fold';
import type {Keyed, Projection} from '../projections/projection';
import {world} from './laws/history';
import {Machine} from './laws/machine';
import {placed} from './given';

const EVENTS = fc.sample(world, {numRuns: 40, seed: 11}).flatMap(({events}) => events);
const NAV = {
  ...{epoch: 1n, totalAssets: 1n, unrealizedLoss: 0n, totalShares: 1n},
  ...{stakingNav: 1n, unstakingNav: 1n},
};
const place = (projection: Projection): number => PROJECTIONS.indexOf(projection);

test('a projection reads only the rows of those above it', () => {
  const below = new Set<string>();
  let reads = 0;
  for (const event of EVENTS) {
    for (const reader of PROJECTIONS.filter(({handles}) => handles.has(event.type))) {
      for (const {projection} of reader.reads(event)) {
        reads += 1;
        if (!(place(projection) >= 0 && place(projection) < place(reader)))
          below.add(`${reader.name} reads ${projection.name}`);
      }
    }
  }
  expect([...below]).toEqual([]);
  expect(reads).toBeGreaterThan(0);
});

test('a projection has a name, a version and a table of its own', () => {
  const unique = (values: readonly unknown[]): boolean => new Set(values).size === values.length;
  expect(unique(PROJECTIONS.map(({name}) => name))).toBe(true);
  expect(unique(PROJECTIONS.map(({entity}) => entity))).toBe(true);
  for (const {name, version, entity, handles} of PROJECTIONS) {
    expect(entity.name.toLowerCase()).toBe(name.toLowerCase());
    expect(Number.isInteger(version) && version > 0).toBe(true);
    expect(handles.size).toBeGreaterThan(0);
  }
});

const columnsOf = ({entity}: Projection): string[] =>
  getMetadataArgsStorage()
    .columns.filter(({target}) => target === entity)
    .map(({propertyName}) => propertyName)
    .sort();

test('a row fills every column of its table, and only those', () => {
  const rows = new Map<Projection, Keyed>();
  for (const {events} of fc.sample(world, {numRuns: 160, seed: 12})) {
    for (const {projection, row} of new Machine().run(events)) rows.set(projection, row);
  }
  for (const projection of PROJECTIONS) {
    expect({name: projection.name, columns: Object.keys(rows.get(projection) ?? {}).sort()}).toEqual({
      name: projection.name,
      columns: columnsOf(projection),
    });
  }
});

test('what a fold reads is loaded, also where nothing in the batch changes it', () => {
  const [above] = PROJECTIONS;
  if (above === undefined) throw new Error('the registry is empty');
  const event = placed({type: 'NavMarked', ...NAV});
  const reader: Projection = {
    ...above,
    kind: 'fact',
    handles: new Set(['NavMarked']),
    keys: () => ['a fact'],
    reads: () => [{projection: above, id: 'a row above'}],
    evolve: (_row, _event, id, read) => ({id, seen: read(above, 'a row above')?.id}) as Keyed,
  };
  const wanted = references([event], [above, reader]);
  expect([...wanted]).toEqual([[above, new Set(['a row above'])]]);
  const loaded = new Map([[above, new Map([['a row above', {id: 'a row above'}]])]]);
  expect(fold([event], [above, reader], loaded)).toMatchObject([{row: {id: 'a fact', seen: 'a row above'}}]);
});

test('a fold that reads what it did not declare, or answers another row than its key, is refused', () => {
  const [first, second] = PROJECTIONS;
  if (first === undefined || second === undefined) throw new Error('the registry is empty');
  const event = placed({type: 'LogUnrecognized', topic0: null});
  const misread: Projection = {...first, evolve: (_row, _event, id, read) => read(second, id)};
  expect(() => fold([event], [misread], new Map())).toThrow('A fold reads a row it did not declare.');
  const misplaced: Projection = {...first, evolve: () => ({id: 'another'})};
  expect(() => fold([event], [misplaced], new Map())).toThrow('A fold answered another row than its key.');
});
