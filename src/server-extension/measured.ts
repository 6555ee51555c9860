import type {Measured} from '../domain/methodology';
import type {FieldReasonPart} from './answers/reasons';

/** The reasons of those fields that are missing, in the order given. */
export const reasonsOf = (fields: Readonly<Record<string, Measured<unknown>>>): FieldReasonPart[] =>
  Object.entries(fields).flatMap(([field, {reason}]) => (reason === null ? [] : [{field, reason}]));

type Values<F> = {[K in keyof F]: F[K] extends Measured<infer T> ? T | null : never};

/** The values themselves, null where missing. */
export const valuesOf = <F extends Readonly<Record<string, Measured<unknown>>>>(fields: F): Values<F> =>
  Object.fromEntries(Object.entries(fields).map(([field, {value}]) => [field, value])) as Values<F>;

/** How each field of an answer comes from what was read for it. */
export type FieldTable<M> = Readonly<Record<string, (material: M) => Measured<unknown>>>;

type TableValues<F> = {readonly [K in keyof F]: F[K] extends (material: never) => Measured<infer T> ? T | null : never};

/** An answer that computes a field when it is asked for: a history has hundreds of answers and readers ask for few fields. */
export function lazyAnswer<M>() {
  return <F extends FieldTable<M>>(table: F) => {
    class LazyAnswer {
      constructor(readonly material: M) {}
    }
    for (const [field, measure] of Object.entries(table)) {
      const get = function (this: LazyAnswer): unknown {
        return measure(this.material).value;
      };
      Object.defineProperty(LazyAnswer.prototype, field, {get});
    }
    return LazyAnswer as new (material: M) => {readonly material: M} & TableValues<F>;
  };
}

/** The reasons of those fields of a table that are missing, in its order. */
export const reasonsIn = <M>(table: FieldTable<M>, material: M): FieldReasonPart[] =>
  Object.entries(table).flatMap(([field, measure]) => {
    const {reason} = measure(material);
    return reason === null ? [] : [{field, reason}];
  });
