import type {ChainReader, Told} from './chainReader';
import {DISTRIBUTOR, MULTI} from './interfaces';
import type {Place} from './queueOracle';
import {isAfter} from './dealOracle';

export interface Distribution extends Place {
  readonly assetId: string;
  readonly epoch: bigint;
  readonly at: number;
  /** What is split by balance: to vault, to holders and dust */
  readonly net: bigint;
  readonly netToVault: bigint;
  readonly dust: bigint;
}

type Distributed = {assetId: string} & Record<'epoch' | 'netToVault' | 'paidToHolders' | 'dust', bigint>;
export type Paid = {assetId: string; epoch: bigint; holder: string; amount: bigint};
type Single = {from: string; to: string; id: bigint; value: bigint};
type Batch = {from: string; to: string; ids: bigint[]; amounts: bigint[]};

/** Distributions of revenue and who held the asset's token when they were made. */
export class PayoutOracle {
  constructor(private readonly chain: ChainReader) {}

  async distributions(block: number): Promise<Distribution[]> {
    const distributor = this.chain.one('revenueDistributor');
    const told = await this.chain.events<Distributed>(distributor, DISTRIBUTOR, 'RevenueDistributed', block);
    return Promise.all(
      told.map(async ({args: {assetId, epoch, netToVault, paidToHolders, dust}, block: height, index}) => ({
        ...{assetId, epoch, netToVault, dust, block: height, index, at: await this.chain.timeOf(height)},
        net: netToVault + paidToHolders + dust,
      })),
    );
  }

  /** Every payout to a holder, as the distributor said. */
  paid(block: number): Promise<Told<Paid>[]> {
    return this.chain.events<Paid>(this.chain.one('revenueDistributor'), DISTRIBUTOR, 'RevenuePaid', block);
  }

  /** Token units held just before a distribution, by account: balanceOf() a block earlier, and the transfers since. */
  async holders({assetId, block, index}: Distribution): Promise<Map<string, bigint>> {
    const token = this.chain.one('assetToken');
    const moves = (await this.moves(block)).filter((move) => move.id === BigInt(assetId));
    const before = moves.filter((move) => isAfter({block, index}, move));
    const accounts = new Set(before.flatMap(({from, to}) => [from, to]).filter((account) => !/^0x0+$/.test(account)));
    const held = new Map<string, bigint>();
    for (const account of accounts) {
      const balance = await this.chain.view<bigint>(token, MULTI, 'balanceOf', [account, BigInt(assetId)], block - 1);
      held.set(account, balance);
    }
    for (const {from, to, amount, block: height} of before) {
      if (height !== block) continue;
      if (held.has(from)) held.set(from, (held.get(from) ?? 0n) - amount);
      if (held.has(to)) held.set(to, (held.get(to) ?? 0n) + amount);
    }
    return new Map([...held].filter(([, balance]) => balance > 0n));
  }

  private async moves(block: number): Promise<(Place & {from: string; to: string; id: bigint; amount: bigint})[]> {
    const token = this.chain.one('assetToken');
    const singles = await this.chain.events<Single>(token, MULTI, 'TransferSingle', block);
    const batches = await this.chain.events<Batch>(token, MULTI, 'TransferBatch', block);
    return [
      ...singles.map(({args: {from, to, id, value}, ...place}) => ({...place, from, to, id, amount: value})),
      ...batches.flatMap(({args: {from, to, ids, amounts}, ...place}) =>
        ids.map((id, i) => ({...place, from, to, id, amount: amounts[i] ?? 0n})),
      ),
    ];
  }
}
