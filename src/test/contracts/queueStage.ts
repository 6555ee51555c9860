import {id} from 'ethers';
import {account, LocalChain, type Happened} from './localChain';
import {borrower, deployProtocol, giveAid, operator, stakeNew, WAD, type Protocol} from './protocol';

const DAY = 86_400;
const DEAL = id('deal');

/** What a settlement paid, as [request, paid, left], and what it said of itself. */
export interface Settlement {
  readonly fills: bigint[][];
  readonly requested: unknown;
  readonly paid: unknown;
}

/** The vault's queue on a chain of its own: four people with 500 shares each, and cycles of thirty days. */
export class QueueStage {
  static readonly ann = account('ann');
  static readonly ben = account('ben');
  static readonly cem = account('cem');
  static readonly dan = account('dan');

  private constructor(
    readonly chain: LocalChain,
    readonly protocol: Protocol,
    private readonly start: number,
  ) {}

  static async start(): Promise<QueueStage> {
    const chain = await LocalChain.start();
    const protocol = await deployProtocol(chain);
    for (const who of [this.ann, this.ben, this.cem, this.dan]) await stakeNew(chain, protocol, who, 500n * WAD);
    await giveAid(chain, protocol, borrower, 10_000n * WAD);
    return new QueueStage(chain, protocol, (Math.floor((await chain.now()) / DAY) + 2) * DAY);
  }

  aidOf(who: string): Promise<bigint> {
    return this.chain.read(this.protocol.aid, 'balanceOf', who);
  }

  async owed(who: string): Promise<bigint> {
    return (await this.chain.read<bigint[]>(this.protocol.said, 'getUnstakeRequest', who))[1] ?? -1n;
  }

  unstake(who: string, shares: bigint): Promise<Happened[]> {
    return this.chain.send(who, this.protocol.said, 'unstake', shares);
  }

  /** Cycle `n` (from 1) takes thirty days of requests and is settled thirty days after. */
  open(n: number, policy: number): Promise<Happened[]> {
    const opensAt = this.start + (n - 1) * 30 * DAY;
    const times = [opensAt, opensAt + 30 * DAY, opensAt + 60 * DAY];
    return this.chain.send(operator, this.protocol.said, 'openCycle', ...times, policy);
  }

  into(n: number): Promise<void> {
    return this.chain.moveTo(this.start + (n - 1) * 30 * DAY + DAY);
  }

  /** Settles a cycle on its day. */
  async settle(n: number): Promise<Settlement> {
    await this.chain.moveTo(this.start + (n + 1) * 30 * DAY);
    const logs = await this.chain.send(account('anyone'), this.protocol.said, 'settleCycle', n);
    const filled = logs.filter(({name}) => name === 'UnstakeFilled').map(({args}) => args as Record<string, bigint>);
    expect(filled.every(({cycleId}) => cycleId === BigInt(n))).toBe(true);
    const fills = filled.map(({requestId = 0n, assetsPaid = 0n, assetsRemaining = 0n}) => [
      ...[requestId, assetsPaid, assetsRemaining],
    ]);
    const {cycleId, unstakingNav, assetsRequested, assetsPaid} = logs.at(-1)?.args ?? {};
    expect([cycleId, unstakingNav]).toEqual([BigInt(n), await this.chain.read(this.protocol.said, 'unstakingNav')]);
    return {fills, requested: assetsRequested, paid: assetsPaid};
  }

  /** Leaves the vault `whole` AID and `wei` more, before anybody asks for some. */
  async leave(whole: bigint, wei = 0n): Promise<void> {
    const {aid, said, usdc} = this.protocol;
    const excess = (await this.aidOf(said.address)) - whole * WAD;
    await this.chain.send(operator, said, 'deployCapital', DEAL, usdc.address, excess, borrower);
    await this.chain.send(borrower, aid, 'transfer', said.address, wei);
  }

  /** More cash for the vault. */
  bring(wei: bigint): Promise<Happened[]> {
    return this.chain.send(borrower, this.protocol.aid, 'transfer', this.protocol.said.address, wei);
  }
}
