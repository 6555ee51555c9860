import type {ChainReader, Told} from './chainReader';
import {ERC20, QUEUE} from './interfaces';

/** Where something stands in the chain: a log by its index in its block. */
export interface Place {
  readonly block: number;
  readonly index: number;
}

export interface QueueFill extends Place {
  readonly cycleId: bigint;
  readonly paid: bigint;
  readonly remaining: bigint;
  readonly at: number;
  readonly txHash: string;
}

/** A request as its logs tell it. */
export interface QueueRequest extends Place {
  readonly requestId: bigint;
  readonly owner: string;
  readonly cycleId: bigint;
  readonly shares: bigint;
  readonly quoted: bigint;
  readonly at: number;
  readonly fills: readonly QueueFill[];
}

/** The open request of an account, as the views tell it. */
export interface OpenRequest {
  readonly requestId: bigint;
  readonly requestedAt: number;
  readonly remaining: bigint;
}

/** The settlement of a cycle, with the AID that the vault held just before it paid. */
export interface Settlement extends Place {
  readonly at: number;
  readonly due: bigint;
  readonly paid: bigint;
  readonly liquid: bigint;
}

export interface QueueCycle extends Place {
  readonly cycleId: bigint;
  /** As the view cycleOf() says at the block asked about */
  readonly opensAt: number;
  readonly cutoffAt: number;
  readonly settlesAt: number;
  readonly policy: 'FIFO' | 'PRO_RATA';
  readonly isSettled: boolean;
  readonly settlement: Settlement | null;
}

export const isBefore = (a: Place, b: Place): boolean =>
  a.block < b.block || (a.block === b.block && a.index < b.index);

type Requested = {requestId: bigint; owner: string; cycleId: bigint; shares: bigint; assetsQuoted: bigint};
type Filled = {requestId: bigint; cycleId: bigint; assetsPaid: bigint; assetsRemaining: bigint};
type Settled = {cycleId: bigint; assetsRequested: bigint; assetsPaid: bigint};
type View = {opensAt: bigint; cutoffAt: bigint; settlesAt: bigint; policy: bigint; isSettled: boolean};

/** The way out of the vault, by its views and its logs. */
export class QueueOracle {
  private readonly vault: string;

  constructor(private readonly chain: ChainReader) {
    this.vault = chain.one('said');
  }

  pending(block: number): Promise<bigint> {
    return this.chain.view<bigint>(this.vault, QUEUE, 'pendingAssets', [], block);
  }

  /** AID in the vault. */
  liquid(block: number): Promise<bigint> {
    return this.chain.view<bigint>(this.chain.one('aid'), ERC20, 'balanceOf', [this.vault], block);
  }

  lastRequestId(block: number): Promise<bigint> {
    return this.chain.view<bigint>(this.vault, QUEUE, 'lastRequestId', [], block);
  }

  /** What an account is owed at a block, by the number of its open request; undefined when it has none. */
  async openOf(owner: string, block: number): Promise<OpenRequest | undefined> {
    const requestId = await this.chain.view<bigint>(this.vault, QUEUE, 'openRequestOf', [owner], block);
    if (requestId === 0n) return undefined;
    const view = await this.chain.view<[bigint, bigint]>(this.vault, QUEUE, 'getUnstakeRequest', [owner], block);
    return {requestId, requestedAt: Number(view[0]), remaining: view[1]};
  }

  /** Every request made up to a block, by its number. */
  async requests(block: number): Promise<QueueRequest[]> {
    const made = await this.chain.events<Requested>(this.vault, QUEUE, 'UnstakeRequested', block);
    const filled = await this.chain.events<Filled>(this.vault, QUEUE, 'UnstakeFilled', block);
    const fills = await Promise.all(
      filled.map(async ({args, block: height, index, txHash}) => ({
        requestId: args.requestId,
        fill: {
          ...{block: height, index, txHash, cycleId: args.cycleId, at: await this.chain.timeOf(height)},
          ...{paid: args.assetsPaid, remaining: args.assetsRemaining},
        },
      })),
    );
    return Promise.all(
      made.map(async ({args: {assetsQuoted, ...args}, block: height, index}) => ({
        ...{...args, quoted: assetsQuoted, block: height, index, at: await this.chain.timeOf(height)},
        fills: fills.filter(({requestId}) => requestId === args.requestId).map(({fill}) => fill),
      })),
    );
  }

  /** Every cycle opened up to a block, by its number. */
  async cycles(block: number): Promise<QueueCycle[]> {
    const opened = await this.chain.events<{cycleId: bigint}>(this.vault, QUEUE, 'WithdrawalCycleOpened', block);
    const settled = await this.chain.events<Settled>(this.vault, QUEUE, 'WithdrawalCycleSettled', block);
    return Promise.all(
      opened.map(async ({args: {cycleId}, ...place}) => {
        const view = await this.chain.view<View>(this.vault, QUEUE, 'cycleOf', [cycleId], block);
        const settlement = settled.find(({args}) => args.cycleId === cycleId);
        return {
          ...{cycleId, block: place.block, index: place.index, isSettled: view.isSettled},
          ...{opensAt: Number(view.opensAt), cutoffAt: Number(view.cutoffAt), settlesAt: Number(view.settlesAt)},
          policy: view.policy === 0n ? ('FIFO' as const) : ('PRO_RATA' as const),
          settlement: settlement === undefined ? null : await this.settlementOf(settlement),
        };
      }),
    );
  }

  private async settlementOf({args, block, index, txIndex}: Told<Settled>): Promise<Settlement> {
    const aid = this.chain.one('aid');
    type Moved = {from: string; to: string; value: bigint};
    const moves = await this.chain.events<Moved>(aid, ERC20, 'Transfer', block);
    let liquid = await this.liquid(block - 1);
    for (const move of moves.filter((one) => one.block === block && one.txIndex < txIndex)) {
      if (move.args.to === this.vault) liquid += move.args.value;
      if (move.args.from === this.vault) liquid -= move.args.value;
    }
    const at = await this.chain.timeOf(block);
    return {block, index, at, due: args.assetsRequested, paid: args.assetsPaid, liquid};
  }
}
