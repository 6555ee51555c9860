import type {DomainEvent, EventType} from '../domain/event';
import {checked, checkRowId, type InvariantCheckRow} from '../domain/invariantCheck';
import {InvariantCheck} from '../model';
import {INVARIANTS} from './invariants';
import {projection} from './projection';

/** The laws that an event could break, each with what it could break them for. */
const concerned = (event: DomainEvent) =>
  INVARIANTS.filter(({handles}) => handles.has(event.type)).flatMap((law) =>
    law.subjects(event).map((subject) => ({law, subject, id: checkRowId(law.name, subject)})),
  );

/** How every law stands: below every projection whose rows it is a law of. A broken one is recorded, and stops nothing. */
export const invariantCheck = projection<InvariantCheckRow, EventType>({
  name: 'invariantCheck',
  version: 1,
  kind: 'state',
  entity: InvariantCheck,
  handles: [...new Set(INVARIANTS.flatMap(({handles}) => [...handles]))],
  keys: (event) => concerned(event).map(({id}) => id),
  reads: (event) => [...new Set(concerned(event).map(({law}) => law))].flatMap((law) => law.reads(event)),
  evolve: (row, event, id, read) => {
    const found = concerned(event).find((one) => one.id === id);
    if (found === undefined) return row;
    const {law, subject} = found;
    const {name, isGuard} = law;
    return checked(row, {name, subject, isGuard}, law.residual(row?.residual ?? 0n, event, subject, read), event.meta);
  },
});
