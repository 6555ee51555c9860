import type {DomainEvent} from '../../domain/event';
import {decodeRow, encodeRow} from '../../domain/version';
import {PROJECTIONS} from '../../projections';
import {fold, references, type Change, type Loaded} from '../../projections/fold';
import type {Keyed, Projection} from '../../projections/projection';

/** The row of a version and the records behind it, as the database keeps them. */
export interface Version {
  readonly projection: string;
  readonly key: string;
  readonly height: number;
  readonly at: number;
  readonly row: string;
  readonly causes: readonly string[];
}

/** Current rows and versions as a database would hold them: as text, so that every batch starts from what was written. */
export class Machine {
  private readonly tables = new Map<Projection, Map<string, string>>(PROJECTIONS.map((one) => [one, new Map()]));
  readonly versions: Version[] = [];

  /** Loads, folds and saves one batch, and answers what changed. */
  run(events: readonly DomainEvent[], folding: typeof fold = fold): Change[] {
    const changes = folding(events, PROJECTIONS, this.load(events));
    for (const {projection, row, height, at, causes} of changes) {
      const table = this.tables.get(projection);
      if (projection.kind === 'fact' && table?.has(row.id))
        throw new Error(`${projection.name} ${row.id} is written twice`);
      const text = JSON.stringify(encodeRow(row));
      table?.set(row.id, text);
      this.versions.push({projection: projection.name, key: row.id, height, at, row: text, causes});
    }
    return changes;
  }

  load(events: readonly DomainEvent[]): Loaded {
    const wanted = [...references(events, PROJECTIONS)];
    return new Map(wanted.map(([projection, ids]) => [projection, this.pick(projection, ids)]));
  }

  /** Every row of a projection. */
  rows<R extends Keyed>(projection: Projection<R>): R[] {
    const table = this.tables.get(projection) ?? new Map<string, string>();
    return [...table.values()].map((text) => decodeRow<R>(JSON.parse(text)));
  }

  /** Every table as text, by name: what two machines are compared by. */
  get contents(): Record<string, Record<string, string>> {
    return Object.fromEntries([...this.tables].map(([{name}, table]) => [name, Object.fromEntries(table)]));
  }

  private pick(projection: Projection, ids: ReadonlySet<string>): Map<string, Keyed> {
    const rows = new Map<string, Keyed>();
    for (const id of ids) {
      const text = this.tables.get(projection)?.get(id);
      if (text !== undefined) rows.set(id, decodeRow<Keyed>(JSON.parse(text)));
    }
    return rows;
  }
}

/** The machine after a history in these batches. */
export function machineAfter(...batches: readonly (readonly DomainEvent[])[]): Machine {
  const machine = new Machine();
  for (const batch of batches) machine.run(batch);
  return machine;
}
