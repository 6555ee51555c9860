import {UserError} from '../domain/errors';
import {sendAll} from './mining';
import type {RecordedBlock, Recording} from './recording';
import type {Rpc} from './rpc';

/**
 * Mines the recorded blocks again on a fresh chain, with their timestamps, and compares the head.
 * @throws UserError saying at which block the chain became another one
 */
export async function replay(
  rpc: Rpc,
  recording: Recording,
  anvil: string,
  onBlock: (done: number, total: number) => void,
): Promise<void> {
  const {blocks, start, end} = recording;
  for (const [i, block] of blocks.entries()) {
    await mineAgain(rpc, block);
    onBlock(i + 1, blocks.length);
  }
  if ((await hashAt(rpc, end.height)) === end.hash) return;
  const height = await firstDifference(rpc, blocks);
  throw new UserError(
    `The recorded local chain did not come out the same: block ${height} is ${await hashAt(rpc, height)}, recorded ` +
      `${blocks[height - 1]?.hash} (recorded with ${start.anvil}, now ${anvil}); run again with --fresh to make a new one.`,
  );
}

/** Mines one block of recorded calls. */
export async function mineAgain(rpc: Rpc, {timestamp, calls}: Omit<RecordedBlock, 'hash'>): Promise<void> {
  await sendAll(rpc, calls, true);
  await rpc.call('evm_mine', {timestamp});
}

/** The hash of a block. */
export async function hashAt(rpc: Rpc, height: number): Promise<string | undefined> {
  const block = await rpc.call<{hash: string} | null>('eth_getBlockByNumber', `0x${height.toString(16)}`, false);
  return block?.hash;
}

/** Blocks stand on each other: once one differs, all do. */
async function firstDifference(rpc: Rpc, blocks: readonly RecordedBlock[]): Promise<number> {
  let [same, different] = [0, blocks.length];
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2);
    if ((await hashAt(rpc, middle)) === blocks[middle - 1]?.hash) same = middle;
    else different = middle;
  }
  return different;
}
