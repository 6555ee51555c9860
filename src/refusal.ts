import type {z} from 'zod';
import {UserError} from './domain/errors';

/**
 * What is wrong first with the content of a file, in one sentence: the file, the field, what was found, what is
 * accepted. The schema's messages must say what is accepted.
 * @param content what the schema refused
 * @param whole what the sentence calls the content itself
 */
export function refusal(file: string, content: unknown, error: z.ZodError, whole = 'the file'): UserError {
  const [issue] = error.issues;
  if (issue === undefined) return new UserError(`${file}: ${whole} is not accepted.`);
  const field = fieldOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => fieldOf([...issue.path, key])).join(', ');
    return new UserError(`${file}: ${keys} is not known, expected ${issue.message}.`);
  }
  const found = issue.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    content,
  );
  const shown = found === undefined ? 'missing' : JSON.stringify(found).slice(0, 80);
  return new UserError(`${file}: ${field === '' ? whole : `field ${field}`} is ${shown}, expected ${issue.message}.`);
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (at, key) => (typeof key === 'number' ? `${at}[${key}]` : at === '' ? String(key) : `${at}.${String(key)}`),
    '',
  );
