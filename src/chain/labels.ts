import {existsSync} from 'node:fs';
import path from 'node:path';
import {z} from 'zod';
import {PROJECT_DIR} from '../config';
import {UserError} from '../domain/errors';
import {readJson} from './networks';

/** What a labelled address does with AID, sAID and asset tokens. */
export const LABEL_CLASSES = ['AI_SERVICE', 'DEX', 'LENDING', 'EXCHANGE', 'BRIDGE', 'TREASURY', 'PROTOCOL'] as const;
export type LabelClass = (typeof LABEL_CLASSES)[number];

const ADDRESS = /^0x[0-9a-f]{40}$/;

const label = z.strictObject(
  {
    class: z.enum(LABEL_CLASSES, `one of ${LABEL_CLASSES.join(', ')}`),
    name: z.string('the name of the account').trim().min(1, 'the name of the account'),
  },
  'an object with the fields class and name only',
);

/** Labels by lower-case address. */
export type Labels = Readonly<Record<string, {readonly class: LabelClass; readonly name: string}>>;

/**
 * Reads labels/<network>.json of the project or of `dataDir`; a network without such a file has no labels.
 * @throws UserError naming the file, the address, what was found and what was expected
 */
export function loadLabels(network: string, dataDir: string): Labels {
  const places = [PROJECT_DIR, dataDir].map((dir) => path.join(dir, 'labels', `${network}.json`));
  const file = places.find((place) => existsSync(place));
  return file === undefined ? {} : parseLabels(readJson(file), file);
}

/**
 * @param file named in errors
 * @throws UserError for the first label that is wrong
 */
export function parseLabels(content: unknown, file: string): Labels {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new UserError(`${file}: expected an object of labels by address.`);
  }
  const labels = Object.entries(content).map(([key, value]: [string, unknown]) => {
    const address = key.toLowerCase();
    if (!ADDRESS.test(address)) throw new UserError(`${file}: ${key} is not an address of 20 bytes in hex.`);
    const parsed = label.safeParse(value);
    if (parsed.success) return [address, parsed.data] as const;
    const [issue] = parsed.error.issues;
    const field = [address, ...(issue?.path ?? [])].join('.');
    const found = JSON.stringify(
      issue?.path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown>)[part], value),
    );
    throw new UserError(`${file}: field ${field} is ${found?.slice(0, 80) ?? 'missing'}, expected ${issue?.message}.`);
  });
  const addresses = labels.map(([address]) => address);
  const twice = addresses.find((address, i) => addresses.indexOf(address) !== i);
  if (twice !== undefined) throw new UserError(`${file}: ${twice} is labelled twice.`);
  return Object.fromEntries(labels);
}
