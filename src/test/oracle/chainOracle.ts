import {Contract, JsonRpcProvider, type Interface, type Log} from 'ethers';
import {DISTRIBUTOR, ERC20, FEED, MINTER, MULTI, VAULT} from './interfaces';

const ONE = 10n ** 18n;
const ZERO = `0x${'0'.repeat(40)}`;
const LOG_RANGE = 250;
const CALLS_AT_ONCE = 50;

export const LEGS = [
  'gross',
  'passThrough',
  'protocolFee',
  'performanceFee',
  'reserveContribution',
  'netToVault',
  'paidToHolders',
  'dust',
] as const;

/** Addresses by role, as a network file lists them. */
export type Roles = ReadonlyMap<string, readonly string[]>;

export interface Backing {
  readonly reserves: bigint;
  readonly liabilities: bigint;
}

/** The protocol as the chain alone tells it: ethers, `eth_call` and `eth_getLogs`, and no code of the squid. */
export class ChainOracle {
  private readonly provider: JsonRpcProvider;

  constructor(
    rpcUrl: string,
    private readonly roles: Roles,
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

  supply(role: 'aid' | 'said', block: number): Promise<bigint> {
    return this.view<bigint>(this.one(role), ERC20, 'totalSupply', [], block);
  }

  /** Balance of every account that ever appeared in a transfer, zero balances left out. */
  async balances(role: 'aid' | 'said', block: number): Promise<Map<string, bigint>> {
    const token = this.one(role);
    const logs = await this.logs(token, ERC20.getEvent('Transfer')?.topicHash, block);
    const accounts = new Set(
      logs.flatMap((log) => [log.topics[1], log.topics[2]].map((topic) => `0x${topic?.slice(26)}`)),
    );
    accounts.delete(ZERO);
    const held = await inGroups([...accounts], (account) =>
      this.view<bigint>(token, ERC20, 'balanceOf', [account], block).then((balance) => [account, balance] as const),
    );
    return new Map(held.filter(([, balance]) => balance > 0n));
  }

  /** Fractions of the asset tokens: `assetId account` to amount, zero balances left out. */
  async fractions(block: number): Promise<Map<string, bigint>> {
    const token = this.one('assetToken');
    const pairs = new Set<string>();
    for (const name of ['TransferSingle', 'TransferBatch']) {
      for (const log of await this.logs(token, MULTI.getEvent(name)?.topicHash, block)) {
        const args = MULTI.decodeEventLog(name, log.data, log.topics).toObject() as Record<string, unknown>;
        const ids = (args['ids'] ?? [args['id']]) as bigint[];
        for (const id of ids) {
          for (const account of [args['from'], args['to']] as string[])
            pairs.add(`${hex32(id)} ${account.toLowerCase()}`);
        }
      }
    }
    const held = await inGroups([...pairs], async (pair) => {
      const [assetId = '', account = ''] = pair.split(' ');
      if (account === ZERO) return [pair, 0n] as const;
      return [pair, await this.view<bigint>(token, MULTI, 'balanceOf', [account, BigInt(assetId)], block)] as const;
    });
    return new Map(held.filter(([, amount]) => amount > 0n));
  }

  async navs(block: number): Promise<{staking: bigint; unstaking: bigint}> {
    const vault = this.one('said');
    const staking = await this.view<bigint>(vault, VAULT, 'convertToAssets', [ONE], block);
    const unstaking = await this.view<bigint>(vault, VAULT, 'convertToAssetsWithLoss', [ONE], block);
    return {staking, unstaking};
  }

  /** Reserves in USD WAD by metrics 3.1, liabilities in AID wei: stablecoins held, newest report, moves since it. */
  async backing(block: number): Promise<Backing> {
    const liabilities = await this.supply('aid', block);
    const holders = ['aid', 'minter', 'redeemer'].map((role) => this.one(role));
    let reserves = 0n;
    for (const asset of this.roles.get('reserveAsset') ?? []) {
      for (const holder of holders) {
        reserves += (await this.view<bigint>(asset, ERC20, 'balanceOf', [holder], block)) * 10n ** 12n;
      }
    }
    const feed = new Contract(this.one('reserveFeed'), FEED, this.provider);
    const round = (await feed.getFunction('latestRoundData').staticCall({blockTag: block})) as {
      answer: bigint;
      updatedAt: bigint;
    };
    reserves += round.answer * 10n ** 10n;
    for (const log of await this.logs(this.one('minter'), MINTER.getEvent('ReserveMoved')?.topicHash, block)) {
      const {purpose, amount} = MINTER.decodeEventLog('ReserveMoved', log.data, log.topics) as unknown as {
        purpose: string;
        amount: bigint;
      };
      if ((await this.timeOf(log.blockNumber)) <= Number(round.updatedAt)) continue;
      const name = Buffer.from(purpose.slice(2), 'hex').toString('ascii').replace(/\0+$/, '');
      if (name === 'TBILL_BUY') reserves += amount * 10n ** 12n;
      if (name === 'TBILL_SELL') reserves -= amount * 10n ** 12n;
    }
    return {reserves, liabilities};
  }

  /** Sum of every leg of every distribution, by asset id. */
  async revenue(block: number): Promise<Map<string, Record<(typeof LEGS)[number], bigint>>> {
    const sums = new Map<string, Record<string, bigint>>();
    const topic = DISTRIBUTOR.getEvent('RevenueDistributed')?.topicHash;
    for (const log of await this.logs(this.one('revenueDistributor'), topic, block)) {
      const args = DISTRIBUTOR.decodeEventLog('RevenueDistributed', log.data, log.topics).toObject() as Record<
        string,
        bigint
      >;
      const assetId = String(args['assetId']);
      const sum = sums.get(assetId) ?? Object.fromEntries(LEGS.map((leg) => [leg, 0n]));
      for (const leg of LEGS) sum[leg] = (sum[leg] ?? 0n) + (args[leg] ?? 0n);
      sums.set(assetId, sum);
    }
    return sums;
  }

  private async logs(address: string, topic: string | undefined, head: number): Promise<Log[]> {
    const ranges = Array.from({length: Math.floor(head / LOG_RANGE) + 1}, (_, i) => i * LOG_RANGE);
    const found: Log[] = [];
    for (const fromBlock of ranges) {
      const toBlock = Math.min(head, fromBlock + LOG_RANGE - 1);
      found.push(...(await this.provider.getLogs({address, topics: [topic ?? null], fromBlock, toBlock})));
    }
    return found;
  }

  private async view<T>(address: string, abi: Interface, method: string, args: unknown[], block: number): Promise<T> {
    const contract = new Contract(address, abi, this.provider);
    return (await contract.getFunction(method).staticCall(...args, {blockTag: block})) as T;
  }

  private one(role: string): string {
    const [address] = this.roles.get(role) ?? [];
    if (address === undefined) throw new Error(`no ${role} in the network file`);
    return address;
  }
}

const hex32 = (value: bigint): string => `0x${value.toString(16).padStart(64, '0')}`;

async function inGroups<A, B>(items: readonly A[], ask: (item: A) => Promise<B>): Promise<B[]> {
  const answers: B[] = [];
  for (let i = 0; i < items.length; i += CALLS_AT_ONCE) {
    answers.push(...(await Promise.all(items.slice(i, i + CALLS_AT_ONCE).map(ask))));
  }
  return answers;
}
