import {ChainReader, inGroups} from './chainReader';
import {BRIDGE, DISTRIBUTOR, ERC20, FEED, MINTER, MULTI, ROLES, VAULT} from './interfaces';

const ONE = 10n ** 18n;
const ZERO = `0x${'0'.repeat(40)}`;
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

export interface Backing {
  readonly reserves: bigint;
  readonly liabilities: bigint;
}

/** The protocol as the chain alone tells it: ethers, `eth_call` and `eth_getLogs`, and no code of the squid. */
export class ChainOracle extends ChainReader {
  private readonly held = new Map<string, Promise<Map<string, bigint>>>();

  supply(role: 'aid' | 'said', block: number): Promise<bigint> {
    return this.view<bigint>(this.one(role), ERC20, 'totalSupply', [], block);
  }

  /** Balance of every account that ever appeared in a transfer, zero balances left out. */
  balances(role: 'aid' | 'said', block: number): Promise<Map<string, bigint>> {
    const key = `${role} ${block}`;
    const held = this.held.get(key) ?? this.balancesOf(role, block);
    this.held.set(key, held);
    return held;
  }

  private async balancesOf(role: 'aid' | 'said', block: number): Promise<Map<string, bigint>> {
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
    const liabilities = (await this.supply('aid', block)) + (await this.away(block));
    const holders = ['aid', 'minter', 'redeemer'].map((role) => this.one(role));
    let reserves = 0n;
    for (const asset of this.roles.get('reserveAsset') ?? []) {
      for (const holder of holders) {
        reserves += (await this.view<bigint>(asset, ERC20, 'balanceOf', [holder], block)) * 10n ** 12n;
      }
    }
    const feed = this.one('reserveFeed');
    const round = await this.view<{answer: bigint; updatedAt: bigint}>(feed, FEED, 'latestRoundData', [], block);
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

  /** AID wei sent over the bridge less what came back: no other chain is indexed beside the local one. */
  async away(block: number): Promise<bigint> {
    let away = 0n;
    for (const [name, sign] of [['OFTSent', 1n] as const, ['OFTReceived', -1n] as const]) {
      for (const log of await this.logs(this.one('bridge'), BRIDGE.getEvent(name)?.topicHash, block)) {
        const {amountReceivedLD} = BRIDGE.decodeEventLog(name, log.data, log.topics) as unknown as {
          amountReceivedLD: bigint;
        };
        away += sign * amountReceivedLD;
      }
    }
    return away;
  }

  /** Who was ever granted a role of a contract and holds it: `contract role account`. */
  async roleHolders(contracts: readonly string[], block: number): Promise<Set<string>> {
    const granted = new Map<string, [contract: string, role: string, account: string]>();
    for (const contract of contracts) {
      for (const log of await this.logs(contract, ROLES.getEvent('RoleGranted')?.topicHash, block)) {
        const [role = '', account = ''] = ROLES.decodeEventLog(
          'RoleGranted',
          log.data,
          log.topics,
        ) as unknown as string[];
        granted.set(`${contract} ${role} ${account}`.toLowerCase(), [contract, role, account]);
      }
    }
    const held = await inGroups([...granted], async ([holder, [contract, ...asked]]) => {
      return [holder, await this.view<boolean>(contract, ROLES, 'hasRole', asked, block)] as const;
    });
    return new Set(held.flatMap(([holder, holds]) => (holds ? [holder] : [])));
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
}

const hex32 = (value: bigint): string => `0x${value.toString(16).padStart(64, '0')}`;
