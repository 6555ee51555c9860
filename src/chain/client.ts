import {BlockConsistencyError} from '@subsquid/util-internal-ingest-tools';

/** The part of the SDK's RPC client that readings need (`ctx._chain.client`). */
export interface RpcClient {
  call<T>(method: string, params?: unknown[], options?: CallOptions): Promise<T>;
  batchCall<T>(batch: {method: string; params?: unknown[]}[], options?: CallOptions): Promise<T[]>;
}

interface CallOptions {
  validateError?(info: RpcErrorInfo): unknown;
}

export interface RpcErrorInfo {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** A view's answer, or that it reverted. */
export interface ViewAnswer {
  readonly data: string;
  readonly reverted: boolean;
}

/** How nodes say that they do not know a block. */
export const UNKNOWN_BLOCK =
  /header not found|unknown block|block not found|not currently canonical|hash .*not found|resource not found/i;
const REVERTED = /revert|invalid opcode|out of gas|invalid jump|stack (under|over)flow/i;

/** EIP-1474: code 3 is an execution that reverted. */
export const isRevert = ({code, message}: Omit<RpcErrorInfo, 'data'>): boolean => code === 3 || REVERTED.test(message);

/**
 * Calls views at the state of one block each, named by hash, in one batch.
 * @throws BlockConsistencyError when the node does not know a hash, which the SDK's hot path retries
 */
export async function callViews(
  client: RpcClient,
  calls: readonly {address: string; input: string; block: {height: number; hash: string}}[],
): Promise<ViewAnswer[]> {
  if (calls.length === 0) return [];
  const batch = calls.map(({address, input, block}) => ({
    method: 'eth_call',
    params: [{to: address, data: input}, {blockHash: block.hash}],
  }));
  const answers = await client.batchCall<string | {reverted: true}>(batch, {
    validateError: (info) => {
      if (isRevert(info)) return {reverted: true};
      if (UNKNOWN_BLOCK.test(info.message)) {
        throw new BlockConsistencyError({height: Math.min(...calls.map(({block}) => block.height))}, info.message);
      }
      throw new Error(`eth_call failed: ${info.message} (code ${info.code})`);
    },
  });
  return answers.map((answer) =>
    typeof answer === 'string' ? {data: answer, reverted: false} : {data: '0x', reverted: true},
  );
}
