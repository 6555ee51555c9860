import {readFileSync} from 'node:fs';
import path from 'node:path';

interface FromBlock {
  readonly fromBlock: number;
}

/** What the product was told of the local chain: contracts, and the terms its numbers are judged by. */
export interface NetworkFile {
  readonly contracts: readonly {readonly role: string; readonly name: string; readonly address: string}[];
  readonly parameters: {
    readonly buffer: readonly (FromBlock & {stressLossBps: number; stressOutflowBps: number; targetBps: number})[];
    readonly queuePolicies: readonly (FromBlock & {policy: string; maxDays: number})[];
    readonly haircuts: readonly (FromBlock & {component: string; bps: number})[];
  };
}

export type Labels = Readonly<Record<string, {readonly class: string; readonly name: string}>>;

export const networkFile = (dataDir: string): NetworkFile => read<NetworkFile>(dataDir, 'networks');

export const labelsFile = (dataDir: string): Labels => read<Labels>(dataDir, 'labels');

/** The entry in force at a block: the last one that begins at or before it. */
export function inForce<E extends FromBlock>(entries: readonly E[], block: number): E {
  const entry = entries.filter(({fromBlock}) => fromBlock <= block).at(-1);
  if (entry === undefined) throw new Error(`nothing is in force at block ${block}`);
  return entry;
}

const read = <T>(dataDir: string, folder: string): T =>
  JSON.parse(readFileSync(path.join(dataDir, folder, 'local.json'), 'utf8')) as T;
