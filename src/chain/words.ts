import {InvariantError} from '../domain/errors';

/** Numbers and texts of the chain as the domain has them. */

/** The name of a code of a closed vocabulary. @throws InvariantError for a code that has none */
export function named<T>(names: readonly T[], code: number, of: string): T {
  const name = names[code];
  if (name === undefined)
    throw new InvariantError('The chain uses a code that its vocabulary does not have.', {of, code});
  return name;
}

/** PostgreSQL keeps no U+0000 in a text; the raw record still has the bytes. */
export const readable = (text: string): string => text.replaceAll('\0', '\uFFFD');

/** A bytes32 that holds text, left aligned. */
export const textOf = (bytes32: string): string =>
  readable(Buffer.from(bytes32.slice(2), 'hex').toString('utf8').replace(/\0+$/, ''));

/** The last second that a date can name: ECMAScript's limit, 8.64e15 ms. */
const LAST_INSTANT = 8_640_000_000_000n;

/** Unix seconds, or null where the chain means never (the largest numbers of a uint64). */
export const instantOrNever = (seconds: bigint): number | null => (seconds > LAST_INSTANT ? null : Number(seconds));

/** Unix seconds. @throws InvariantError for what no date can name */
export function instant(seconds: bigint): number {
  const known = instantOrNever(seconds);
  if (known === null) throw new InvariantError('The chain names an instant that no date can.', {seconds});
  return known;
}
