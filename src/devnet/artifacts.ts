import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {AbiCoder, Interface, type JsonFragment} from 'ethers';
import {PROJECT_DIR} from '../config';
import {UserError} from '../domain/errors';

const ARTIFACTS_DIR = join(PROJECT_DIR, 'contracts', 'artifacts');

/** A compiled contract of the local chain. */
export interface Artifact {
  readonly name: string;
  readonly abi: Interface;
  readonly bytecode: string;
}

const loaded = new Map<string, Artifact>();

/** @throws UserError when the contracts have not been compiled */
export function artifact(name: string): Artifact {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const {abi, bytecode} = readArtifact(name);
  const fresh = {name, abi: new Interface(abi), bytecode};
  loaded.set(name, fresh);
  return fresh;
}

/** The data of a transaction that creates the contract. */
export function creationCode(name: string, args: readonly unknown[]): string {
  const {abi, bytecode} = artifact(name);
  return bytecode + AbiCoder.defaultAbiCoder().encode(abi.deploy.inputs, args).slice(2);
}

let errors: Interface | undefined;

/** The custom error or reason in the answer of a reverted call, as it would be written in Solidity. */
export function revertReason(data: string): string {
  errors ??= new Interface([...uniqueErrors(), 'error Error(string reason)', 'error Panic(uint256 code)']);
  const parsed = errors.parseError(data);
  if (parsed !== null) return `${parsed.name}(${parsed.args.map(String).join(', ')})`;
  return data === '0x' ? 'no reason given' : data;
}

function uniqueErrors(): string[] {
  const names = readdirSync(ARTIFACTS_DIR).filter((file) => file.endsWith('.json'));
  const found = names.flatMap((file) =>
    artifact(file.replace(/\.json$/, '')).abi.fragments.filter((fragment) => fragment.type === 'error'),
  );
  return [...new Set(found.map((fragment) => fragment.format('full')))];
}

function readArtifact(name: string): {abi: JsonFragment[]; bytecode: string} {
  const path = join(ARTIFACTS_DIR, `${name}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as {abi: JsonFragment[]; bytecode: string};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new UserError(
      `The local chain's contract ${name} is not compiled (no ${path}): run npm run build, or node contracts/compile.mjs.`,
    );
  }
}
