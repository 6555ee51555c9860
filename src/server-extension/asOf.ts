import type {EntityManager} from 'typeorm';
import {isoTime} from '../domain/bucket';
import type {AsOf, AsOfInput} from './answers/asOf';
import {BadInput} from './badInput';
import {chooseChain, indexedHeights, loadChains, type IndexedChain} from './chains';
import {blockAtHeight, blocksAt, firstBlock, instant, seconds, type HeldBlock} from './heldBlocks';
import type {Snapshot} from './versions';

/** The block an answer is about. Everything in the answer is what a fresh index stopped at it would know. */
export interface AsOfPoint extends HeldBlock {
  readonly finality: 'LATEST' | 'FINALIZED';
}

/** What is held of the chain a question is about, and of the chains beside it. */
export interface Held {
  readonly chain: IndexedChain;
  readonly chains: readonly IndexedChain[];
  readonly first: HeldBlock;
  readonly head: HeldBlock;
  readonly finalizedHeight: number;
}

/**
 * The chain asked about with the range held of it.
 * @throws BadInput when the chain is not indexed, or nothing of it is yet
 */
export async function loadHeld(em: EntityManager, chainId?: number | null): Promise<Held> {
  const chains = await loadChains(em);
  const chain = chooseChain(chains, chainId);
  const heights = await indexedHeights(em, chain.chainId);
  const first = await firstBlock(em, chain.chainId);
  const head = await blockAtHeight(em, chain.chainId, heights.indexed);
  if (first === null || head === null) {
    throw new BadInput(`Nothing of chain ${chain.chainId} (${chain.network}) is indexed yet: ask again later.`);
  }
  return {chain, chains, first, head, finalizedHeight: heights.finalized};
}

/**
 * The block an argument names: the last held one at or before the height or time given, else the indexed head.
 * @throws BadInput when it lies outside what is held, or names both a block and a time
 */
export async function resolveAsOf(
  em: EntityManager,
  input?: AsOfInput | null,
): Promise<{held: Held; point: AsOfPoint}> {
  const held = await loadHeld(em, input?.chainId);
  const {block, time} = input ?? {};
  if (block != null && time != null) throw new BadInput('asOf names a block and a time: give one of them.');
  if (block != null) return {held, point: pointOf(held, await atHeight(em, held, block))};
  if (time != null) return {held, point: pointOf(held, await atTime(em, held, time, 'asOf.time'))};
  return {held, point: pointOf(held, held.head)};
}

/**
 * What an index that had stopped at the block an argument names would hold: its head is that block.
 * @throws BadInput as `resolveAsOf` does
 */
export async function heldAsOf(em: EntityManager, input?: AsOfInput | null): Promise<Held> {
  const {held, point} = await resolveAsOf(em, input);
  return {...held, head: point};
}

async function atHeight(em: EntityManager, held: Held, height: number): Promise<HeldBlock> {
  if (height < held.first.height || height > held.head.height) {
    throw new BadInput(`Block ${height} is not indexed: ${heldRange(held)}.`);
  }
  return (await blockAtHeight(em, held.chain.chainId, height)) ?? held.first;
}

/**
 * The last held block at or before a time.
 * @param argument named in the error
 * @throws BadInput when the time lies outside what is held
 */
export async function atTime(em: EntityManager, held: Held, time: Date, argument: string): Promise<HeldBlock> {
  const at = seconds(time);
  if (at < held.first.at || time.getTime() > held.head.at * 1000) {
    throw new BadInput(`${argument} ${time.toISOString()} is not indexed: ${heldRange(held)}.`);
  }
  const {chainId} = held.chain;
  const [found] = await blocksAt(em, [chainId], [at]);
  return found?.get(chainId) ?? held.first;
}

/**
 * For each block of the chain asked about the blocks at which the other chains are read beside it: their last held
 * ones at or before its time. A chain whose first block is later is absent: it had nothing yet.
 */
export async function snapshotsAt(em: EntityManager, held: Held, blocks: readonly HeldBlock[]): Promise<Snapshot[]> {
  const others = held.chains.map(({chainId}) => chainId).filter((chainId) => chainId !== held.chain.chainId);
  const beside = await blocksAt(
    em,
    others,
    blocks.map(({at}) => at),
  );
  return blocks.map((block, index) => new Map([...(beside[index] ?? []), [block.chainId, block]]));
}

export const heldRange = ({chain, first, head}: Held): string =>
  `chain ${chain.chainId} (${chain.network}) is held from block ${first.height} (${isoTime(first.at)}) ` +
  `to block ${head.height} (${isoTime(head.at)})`;

export const pointOf = (held: Held, block: HeldBlock): AsOfPoint => ({
  ...block,
  finality: block.height <= held.finalizedHeight ? 'FINALIZED' : 'LATEST',
});

export const toAsOf = ({chainId, height, hash, at, finality}: AsOfPoint): AsOf => ({
  chainId,
  height,
  hash,
  timestamp: instant(at),
  finality,
});
