import type {Measured} from '../domain/methodology';
import type {FieldReasonPart} from './answers/reasons';

/** The reasons of those fields that are missing, in the order given. */
export const reasonsOf = (fields: Readonly<Record<string, Measured<unknown>>>): FieldReasonPart[] =>
  Object.entries(fields).flatMap(([field, {reason}]) => (reason === null ? [] : [{field, reason}]));

type Values<F> = {[K in keyof F]: F[K] extends Measured<infer T> ? T | null : never};

/** The values themselves, null where missing. */
export const valuesOf = <F extends Readonly<Record<string, Measured<unknown>>>>(fields: F): Values<F> =>
  Object.fromEntries(Object.entries(fields).map(([field, {value}]) => [field, value])) as Values<F>;
