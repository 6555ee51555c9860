import {PROJECTIONS} from '../projections';
import type {Projection} from '../projections/projection';

/** The table of an entity: its name in snake case, as the SDK names it. */
export const tableOf = (entity: string): string => snakeCase(entity.replace(/^[A-Z]/, (first) => first.toLowerCase()));

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A table of derived rows, and which of them belong to some projections. */
export interface DerivedTable {
  readonly name: string;
  /** Column that names the projection of a row; null where the whole table is one projection's */
  readonly projectionColumn: 'projection' | 'name' | null;
  /** Projection of all rows; null where the column tells */
  readonly projection: string | null;
  /** Column by which the rows came to be; null for current rows */
  readonly heightColumn: 'height' | null;
}

/** Tables of what is told of several projections. */
const SHARED: readonly DerivedTable[] = [
  {name: 'state_version', projectionColumn: 'projection', projection: null, heightColumn: 'height'},
  {name: 'block_digest', projectionColumn: 'projection', projection: null, heightColumn: 'height'},
  {name: 'projection_version', projectionColumn: 'name', projection: null, heightColumn: null},
];

const own = ({name, kind, entity}: Projection): DerivedTable => ({
  name: tableOf(entity.name),
  projectionColumn: null,
  projection: name,
  heightColumn: kind === 'fact' ? 'height' : null,
});

/** Every table whose rows follow from the log. */
export const DERIVED_TABLES: readonly DerivedTable[] = [...PROJECTIONS.map(own), ...SHARED];
