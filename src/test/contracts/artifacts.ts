import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {InterfaceAbi} from 'ethers';

const ROOT = join(__dirname, '..', '..', '..');
const PUBLISHED = join(ROOT, 'abi');

/** A compiled contract. */
export interface Artifact {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
}

/** @throws ENOENT before `node contracts/compile.mjs` has run */
export function artifact(name: string): Artifact {
  return JSON.parse(readFileSync(join(ROOT, 'contracts', 'artifacts', `${name}.json`), 'utf8')) as Artifact;
}

/** The committed ABI of a role: abi/<role>.json. */
export function publishedAbi(role: string): InterfaceAbi {
  return JSON.parse(readFileSync(join(PUBLISHED, `${role}.json`), 'utf8')) as InterfaceAbi;
}

/** Every role that has a committed ABI. */
export function publishedRoles(): string[] {
  return readdirSync(PUBLISHED).map((file) => file.replace(/\.json$/, ''));
}
