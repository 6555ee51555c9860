import type {DomainEvent} from '../../domain/event';
import {fold, type Change, type Loaded} from '../../projections/fold';
import {blocksOf, cutWorld, world} from './history';
import {law} from './law';
import {Machine} from './machine';

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

const contentsOf = (loaded: Loaded) => [...loaded].map(([projection, rows]) => [projection.name, [...rows]]);

law('folding mutates neither the events nor the rows it was given', cutWorld, ({batches}) => {
  const machine = new Machine();
  for (const batch of batches) {
    machine.run(deepFreeze(batch), (events, registry, loaded) => {
      const before = contentsOf(loaded);
      for (const rows of loaded.values()) rows.forEach(deepFreeze);
      const changes = fold(events, registry, loaded);
      expect(contentsOf(loaded)).toEqual(before);
      return changes.map(deepFreeze);
    });
  }
});

const placeOf = ({projection, row}: Pick<Change, 'projection' | 'row'>): string => `${projection.name} ${row.id}`;

/** The rows that an event names. */
const namedBy = (event: DomainEvent, {projection}: Change): readonly string[] =>
  projection.handles.has(event.type) ? projection.keys(event) : [];

law('an event changes only the rows it names', world, ({events}) => {
  const machine = new Machine();
  for (const event of events) {
    const changes = machine.run([event]);
    for (const change of changes) expect(namedBy(event, change)).toContain(change.row.id);
    expect(new Set(changes.map(placeOf)).size).toBe(changes.length);
  }
});

law('every change has its causes: records of its own block, of events that name the row', world, ({events}) => {
  const machine = new Machine();
  for (const block of blocksOf(events)) {
    for (const change of machine.run(block)) {
      const possible = block.filter((event) => namedBy(event, change).includes(change.row.id));
      expect(change.causes.length).toBeGreaterThan(0);
      expect(new Set(change.causes).size).toBe(change.causes.length);
      expect(possible.flatMap(({meta}) => meta.causes)).toEqual(expect.arrayContaining([...change.causes]));
      expect([change.height, change.at]).toEqual([block[0]?.meta.height, block[0]?.meta.at]);
    }
  }
});
