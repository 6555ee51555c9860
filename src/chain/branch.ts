import {BlockConsistencyError} from '@subsquid/util-internal-ingest-tools';
import type {RpcClient} from './client';

export interface BlockRef {
  readonly height: number;
  readonly hash: string;
  readonly at: number;
}

export interface HeaderRef extends BlockRef {
  readonly parentHash: string;
}

interface RpcHeader {
  readonly number: string;
  readonly hash: string;
  readonly parentHash: string;
  readonly timestamp: string;
}

/**
 * Earlier blocks of the branch that a block stands on. A node may have gone over to another branch since, so blocks
 * that are not yet final are found by following parent hashes; final ones by their height.
 * @throws BlockConsistencyError when the node does not know a block, which the SDK's hot path retries
 */
export function branchOf(
  client: RpcClient,
  header: HeaderRef,
  finalityConfirmation: number,
): (height: number) => Promise<HeaderRef> {
  const ancestors: HeaderRef[] = [];
  return async (height) => {
    if (header.height - height > finalityConfirmation) return blockAt(client, height);
    for (let oldest = ancestors.at(-1) ?? header; oldest.height > height;) {
      oldest = await blockOf(client, oldest.parentHash);
      ancestors.push(oldest);
    }
    const found = ancestors[header.height - height - 1];
    if (found === undefined) throw new BlockConsistencyError({height});
    return found;
  };
}

async function blockAt(client: RpcClient, height: number): Promise<HeaderRef> {
  const found = await client.call<RpcHeader | null>('eth_getBlockByNumber', [`0x${height.toString(16)}`, false]);
  if (found === null) throw new BlockConsistencyError({height});
  return toRef(found);
}

async function blockOf(client: RpcClient, hash: string): Promise<HeaderRef> {
  const found = await client.call<RpcHeader | null>('eth_getBlockByHash', [hash, false]);
  if (found === null) throw new BlockConsistencyError({hash});
  return toRef(found);
}

const toRef = ({number, hash, parentHash, timestamp}: RpcHeader): HeaderRef => ({
  height: parseInt(number, 16),
  hash,
  parentHash,
  at: parseInt(timestamp, 16),
});
