import {known, missing, type Measured, type Reason} from '../domain/methodology';
import {LIST_KEYS, pathOf, publishedValue, type PublishedName} from '../domain/published';

type Fields = Record<string, unknown>;

/** The object whose field a metric is, or why there is none. */
type Holder = Measured<{readonly object: Fields; readonly field: string}>;

/**
 * A published metric of an answer as the API serves it, as text. Fields that are computed when they are asked for are.
 */
export async function publishedText(answer: object, name: PublishedName): Promise<Measured<string>> {
  const holder = await holderOf(answer as Fields, pathOf(name));
  if (holder.reason !== null) return holder;
  const {object, field} = holder.value;
  const value = (await object[field]) as string | number | bigint | null | undefined;
  return value === null || value === undefined ? missing(await reasonOf(object, field)) : known(`${value}`);
}

async function holderOf(object: Fields, [field = '', ...rest]: readonly string[]): Promise<Holder> {
  if (rest.length === 0) return known({object, field});
  const value = await object[field];
  if (value === null || value === undefined) return missing(await reasonOf(object, field));
  if (!Array.isArray(value)) return holderOf(value as Fields, rest);
  const [key = '', ...further] = rest;
  const element = (value as Fields[]).find((one) => isNamed(one, field, key));
  return element === undefined ? missing('NO_OBSERVATION') : holderOf(element, further);
}

const isNamed = (element: Fields, list: string, key: string): boolean => String(element[LIST_KEYS[list] ?? '']) === key;

interface FieldReason {
  readonly field: string;
  readonly reason: Reason;
}

async function reasonOf(object: Fields, field: string): Promise<Reason> {
  const reasons = ((await object['reasons']) ?? []) as readonly FieldReason[];
  return reasons.find((one) => one.field === field)?.reason ?? 'NO_OBSERVATION';
}

/** What a metric was published with, in place of what an answer says now. */
export type Replacements = ReadonlyMap<PublishedName, Measured<string>>;

/** Fields beside which `reason` says why they are null. */
const TOLD_BY_REASON: ReadonlySet<string> = new Set(['ratio', 'value']);

/**
 * An object that answers as another does, but for the metrics given and their reasons. What is asked of the rest is
 * computed as before, and only then.
 * @param depth how many steps of the metrics' paths lead to the object: 0 for the answer itself
 */
export function replaced<O extends object>(object: O, replacements: Replacements, depth = 0): O {
  const source = object as Fields;
  const properties: PropertyDescriptorMap = {};
  const own = new Map<string, Measured<string>>();
  for (const [name, value] of replacements) {
    const [field = '', ...rest] = pathOf(name).slice(depth);
    if (rest.length > 0) properties[field] = {get: async () => inside(await source[field], field, replacements, depth)};
    else {
      own.set(field, value);
      properties[field] = {value: value.reason === null ? publishedValue(name, value.value) : null};
      if (TOLD_BY_REASON.has(field) && 'reason' in source) properties['reason'] = {value: value.reason};
    }
  }
  if (own.size > 0 && 'reasons' in source) {
    properties['reasons'] = {get: async () => withReasons((await source['reasons']) as FieldReason[], own)};
  }
  for (const property of Object.values(properties)) Object.assign(property, {enumerable: true, configurable: true});
  return Object.create(object, properties) as O;
}

/** The value of a field with what is replaced in it: in an object, or in the elements of a list that names tell apart. */
function inside(value: unknown, field: string, all: Replacements, depth: number): unknown {
  if (value === null || value === undefined) return value;
  const within = [...all].filter(([name]) => pathOf(name)[depth] === field);
  if (!Array.isArray(value)) return replaced(value as Fields, new Map(within), depth + 1);
  return (value as Fields[]).map((element) => {
    const named = within.filter(([name]) => isNamed(element, field, pathOf(name)[depth + 1] ?? ''));
    return named.length === 0 ? element : replaced(element, new Map(named), depth + 2);
  });
}

/** The reasons with those of the fields replaced in their places, and at the end those of fields that had none. */
function withReasons(reasons: readonly FieldReason[], own: ReadonlyMap<string, Measured<string>>): FieldReason[] {
  const told = (field: string, reason: Reason | null): FieldReason[] => (reason === null ? [] : [{field, reason}]);
  const had = new Set(reasons.map(({field}) => field));
  const kept = reasons.flatMap(({field, reason}) =>
    told(field, own.has(field) ? (own.get(field)?.reason ?? null) : reason),
  );
  return [...kept, ...[...own].flatMap(([field, {reason}]) => (had.has(field) ? [] : told(field, reason)))];
}
