import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {z} from 'zod';
import {PROJECT_DIR} from '../config';
import {UserError} from '../domain/errors';
import {refusal} from '../refusal';
import {networkFile, ROLES} from './networkFile';

export {ROLES};
export type Role = (typeof ROLES)[number];

/** A contract of the protocol, or a reserve asset, over a range of blocks; `address` is lower-case hex. */
export type NetworkContract = Readonly<z.output<typeof networkFile>['contracts'][number]>;

/** A deployment of the protocol on one chain, as its network file says. */
export type Network = Readonly<Omit<z.output<typeof networkFile>, 'contracts' | 'custody'>> & {
  readonly contracts: readonly NetworkContract[];
  readonly custody: readonly string[];
};

/** Roles whose contracts hold the reserves, besides the addresses listed under `custody`. */
const CUSTODY_ROLES: readonly Role[] = ['aid', 'minter', 'redeemer'];

/**
 * Reads a network file: a name is looked up in networks/ of the project and of `dataDir`; anything with a slash or
 * ending in .json is a path.
 * @throws UserError naming the file, the field, what was found and what was expected
 */
export function loadNetwork(nameOrPath: string, dataDir: string): Network {
  const file = findNetworkFile(nameOrPath, dataDir);
  const network = parseNetwork(readJson(file), file);
  const isName = file !== path.resolve(nameOrPath);
  if (isName && network.name !== nameOrPath) {
    throw new UserError(`${file}: field name is '${network.name}', expected '${nameOrPath}' as the file is called.`);
  }
  return network;
}

/**
 * Validates the content of a network file.
 * @param file named in errors
 * @throws UserError for the first field that is wrong
 */
export function parseNetwork(content: unknown, file: string): Network {
  const parsed = networkFile.safeParse(content);
  if (parsed.success) return parsed.data;
  throw refusal(file, content, parsed.error);
}

/** Contracts of one role, in the order of the file. */
export const contractsOf = (network: Network, role: Role): readonly NetworkContract[] =>
  network.contracts.filter((contract) => contract.role === role);

/** Role of an address in the network file; null for everybody else. */
export const roleOf = (network: Network, address: string): Role | null =>
  network.contracts.find((contract) => contract.address === address)?.role ?? null;

/** Addresses whose stablecoins are reserves of AID: the contracts of the custody roles, then the listed ones. */
export function custodyOf(network: Network): readonly string[] {
  const contracts = CUSTODY_ROLES.flatMap((role) => contractsOf(network, role));
  return [...new Set([...contracts.map((contract) => contract.address), ...network.custody])];
}

function findNetworkFile(nameOrPath: string, dataDir: string): string {
  const isPath = nameOrPath.includes('/') || nameOrPath.includes('\\') || nameOrPath.endsWith('.json');
  const places = isPath
    ? [path.resolve(nameOrPath)]
    : [PROJECT_DIR, dataDir].map((dir) => path.join(dir, 'networks', `${nameOrPath}.json`));
  const file = places.find((place) => existsSync(place));
  if (file === undefined) {
    throw new UserError(`The network '${nameOrPath}' has no file: expected ${places.join(' or ')}.`);
  }
  return file;
}

/** @throws UserError when the file cannot be read or is not JSON */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${(error as Error).message}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${(error as Error).message}.`);
  }
}
