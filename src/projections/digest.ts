import {createHash} from 'node:crypto';
import {canonicalJson} from '../domain/canonicalJson';
import {blockDigestId, projectionRowId} from '../domain/ids';
import type {ChainRecord} from '../domain/record';
import {encodeRow} from '../domain/version';
import type {Change} from './fold';
import type {Projection} from './projection';

/** Name under which the log itself is digested beside the projections. */
export const LOG = 'eventRecord';
const LOG_VERSION = 1;

/** A projection as a database holds it: its versions, and the digest of all its rows. */
export interface Head {
  readonly id: string;
  readonly chainId: number;
  readonly name: string;
  readonly version: number;
  readonly decoders: number;
  readonly digest: string;
  readonly digestHeight: number | null;
}

/** The digest of a projection after a block that changed its rows. */
export interface Digested {
  readonly id: string;
  readonly chainId: number;
  readonly projection: string;
  readonly height: number;
  readonly digest: string;
}

/** Each projection, and the log, before the first block: a digest begins with the versions that its rows follow from. */
export const firstHeads = (chainId: number, registry: readonly Projection[], decoders: number): Head[] =>
  [{name: LOG, version: LOG_VERSION}, ...registry].map(({name, version}) => ({
    id: projectionRowId(chainId, name),
    ...{chainId, name, version, decoders},
    digest: sha256(`${name} ${version} of decoders ${decoders}`),
    digestHeight: null,
  }));

/**
 * Chains the digests over the blocks of records and of what they changed, each block's rows in the order of their ids.
 * @param heads of the projections that changed, by name
 * @returns a digest for each projection and block, in the order of the blocks
 */
export function chainDigests(
  heads: ReadonlyMap<string, Head>,
  records: readonly ChainRecord[],
  changes: readonly Change[],
): {digests: Digested[]; heads: Head[]} {
  const newest = new Map<string, Head>();
  const digests: Digested[] = [];
  for (const {name, height, lines} of [...linesOf(records, changes)].sort((a, b) => a.height - b.height)) {
    const before = newest.get(name) ?? heads.get(name);
    if (before === undefined) throw new RangeError(`The projection ${name} has no digest to go on from.`);
    const digest = sha256([before.digest, `${height}`, ...lines.sort()].join('\n'));
    newest.set(name, {...before, digest, digestHeight: height});
    const {chainId} = before;
    digests.push({id: blockDigestId(chainId, height, name), chainId, projection: name, height, digest});
  }
  return {digests, heads: [...newest.values()]};
}

interface BlockLines {
  readonly name: string;
  readonly height: number;
  /** A line for each row; the id is its beginning, so that their text order is the order of the ids */
  readonly lines: string[];
}

function linesOf(records: readonly ChainRecord[], changes: readonly Change[]): Iterable<BlockLines> {
  const blocks = new Map<string, BlockLines>();
  const add = (name: string, height: number, line: string): void => {
    const place = `${height} ${name}`;
    const block = blocks.get(place) ?? {name, height, lines: []};
    blocks.set(place, block);
    block.lines.push(line);
  };
  for (const record of records) add(LOG, record.height, `${record.id} ${canonicalJson(record)}`);
  for (const {projection, row, height, causes} of changes) {
    const why = projection.kind === 'state' ? causes.join(',') : '';
    add(projection.name, height, `${row.id} ${canonicalJson(encodeRow(row))} ${why}`);
  }
  return blocks.values();
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
