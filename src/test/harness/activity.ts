import type {Tx} from '../../devnet/mining';
import {Random} from '../../devnet/random';
import {ALICE, BOB, CAROL, Cast, WAD} from './cast';
import type {ForkPoint, TestChain} from './chain';

const PEOPLE = [ALICE, BOB, CAROL];

interface Moment {
  readonly point: ForkPoint;
  readonly open: ReadonlySet<string>;
  readonly income: bigint;
}

/** A chain that lives at random, reproducibly: every block a handful of actions that the contracts accept. */
export class Activity {
  private readonly random: Random;
  private readonly cast: Cast;
  /** Who waits for a stake asked back: the contract takes one request of each */
  private open: ReadonlySet<string> = new Set();
  private income = 0n;

  constructor(
    private readonly chain: TestChain,
    seed: number,
  ) {
    this.random = new Random('activity', seed);
    this.cast = new Cast(chain.protocol);
  }

  /** The first two blocks: everybody has AID and a stake. */
  async begin(): Promise<void> {
    await this.chain.mine(...this.cast.arrive(), ...this.cast.upgrade());
    await this.chain.mine(
      ...PEOPLE.flatMap((who) => [this.cast.mint(who, 100_000n * WAD), this.cast.stake(who, 40_000n * WAD)]),
    );
  }

  /** Mines `count` blocks, a third of them empty. */
  async go(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const actions = this.random.int(-1, 3);
      const txs: Tx[] = [];
      for (let k = 0; k < actions; k++) txs.push(this.act());
      await this.chain.mine(...txs);
    }
  }

  /** Mines up to `depth` blocks, drops them, and goes on with one block more on another branch. */
  async fork(depth: number): Promise<void> {
    const moment = await this.moment();
    await this.go(depth);
    await this.forkAt(moment);
    await this.go(depth + 1);
  }

  /** Where `forkAt` may take the chain back to. */
  async moment(): Promise<Moment> {
    return {point: await this.chain.forkPoint(), open: this.open, income: this.income};
  }

  /** Drops what was mined since. */
  async forkAt({point, open, income}: Moment): Promise<void> {
    await this.chain.forkAt(point);
    this.open = open;
    this.income = income;
  }

  private act(): Tx {
    const {cast, random} = this;
    const who = random.pick(PEOPLE);
    const amount = BigInt(random.int(1, 50)) * WAD;
    switch (random.int(0, 8)) {
      case 0:
        return cast.mint(who, amount);
      case 1:
        return cast.stake(who, amount);
      case 2:
        return this.exit(who, amount);
      case 3:
        return cast.mark(this.earn());
      case 4:
        return cast.silentMark(this.earn());
      case 5:
        return cast.buyTbills(amount);
      case 6:
        return cast.acceptTerms(who);
      default:
        return cast.transfer(who, random.pick(PEOPLE), amount);
    }
  }

  private earn(): bigint {
    this.income += BigInt(this.random.int(10, 90)) * WAD;
    return this.income;
  }

  /** One who waits makes the queue be paid, which settles everybody's requests; one who does not asks. */
  private exit(who: string, amount: bigint): Tx {
    const waits = this.open.has(who);
    this.open = waits ? new Set() : new Set([...this.open, who]);
    return waits ? this.cast.fill() : this.cast.unstake(who, amount);
  }
}
