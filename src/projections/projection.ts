import type {DomainEvent, EventOf, EventType} from '../domain/event';

export interface Keyed {
  readonly id: string;
}

/** Rows of projections above, as they are after the event being folded, or were before it. Only declared ids may be asked for. */
export type ReadRow = <R extends Keyed>(
  projection: Projection<R>,
  id: string,
  when?: 'before' | 'after',
) => R | undefined;

export interface Reference {
  readonly projection: Projection;
  readonly id: string;
}

/**
 * Where a fold lives: its table, its version, the events it takes and the rows an event touches.
 * A `fact` is inserted once; a `state` is kept as its current row and as append-only versions.
 */
export interface Projection<R extends Keyed = Keyed> {
  readonly name: string;
  readonly version: number;
  readonly kind: 'fact' | 'state';
  readonly entity: new (props?: never) => Keyed;
  readonly handles: ReadonlySet<EventType>;
  keys(event: DomainEvent): readonly string[];
  reads(event: DomainEvent): readonly Reference[];
  /** The row after the event; undefined, or the same object, when the event changes nothing. */
  evolve(row: R | undefined, event: DomainEvent, id: string, read: ReadRow): R | undefined;
}

interface Definition<R extends Keyed, T extends EventType> {
  name: string;
  version: number;
  kind: 'fact' | 'state';
  entity: new (props?: never) => Keyed;
  handles: readonly T[];
  keys(event: EventOf<T>): readonly string[];
  reads?(event: EventOf<T>): readonly Reference[];
  evolve(row: R | undefined, event: EventOf<T>, id: string, read: ReadRow): R | undefined;
}

/** The fold engine hands a projection only events it `handles`, which is what makes the narrowing here true. */
export function projection<R extends Keyed, T extends EventType>(definition: Definition<R, T>): Projection<R> {
  const narrow = (event: DomainEvent): EventOf<T> => event as unknown as EventOf<T>;
  return {
    ...definition,
    handles: new Set<EventType>(definition.handles),
    keys: (event) => definition.keys(narrow(event)),
    reads: (event) => definition.reads?.(narrow(event)) ?? [],
    evolve: (row, event, id, read) => definition.evolve(row, narrow(event), id, read),
  };
}
