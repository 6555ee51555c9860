import type {EventType} from '../domain/event';
import type {METHODOLOGY, Reason} from '../domain/methodology';

/** When a field is null, by the reason `reasons` gives; `-` where null is the answer itself and gives none. */
export type Nulls = Readonly<Partial<Record<Reason | '-', string>>>;

/** What a field of an answer means, beyond its name, its type and its description in the schema. */
export interface Definition {
  /** Unit and scale: AID wei, fraction, seconds; `-` where there is none */
  readonly unit: string;
  /** How it is computed, with its rounding where it rounds; absent where the description says it all */
  readonly formula?: string;
  /** Absent for a field that never is null */
  readonly nulls?: Nulls;
}

type Fields = Readonly<Record<string, Definition>>;

/** The fields of one GraphQL type. */
export interface TypeDefinition {
  readonly type: string;
  /** Whose version the answer carries; null for a type that carries none */
  readonly metric: keyof typeof METHODOLOGY | null;
  /** Events that the fields rest on */
  readonly events: readonly EventType[];
  readonly fields: Fields;
}

/** Of a field that is never null. */
export const plain = (unit: string, formula?: string): Definition => ({
  unit,
  ...(formula === undefined ? {} : {formula}),
});

/** Of a field that can be null. */
export const nullable = (unit: string, nulls: Nulls, formula?: string): Definition => ({
  ...plain(unit, formula),
  nulls,
});

/** One definition for several fields. */
export const each = (definition: Definition, ...fields: readonly string[]): Fields =>
  Object.fromEntries(fields.map((field) => [field, definition]));

/** The types of one question, which rest on the same events. */
export const typesOf = (
  metric: TypeDefinition['metric'],
  events: readonly EventType[],
  types: Readonly<Record<string, Fields>>,
): TypeDefinition[] => Object.entries(types).map(([type, fields]) => ({type, metric, events, fields}));
