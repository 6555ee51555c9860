import type {DomainEvent, EventOf, EventType} from '../../domain/event';
import type {Keyed, Projection, ReadRow, Reference} from '../projection';

/** A law that rows must keep, checked at every event that could break it. */
export interface Invariant {
  readonly name: string;
  /** What must be true, in words */
  readonly law: string;
  readonly unit: string;
  /** Whether numbers are wrong while it is broken, so that the service is not ready */
  readonly isGuard: boolean;
  readonly handles: ReadonlySet<EventType>;
  /** Ids of the rows that an event may break it for */
  subjects(event: DomainEvent): readonly string[];
  reads(event: DomainEvent): readonly Reference[];
  /**
   * What the law leaves over after an event, 0 where it holds.
   * @param before what it left over before: a law about sums follows how both sides move
   */
  residual(before: bigint, event: DomainEvent, subject: string, read: ReadRow): bigint;
}

interface Definition<T extends EventType> {
  name: string;
  law: string;
  unit: string;
  isGuard?: boolean;
  handles: readonly T[];
  subjects(event: EventOf<T>): readonly string[];
  reads(event: EventOf<T>): readonly Reference[];
  residual(before: bigint, event: EventOf<T>, subject: string, read: ReadRow): bigint;
}

/** The fold engine asks a law only about events it `handles`, which is what makes the narrowing here true. */
export function invariant<T extends EventType>(definition: Definition<T>): Invariant {
  const narrow = (event: DomainEvent): EventOf<T> => event as unknown as EventOf<T>;
  return {
    ...definition,
    isGuard: definition.isGuard ?? true,
    handles: new Set<EventType>(definition.handles),
    subjects: (event) => definition.subjects(narrow(event)),
    reads: (event) => definition.reads(narrow(event)),
    residual: (before, event, subject, read) => definition.residual(before, narrow(event), subject, read),
  };
}

/** How much an event moved an amount of a row. */
export function moved<R extends Keyed>(
  read: ReadRow,
  projection: Projection<R>,
  id: string,
  amount: (row: R) => bigint | null,
): bigint {
  const at = (row: R | undefined): bigint => (row === undefined ? 0n : (amount(row) ?? 0n));
  return at(read(projection, id)) - at(read(projection, id, 'before'));
}
