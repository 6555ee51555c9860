import {getMetadataArgsStorage} from 'typeorm';
import {PROJECTIONS} from '../../projections';
import {fold} from '../../projections/fold';
import {fromEntity, toEntity} from '../../projections/rows';
import {decodeRow, encodeRow} from '../../domain/version';
import {cutWorld, world} from './history';
import {law} from './law';
import {Machine, machineAfter} from './machine';

law(
  'any cut of a history into batches gives the same rows, versions and causes',
  cutWorld,
  ({world: {events}, batches}) => {
    const whole = machineAfter(events);
    const cut = machineAfter(...batches);
    for (const {name} of PROJECTIONS) expect(cut.contents[name]).toEqual(whole.contents[name]);
    expect(cut.versions).toEqual(whole.versions);
  },
);

law('folding the same events twice gives the same changes', world, ({events}) => {
  const loaded = new Machine().load(events);
  expect(fold(events, PROJECTIONS, loaded)).toEqual(fold(events, PROJECTIONS, loaded));
});

/** Whether a column holds an instant. */
const isInstant = (entity: unknown, column: string): boolean =>
  getMetadataArgsStorage().columns.some(
    ({target, propertyName, options}) =>
      target === entity && propertyName === column && String(options.type).startsWith('timestamp'),
  );

law('an instant is written as one where the table holds one, and nothing else is', world, ({events}) => {
  const wrong = new Set<string>();
  for (const {projection, row} of new Machine().run(events)) {
    for (const [column, value] of Object.entries(toEntity(projection, row)) as [string, unknown][]) {
      const isDate = value instanceof Date && !Number.isNaN(value.getTime());
      if (value !== null && isDate !== isInstant(projection.entity, column)) wrong.add(`${projection.name}.${column}`);
    }
  }
  expect([...wrong]).toEqual([]);
});

law('a row comes back from its table and from its version as it was written', world, ({events}) => {
  for (const {projection, row} of new Machine().run(events)) {
    expect(fromEntity(toEntity(projection, row))).toEqual(row);
    expect(decodeRow(JSON.parse(JSON.stringify(encodeRow(row))))).toEqual(row);
  }
});
