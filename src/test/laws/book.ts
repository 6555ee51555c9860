import {WAD} from '../../domain/units';
import {AID, SAID} from '../given';
import type {Chain, Mark, Snapshot} from './chain';
import type {Ledger} from './ledger';
import {least} from './treasury';

/** The book of the model's vault, by the rules of VaultBook.sol: its marks, its losses, its prices. Amounts in AID wei. */
export abstract class Book {
  book = 0n;
  readonly lossOf = new Map<string, bigint>();
  readonly outstandingOf = new Map<string, bigint>();
  epoch = 0n;
  /** Income earned and not received, as of the last mark of the whole book */
  accrued = 0n;
  /** The marks that said so */
  readonly marks: Mark[] = [];

  constructor(
    protected readonly chain: Chain,
    protected readonly aid: Ledger,
    readonly shares: Ledger,
  ) {}

  /** AID that no open request is owed; below 0 when more is owed than held. */
  abstract get idle(): bigint;

  get loss(): bigint {
    return [...this.lossOf.values()].reduce((sum, loss) => sum + loss, 0n);
  }

  /** What the book would gain if it were marked without a change of the accrued income. */
  get waiting(): bigint {
    return this.cash + this.accrued - this.book;
  }

  private get cash(): bigint {
    return [...this.outstandingOf.values()].reduce((sum, amount) => sum + amount, this.idle);
  }

  /** What the views answer; a plain ERC-4626 vault has neither an unstaking NAV nor accrued income. */
  views(tellsLoss: boolean): Snapshot {
    return {
      totalAssets: this.book,
      totalShares: this.shares.supply,
      stakingNav: this.assetsOf(WAD, 0n),
      unstakingNav: tellsLoss ? this.assetsOf(WAD, this.loss) : null,
      accruedIncome: tellsLoss ? this.accrued : null,
      aid: AID.address,
    };
  }

  /** A mark that says so: the book moves by `delta`. */
  mark(delta: bigint): void {
    if (!this.moveBook(delta)) return;
    this.sayNav();
  }

  /**
   * The whole book is marked: the accrued income is what makes it add up. A mark that takes as much accrued income off as
   * it takes cash in shows in no price.
   */
  private moveBook(delta: bigint): boolean {
    if (this.book + delta < this.loss || (delta === 0n && this.waiting !== 0n)) return false;
    this.book += delta;
    this.accrued = this.book - this.cash;
    this.epoch += 1n;
    return true;
  }

  /** The same without a log, as the last thing in its block; in the block of a mark that says so it is part of that. */
  markSilently(delta: bigint): void {
    const before = this.assetsOf(WAD, 0n);
    if (!this.moveBook(delta)) return;
    const change = this.assetsOf(WAD, 0n) - before;
    const isVisible = change !== 0n && (change < 0n ? -change : change) * 10_000_000n >= before;
    this.chain.changeSilently(isVisible && this.marks.at(-1)?.height !== this.chain.height);
    this.chain.endBlock(1);
  }

  recognizeLoss(assetId: string, newLoss: bigint): void {
    const oldLoss = this.lossOf.get(assetId) ?? 0n;
    if (this.loss - oldLoss + newLoss > this.book) return;
    this.lossOf.set(assetId, newLoss);
    this.epoch += 1n;
    this.say({type: 'LossRecognized', assetId, epoch: this.epoch, oldLoss, newLoss});
    this.sayNav();
  }

  realizeLoss(assetId: string, most: bigint): void {
    const amount = least(most, this.outstanding(assetId));
    const released = least(amount, this.lossOf.get(assetId) ?? 0n);
    if (amount === 0n || this.book - amount < this.loss - released) return;
    const coveredByReserve = this.waiting > 0n ? least(amount / 3n, this.waiting) : 0n;
    this.outstandingOf.set(assetId, this.outstanding(assetId) - amount);
    this.lossOf.set(assetId, (this.lossOf.get(assetId) ?? 0n) - released);
    this.book -= amount - coveredByReserve;
    this.epoch += 1n;
    this.say({type: 'LossRealized', assetId, epoch: this.epoch, amount, coveredByReserve});
    this.sayNav();
  }

  outstanding(assetId: string): bigint {
    return this.outstandingOf.get(assetId) ?? 0n;
  }

  protected assetsOf(shares: bigint, loss: bigint): bigint {
    return (shares * (this.book - loss + 1n)) / (this.shares.supply + 1n);
  }

  private sayNav(): void {
    const [stakingNav, unstakingNav] = [this.assetsOf(WAD, 0n), this.assetsOf(WAD, this.loss)];
    const book = {totalAssets: this.book, unrealizedLoss: this.loss, totalShares: this.shares.supply};
    this.marks.push({height: this.chain.height, stakingNav});
    this.say({type: 'NavMarked', epoch: this.epoch, ...book, stakingNav, unstakingNav});
  }

  protected say(body: Parameters<Chain['emit']>[1]): void {
    this.chain.emit(SAID, body);
  }
}
