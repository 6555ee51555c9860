import {InvariantError} from '../domain/errors';
import type {DomainEvent} from '../domain/event';
import type {Keyed, Projection, ReadRow, Reference} from './projection';

/** A row as a block left it, with the records that changed it there. */
export interface Change {
  readonly projection: Projection;
  readonly row: Keyed;
  readonly height: number;
  readonly at: number;
  readonly causes: readonly string[];
}

/** Every row the events may touch or read, before they do; ids that do not exist are simply absent. */
export type Loaded = ReadonlyMap<Projection, ReadonlyMap<string, Keyed>>;

/** The rows that `events` name, per projection: what has to be loaded before folding. Facts are new by definition. */
export function references(
  events: readonly DomainEvent[],
  registry: readonly Projection[],
): Map<Projection, Set<string>> {
  const wanted = new Map<Projection, Set<string>>();
  const want = ({projection, id}: Reference): void => {
    const ids = wanted.get(projection) ?? new Set();
    wanted.set(projection, ids.add(id));
  };
  for (const event of events) {
    for (const projection of registry) {
      if (!projection.handles.has(event.type)) continue;
      if (projection.kind === 'state') projection.keys(event).forEach((id) => want({projection, id}));
      projection.reads(event).forEach(want);
    }
  }
  return wanted;
}

/**
 * Folds events in order; for each event the projections in the registry's order, for each its keys. Pure.
 * Answers one change per row and block, in the order in which rows first changed.
 */
export function fold(events: readonly DomainEvent[], registry: readonly Projection[], loaded: Loaded): Change[] {
  const rows = new Overlay(loaded);
  const changes = new Map<string, Draft>();
  for (const event of events) {
    rows.beginEvent();
    for (const projection of registry) {
      if (!projection.handles.has(event.type)) continue;
      const read = reader(rows, projection.reads(event));
      for (const id of projection.keys(event)) {
        const before = rows.get(projection, id);
        const after = projection.evolve(before, event, id, read);
        if (after === undefined || after === before) continue;
        if (after.id !== id)
          throw new InvariantError('A fold answered another row than its key.', {id, answered: after.id});
        rows.set(projection, after);
        note(changes, projection, after, event);
      }
    }
  }
  return [...changes.values()].map((draft) => ({...draft, causes: [...draft.causes]}));
}

/** What was loaded, with what changed since laid over it: the tables may be large, the changes are few. */
class Overlay {
  private readonly changed = new Map<Projection, Map<string, Keyed>>();
  /** What the event being folded has changed, as it was before */
  private readonly replaced = new Map<Projection, Map<string, Keyed | undefined>>();

  constructor(private readonly loaded: Loaded) {}

  get(projection: Projection, id: string): Keyed | undefined {
    return this.changed.get(projection)?.get(id) ?? this.loaded.get(projection)?.get(id);
  }

  getBefore(projection: Projection, id: string): Keyed | undefined {
    const replaced = this.replaced.get(projection);
    return replaced?.has(id) === true ? replaced.get(id) : this.get(projection, id);
  }

  beginEvent(): void {
    this.replaced.clear();
  }

  set(projection: Projection, row: Keyed): void {
    const replaced = this.replaced.get(projection) ?? new Map<string, Keyed | undefined>();
    if (!replaced.has(row.id)) this.replaced.set(projection, replaced.set(row.id, this.get(projection, row.id)));
    const table = this.changed.get(projection) ?? new Map<string, Keyed>();
    this.changed.set(projection, table.set(row.id, row));
  }
}

/** A change while its block is still being folded. */
interface Draft extends Omit<Change, 'row' | 'causes'> {
  row: Keyed;
  readonly causes: Set<string>;
}

function note(changes: Map<string, Draft>, projection: Projection, row: Keyed, event: DomainEvent): void {
  const {height, at, causes} = event.meta;
  const place = `${height} ${projection.name} ${row.id}`;
  const draft = changes.get(place);
  if (draft === undefined) {
    changes.set(place, {projection, row, height, at, causes: new Set(causes)});
    return;
  }
  draft.row = row;
  causes.forEach((cause) => draft.causes.add(cause));
}

function reader(rows: Overlay, declared: readonly Reference[]): ReadRow {
  return <R extends Keyed>(projection: Projection<R>, id: string, when = 'after'): R | undefined => {
    if (!declared.some((reference) => reference.projection === (projection as Projection) && reference.id === id)) {
      throw new InvariantError('A fold reads a row it did not declare.', {projection: projection.name, id});
    }
    return (when === 'before' ? rows.getBefore(projection, id) : rows.get(projection, id)) as R | undefined;
  };
}
