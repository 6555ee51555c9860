import {JsonRpcProvider, type Interface, type Log} from 'ethers';

const LOG_RANGE = 250;
const CALLS_AT_ONCE = 50;

/** Addresses by role, as a network file lists them. */
export type Roles = ReadonlyMap<string, readonly string[]>;

/** A log with its place in the chain and what it says. */
export interface Told<A> {
  readonly args: A;
  readonly block: number;
  /** In its block, over all transactions */
  readonly index: number;
  /** Of its transaction in the block */
  readonly txIndex: number;
  readonly txHash: string;
}

/** Questions to a node: blocks, logs in ranges it likes, views at a block. Each is asked once: nothing of it changes. */
export class ChainReader {
  protected readonly provider: JsonRpcProvider;
  private readonly times = new Map<number, Promise<number>>();
  private readonly read = new Map<string, Promise<Log[]>>();
  private readonly told = new Map<string, Promise<Told<unknown>[]>>();
  private readonly answers = new Map<string, Promise<string>>();
  private newest: Promise<number> | undefined;

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
      if ((await this.timeOf(middle)) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Time of a block, unix seconds. */
  timeOf(height: number): Promise<number> {
    const known = this.times.get(height) ?? this.provider.getBlock(height).then((block) => block?.timestamp ?? 0);
    this.times.set(height, known);
    return known;
  }

  /** Every event of a name that a contract emitted up to a block, in the order of the chain; addresses in lower case. */
  async events<A>(address: string, abi: Interface, name: string, block: number): Promise<Told<A>[]> {
    this.newest ??= this.head();
    const key = `${address} ${abi.getEvent(name)?.topicHash}`;
    const all = this.told.get(key) ?? this.newest.then((head) => this.decoded(address, abi, name, head));
    this.told.set(key, all);
    return ((await all) as Told<A>[]).filter((one) => one.block <= block);
  }

  /** What a view answers as of a block: its one value, or all of them. */
  async view<T>(address: string, abi: Interface, method: string, args: unknown[], block: number): Promise<T> {
    const data = abi.encodeFunctionData(method, args);
    const key = `${address} ${data} ${block}`;
    const answer = this.answers.get(key) ?? this.provider.call({to: address, data, blockTag: block});
    this.answers.set(key, answer);
    const values = abi.decodeFunctionResult(method, await answer);
    return (values.length === 1 ? values[0] : values) as T;
  }

  /** The contract of a role. */
  one(role: string): string {
    const [address] = this.all(role);
    if (address === undefined) throw new Error(`no ${role} in the network file`);
    return address;
  }

  all(role: string): readonly string[] {
    return this.roles.get(role) ?? [];
  }

  /** The chain stands still while it is asked: its logs are fetched once and cut at the block asked about. */
  protected async logs(address: string, topic: string | undefined, block: number): Promise<Log[]> {
    this.newest ??= this.head();
    const key = `${address} ${topic}`;
    const all = this.read.get(key) ?? this.newest.then((head) => this.fetchLogs(address, topic, head));
    this.read.set(key, all);
    return (await all).filter(({blockNumber}) => blockNumber <= block);
  }

  private async decoded(address: string, abi: Interface, name: string, head: number): Promise<Told<unknown>[]> {
    const logs = await this.logs(address, abi.getEvent(name)?.topicHash, head);
    return logs.map(({data, topics, blockNumber, index, transactionIndex, transactionHash}) => {
      const args = abi.decodeEventLog(name, data, topics).toObject();
      const told = Object.entries(args).map(([field, value]) => [field, lowerCase(value)] as const);
      const place = {block: blockNumber, index, txIndex: transactionIndex, txHash: transactionHash};
      return {args: Object.fromEntries(told), ...place};
    });
  }

  private async fetchLogs(address: string, topic: string | undefined, head: number): Promise<Log[]> {
    const ranges = Array.from({length: Math.floor(head / LOG_RANGE) + 1}, (_, i) => i * LOG_RANGE);
    const found: Log[] = [];
    for (const fromBlock of ranges) {
      const toBlock = Math.min(head, fromBlock + LOG_RANGE - 1);
      found.push(...(await this.provider.getLogs({address, topics: [topic ?? null], fromBlock, toBlock})));
    }
    return found;
  }
}

const lowerCase = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

export async function inGroups<A, B>(items: readonly A[], ask: (item: A) => Promise<B>): Promise<B[]> {
  const answers: B[] = [];
  for (let i = 0; i < items.length; i += CALLS_AT_ONCE) {
    answers.push(...(await Promise.all(items.slice(i, i + CALLS_AT_ONCE).map(ask))));
  }
  return answers;
}
