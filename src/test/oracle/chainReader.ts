import {Contract, JsonRpcProvider, type Interface, type Log} from 'ethers';

const LOG_RANGE = 250;
const CALLS_AT_ONCE = 50;

/** Addresses by role, as a network file lists them. */
export type Roles = ReadonlyMap<string, readonly string[]>;

/** Questions to a node: blocks, logs in ranges it likes, views at a block. */
export class ChainReader {
  protected readonly provider: JsonRpcProvider;

  constructor(
    rpcUrl: string,
    protected readonly roles: Roles,
  ) {
    this.provider = new JsonRpcProvider(rpcUrl, undefined, {staticNetwork: true, batchMaxCount: 50});
  }

  close(): void {
    this.provider.destroy();
  }

  head(): Promise<number> {
    return this.provider.getBlockNumber();
  }

  /** First block at or after an instant. */
  async blockAtOrAfter(at: number, head: number): Promise<number> {
    let [low, high] = [0, head];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const block = await this.provider.getBlock(middle);
      if ((block?.timestamp ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  async timeOf(height: number): Promise<number> {
    return (await this.provider.getBlock(height))?.timestamp ?? 0;
  }

  protected async logs(address: string, topic: string | undefined, head: number): Promise<Log[]> {
    const ranges = Array.from({length: Math.floor(head / LOG_RANGE) + 1}, (_, i) => i * LOG_RANGE);
    const found: Log[] = [];
    for (const fromBlock of ranges) {
      const toBlock = Math.min(head, fromBlock + LOG_RANGE - 1);
      found.push(...(await this.provider.getLogs({address, topics: [topic ?? null], fromBlock, toBlock})));
    }
    return found;
  }

  protected async view<T>(address: string, abi: Interface, method: string, args: unknown[], block: number): Promise<T> {
    const contract = new Contract(address, abi, this.provider);
    return (await contract.getFunction(method).staticCall(...args, {blockTag: block})) as T;
  }

  protected one(role: string): string {
    const [address] = this.roles.get(role) ?? [];
    if (address === undefined) throw new Error(`no ${role} in the network file`);
    return address;
  }
}

export async function inGroups<A, B>(items: readonly A[], ask: (item: A) => Promise<B>): Promise<B[]> {
  const answers: B[] = [];
  for (let i = 0; i < items.length; i += CALLS_AT_ONCE) {
    answers.push(...(await Promise.all(items.slice(i, i + CALLS_AT_ONCE).map(ask))));
  }
  return answers;
}
