import type {Keyed, Projection} from './projection';

/** Domain rows keep instants in unix seconds under `at`, `asOf` and names that end in `At`; tables as timestamps. */
const isInstant = (key: string): boolean => key === 'at' || key === 'asOf' || key.endsWith('At');

/** The entity of a row, ready to be written. */
export function toEntity(projection: Projection, row: Keyed): Keyed {
  const entity = new projection.entity();
  for (const [key, value] of Object.entries(row) as [string, unknown][]) {
    const instant = isInstant(key) && typeof value === 'number';
    Object.assign(entity, {[key]: instant ? new Date(value * 1000) : value});
  }
  return entity;
}

/** The row of an entity as it was loaded. */
export function fromEntity(entity: Keyed): Keyed {
  const entries = Object.entries(entity).map(([key, value]: [string, unknown]) => [
    key,
    value instanceof Date ? value.getTime() / 1000 : (value ?? null),
  ]);
  const row: unknown = Object.fromEntries(entries);
  return row as Keyed;
}
