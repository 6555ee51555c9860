import {revertReason} from './artifacts';
import {RpcError, type Rpc, type RpcCall} from './rpc';

/** Gas offered by every transaction: far above what any of them uses, far below the limit of a block. */
const GAS = '0x3938700';
/** anvil works the calls of one request off in order up to about 64 sends: well below that. */
const SENDS_PER_REQUEST = 20;
const SECONDS_PER_BLOCK = 12;

/** What an unlocked sender sends: nothing is signed, nothing is paid. */
export interface Call {
  readonly from: string;
  /** null creates a contract */
  readonly to: string | null;
  readonly data: string;
}

/** A transaction to be mined. */
export interface Tx extends Call {
  /** What it does, for messages: `minter.mint`. */
  readonly label: string;
}

/** One log of a receipt, as the node spells it. */
export interface RawLog {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
}

interface Receipt {
  readonly status: string;
  readonly transactionHash: string;
  readonly contractAddress: string | null;
  readonly logs: readonly RawLog[];
}

/** A block that was mined with every transaction successful. */
export interface MinedBlock {
  readonly height: number;
  readonly hash: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly transactionHashes: readonly string[];
  readonly logs: readonly RawLog[];
}

/** How a block comes to be. */
export interface MiningOptions {
  /** Unix seconds; default 12 s after the newest block. */
  readonly timestamp?: number;
  /** Nobody else uses the node: transactions may go out many to a request without losing their order. */
  readonly isAlone?: boolean;
}

/**
 * Mines one block of these transactions in this order.
 * @throws Error naming the action that reverted and why, or when the node mined other transactions than these
 */
export async function mineBlock(rpc: Rpc, txs: readonly Tx[], options: MiningOptions = {}): Promise<MinedBlock> {
  const timestamp = options.timestamp ?? (await nextTimestamp(rpc));
  const hashes = await sendAll(rpc, txs, options.isAlone);
  await rpc.call('evm_mine', {timestamp});
  const [block, receipts] = (await rpc.batch([
    ['eth_getBlockByNumber', ['latest', false]],
    ['eth_getBlockReceipts', ['latest']],
  ])) as [{number: string; hash: string}, Receipt[]];
  const height = Number(block.number);
  await check(rpc, height, txs, hashes, receipts);
  return {
    height,
    hash: block.hash,
    timestamp,
    transactionHashes: hashes,
    logs: receipts.flatMap((receipt) => receipt.logs),
  };
}

/**
 * Puts transactions into the pool, in this order, and waits until they are in.
 * @param isAlone nobody else uses the node: twenty to a request instead of one
 * @returns their hashes
 */
export async function sendAll(rpc: Rpc, txs: readonly Call[], isAlone = false): Promise<string[]> {
  const perRequest = isAlone ? SENDS_PER_REQUEST : 1;
  const sends = txs.map((tx): RpcCall => ['eth_sendTransaction', [sendable(tx)]]);
  const hashes: string[] = [];
  for (let i = 0; i < sends.length; i += perRequest) {
    hashes.push(...((await rpc.batch(sends.slice(i, i + perRequest))) as string[]));
  }
  return hashes;
}

function sendable({from, to, data}: Call): Record<string, string> {
  return {from, ...(to === null ? {} : {to}), data, gas: GAS, gasPrice: '0x0'};
}

async function nextTimestamp(rpc: Rpc): Promise<number> {
  const head = await rpc.call<{timestamp: string}>('eth_getBlockByNumber', 'latest', false);
  return Number(head.timestamp) + SECONDS_PER_BLOCK;
}

async function check(
  rpc: Rpc,
  height: number,
  txs: readonly Tx[],
  hashes: readonly string[],
  receipts: readonly Receipt[],
): Promise<void> {
  const mined = receipts.map((receipt) => receipt.transactionHash);
  if (mined.length !== hashes.length || mined.some((hash, i) => hash !== hashes[i])) {
    throw new Error(
      `The local chain mined ${mined.length} transactions in block ${height}, not the ${hashes.length} sent.`,
    );
  }
  const failed = receipts.findIndex((receipt) => receipt.status !== '0x1');
  const tx = txs[failed];
  if (tx === undefined) return;
  throw new Error(
    `${tx.label} reverted in block ${height}.\nreason: ${await reasonOf(rpc, tx, height)}\nfrom: ${tx.from}\ndata: ${tx.data.slice(0, 330)}`,
  );
}

/** Asked on the state before the block, so an action that failed because of one before it may succeed here. */
async function reasonOf(rpc: Rpc, tx: Tx, height: number): Promise<string> {
  try {
    await rpc.call('eth_call', sendable(tx), `0x${(height - 1).toString(16)}`);
    return 'unknown: alone, on the state before this block, it succeeds';
  } catch (error) {
    if (!(error instanceof RpcError) || typeof error.data !== 'string') throw error;
    return revertReason(error.data);
  }
}
