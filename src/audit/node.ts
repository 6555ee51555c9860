import {FetchRequest, JsonRpcProvider, Network as ChainId} from 'ethers';
import {isRevert, UNKNOWN_BLOCK} from '../chain/client';
import {UserError} from '../domain/errors';
import {redact, redactText} from '../redact';

const QUESTIONS_IN_A_BATCH = 50;
const QUESTIONS_AT_ONCE = 200;
const SILENCE_MS = 30_000;

/** A block by both its names. */
export interface Place {
  readonly height: number;
  readonly hash: string;
}

/** A view that has no answer at a block, which is no difference: the reason is told in place of the comparison. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered';
}

/** What is held is no argument that a view could be asked with, which is a difference: no such thing is on the chain. */
export class NotAskable extends Error {
  override readonly name = 'NotAskable';
}

/** Asks one node for states of the past, in batches, a bounded number of questions at once. */
export class AuditNode {
  private readonly provider: JsonRpcProvider;
  private free = QUESTIONS_AT_ONCE;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly url: string,
    chainId: number,
  ) {
    const request = new FetchRequest(url);
    request.timeout = SILENCE_MS;
    const options = {staticNetwork: ChainId.from(chainId), batchMaxCount: QUESTIONS_IN_A_BATCH};
    this.provider = new JsonRpcProvider(request, chainId, options);
  }

  close(): void {
    this.provider.destroy();
  }

  /** @throws UserError when the node's chain does not have this block */
  async mustKnow({height, hash}: Place): Promise<void> {
    const block = await this.send<{hash: string} | null>('eth_getBlockByNumber', [`0x${height.toString(16)}`, false]);
    if (block?.hash === hash) return;
    throw this.isElsewhere({height, hash}, block === null ? 'has no block of that height' : `has ${block.hash} there`);
  }

  /** What a view answers at a block. @throws NotAnswered when it reverts; UserError when the node refuses */
  async call(to: string, input: string, place: Place): Promise<string> {
    const data = await this.at<string>('eth_call', [{to, data: input}, {blockHash: place.hash}], place);
    if (data === '0x') throw new NotAnswered('the contract has no such view');
    return data;
  }

  /** A slot of a contract's storage at a block, 32 bytes. */
  storage(address: string, slot: string, place: Place): Promise<string> {
    return this.at<string>('eth_getStorageAt', [address, slot, {blockHash: place.hash}], place);
  }

  private async at<T>(method: string, params: unknown[], place: Place): Promise<T> {
    try {
      return await this.send<T>(method, params);
    } catch (error) {
      const told = errorOfNode(error);
      if (told === undefined) throw error;
      if (isRevert(told)) throw new NotAnswered('the view reverts');
      if (UNKNOWN_BLOCK.test(told.message)) throw this.isElsewhere(place, `says: ${told.message}`);
      throw new UserError(
        `The RPC ${redact(this.url)} does not answer ${method} at block ${place.height} ` +
          `(${redactText(told.message, [this.url])}); states of the past need an archive node.`,
      );
    }
  }

  private async send<T>(method: string, params: unknown[]): Promise<T> {
    await this.slot();
    try {
      return (await this.provider.send(method, params)) as T;
    } catch (error) {
      if (errorOfNode(error) !== undefined) throw error;
      const {shortMessage, message} = error as Error & {shortMessage?: string};
      throw new UserError(
        `The RPC ${redact(this.url)} cannot be asked (${redactText(shortMessage ?? message, [this.url])}); ` +
          'check that the node runs and takes batches of questions.',
      );
    } finally {
      this.free += 1;
      this.waiting.shift()?.();
    }
  }

  private async slot(): Promise<void> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.free -= 1;
  }

  private isElsewhere({height, hash}: Place, found: string): UserError {
    return new UserError(
      `The RPC ${redact(this.url)} does not know block ${height} ${hash} (it ${found}): the node is on another branch ` +
        'or has pruned the block; ask another node, or audit again when the processor has followed the chain.',
    );
  }
}

interface NodeError {
  readonly code: number;
  readonly message: string;
}

/** What the node itself said, out of ethers' wrapping; undefined where it said nothing. */
function errorOfNode(error: unknown): NodeError | undefined {
  const {info, error: inner} = error as {info?: {error?: Partial<NodeError>}; error?: Partial<NodeError>};
  const told = info?.error ?? inner;
  return typeof told?.message === 'string' && typeof told.code === 'number'
    ? {code: told.code, message: told.message}
    : undefined;
}
