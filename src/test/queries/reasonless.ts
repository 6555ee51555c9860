type Json = null | string | number | boolean | readonly Json[] | {readonly [field: string]: Json};

/** Rows of OpenReader say in their own description when a field is null; answers say why beside it. */
interface Reasoned {
  readonly reasons?: readonly {readonly field: string; readonly reason: string}[];
}

/**
 * Paths of fields that are null without a reason: an object of an answer lists the reason of every null of its own under
 * `reasons`, or in a field called reason or <field>Reason.
 */
export function reasonless(value: Json, at = ''): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => reasonless(item, `${at}[${i}]`));
  const object = value as {readonly [field: string]: Json};
  const given = new Set(((value as Reasoned).reasons ?? []).map(({field}) => field));
  return Object.entries(object).flatMap(([field, inner]) => {
    const place = at === '' ? field : `${at}.${field}`;
    if (inner !== null) return reasonless(inner, place);
    const explained =
      given.has(field) || isReason(field) || isText(object[`${field}Reason`]) || isText(object['reason']);
    return explained ? [] : [place];
  });
}

const isReason = (field: string): boolean => /(^reason|Reason)$/.test(field);
const isText = (value: Json | undefined): boolean => typeof value === 'string';
