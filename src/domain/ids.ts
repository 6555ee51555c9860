/** Ids are lower-case hex, chain-prefixed and fixed width, so that within a chain their text order is chain order. */

export const ZERO_ADDRESS = '0x0000000000000000000000000000000000000000';

const pad = (value: number | bigint, width: number): string => value.toString().padStart(width, '0');

/** Schema in which the SDK keeps a chain's state: one per chain. */
export const stateSchema = (chainId: number): string => `squid_${chainId}`;

export const chainRowId = (chainId: number): string => `${chainId}`;

export const blockId = (chainId: number, height: number): string => `${chainId}-${pad(height, 10)}`;

/**
 * A log's place in the chain. `A` < `E` < `L` < `R`: reports published by a block's time come first, readings of an
 * earlier block's state precede its logs, readings of its own state follow them.
 */
export const logRecordId = (chainId: number, height: number, logIndex: number): string =>
  `${blockId(chainId, height)}-L${pad(logIndex, 5)}`;

export const readingRecordId = (chainId: number, height: number, index: number, earlier: boolean): string =>
  `${blockId(chainId, height)}-${earlier ? 'E' : 'R'}${pad(index, 5)}`;

/** Ids of the records of the logs before one in its block, the nearest first, `most` of them at most; none for a reading. */
export function logsBefore(recordId: string, most: number): string[] {
  const [block, logIndex] = recordId.split('-L');
  const index = logIndex === undefined ? 0 : parseInt(logIndex, 10);
  return Array.from({length: Math.min(index, most)}, (_, back) => `${block ?? ''}-L${pad(index - 1 - back, 5)}`);
}

/** A report's place: the block with which its chain learned of it. */
export const reportRecordId = (chainId: number, height: number, index: number): string =>
  `${blockId(chainId, height)}-A${pad(index, 5)}`;

/** Id of a fact row: its record's id, with the place inside the record where one record says several things. */
export const factId = (recordId: string, part: number): string =>
  part === 0 ? recordId : `${recordId}-${pad(part, 3)}`;

/** Id of the second row that one fact makes, where it moves something from one place to another. */
export const entryId = (fact: string): string => `${fact}-2`;

export const contractRowId = (chainId: number, address: string): string => `${chainId}-${address}`;

/** Id of a token row; `tokenId` is the id within an ERC-1155, null for an ERC-20. */
export const tokenRowId = (chainId: number, address: string, tokenId: bigint | null): string =>
  tokenId === null ? contractRowId(chainId, address) : `${contractRowId(chainId, address)}-${hex32(tokenId)}`;

export const balanceRowId = (token: string, account: string): string => `${token}-${account}`;

export const positionRowId = (vault: string, owner: string): string => `${vault}-${owner}`;

export const requestRowId = (vault: string, requestId: bigint): string => `${vault}-${pad(requestId, 10)}`;

export const cycleRowId = (vault: string, cycleId: bigint): string => `${vault}-${pad(cycleId, 10)}`;

export const assetRowId = (chainId: number, assetId: string): string => `${chainId}-${assetId}`;

export const topicRowId = (chainId: number, address: string, topic0: string | null): string =>
  `${contractRowId(chainId, address)}-${topic0 ?? 'anonymous'}`;

export const bridgeLegId = (chainId: number, direction: string, guid: string): string =>
  `${chainId}-${direction}-${guid}`;

export const roleRowId = (chainId: number, contract: string, role: string, account: string): string =>
  `${contractRowId(chainId, contract)}-${role}-${account}`;

export const versionRowId = (chainId: number, height: number, projection: string, key: string): string =>
  `${blockId(chainId, height)}-${projection}-${key}`;

export const blockDigestId = (chainId: number, height: number, projection: string): string =>
  `${blockId(chainId, height)}-${projection}`;

export const projectionRowId = (chainId: number, projection: string): string => `${chainId}-${projection}`;

/** An id within an ERC-1155 is a bytes32 asset id written as an integer; this is its hex form. */
export const hex32 = (value: bigint): string => `0x${value.toString(16).padStart(64, '0')}`;
