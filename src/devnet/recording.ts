import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {gunzipSync, gzipSync} from 'node:zlib';
import {UserError} from '../domain/errors';
import {writeAtomically} from './atomicFile';
import type {Call, MinedBlock, Tx} from './mining';
import {Protocol, type Addresses, type ContractName} from './protocol';

/** Chains with other contracts or another scenario have another format. */
const FORMAT = 2;

/** The first line: what the chain was made with. */
export interface RecordingStart {
  readonly format: typeof FORMAT;
  readonly seed: number;
  readonly days: number;
  readonly chainId: number;
  /** Unix seconds of block 0. */
  readonly genesis: number;
  /** web3_clientVersion of the node; another one may come to other hashes. */
  readonly anvil: string;
}

/** A block: when it was mined, what it became, and what was sent for it. */
export interface RecordedBlock {
  readonly timestamp: number;
  readonly hash: string;
  readonly calls: readonly Call[];
}

/** The last line: present only when everything before it was written. */
export interface RecordingEnd {
  readonly height: number;
  readonly hash: string;
  readonly address: Addresses;
  readonly createdAt: Readonly<Record<ContractName, number>>;
}

/** All that changed the state of a chain, block by block. */
export interface Recording {
  readonly start: RecordingStart;
  readonly blocks: readonly RecordedBlock[];
  readonly end: RecordingEnd;
}

type Line = readonly [
  timestamp: number,
  hash: string,
  ...calls: (readonly [from: string, to: string | null, data: string])[],
];

/** The file of a recording, which is there only when it is complete. */
export function recordingPath(folder: string): string {
  return join(folder, 'chain.jsonl.gz');
}

/** Collects what is sent, and writes it down at the end. */
export class Recorder {
  private readonly lines: Line[] = [];

  add(block: Pick<MinedBlock, 'timestamp' | 'hash'>, txs: readonly Tx[]): void {
    this.lines.push([block.timestamp, block.hash, ...txs.map(({from, to, data}) => [from, to, data] as const)]);
  }

  /** Writes gzipped JSON lines: start, a line per block from height 1 on, end. */
  async save(folder: string, made: Omit<RecordingStart, 'format'>, protocol: Protocol): Promise<RecordingEnd> {
    const {address, createdAt} = protocol;
    const start: RecordingStart = {format: FORMAT, ...made};
    const end = {height: this.lines.length, hash: this.lines.at(-1)?.[1] ?? '', address, createdAt};
    const text = [start, ...this.lines, {end}].map((line) => JSON.stringify(line)).join('\n');
    await writeAtomically(recordingPath(folder), gzipSync(`${text}\n`));
    return end;
  }
}

/**
 * The recording in a folder; undefined when there is none, or only a part of one.
 * @throws UserError when another version of this program made it
 */
export async function readRecording(folder: string): Promise<Recording | undefined> {
  const packed = await readFile(recordingPath(folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const lines = packed === undefined ? [] : unpack(packed);
  const [first, last] = [lines[0], lines.at(-1)];
  const ending = last === undefined ? undefined : (parse(last) as {end?: RecordingEnd} | undefined)?.end;
  if (first === undefined || ending === undefined) return undefined;
  const start = JSON.parse(first) as RecordingStart;
  if (start.format !== FORMAT) {
    throw new UserError(
      `${recordingPath(folder)} was recorded by another version of gaib-squid: run again with --fresh to make a new chain.`,
    );
  }
  const blocks = lines.slice(1, -1).map((line): RecordedBlock => {
    const [timestamp, hash, ...calls] = JSON.parse(line) as Line;
    return {timestamp, hash, calls: calls.map(([from, to, data]) => ({from, to, data}))};
  });
  if (blocks.length !== ending.height) return undefined;
  return {start, blocks, end: ending};
}

/** The protocol that a recording deployed. */
export function protocolOf({start, end}: Recording): Protocol {
  return new Protocol(start.chainId, end.address, end.createdAt);
}

function unpack(packed: Buffer): string[] {
  try {
    return gunzipSync(packed).toString('utf8').split('\n').slice(0, -1);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR') return [];
    throw error;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
