import {AID, MINTER, SAID, USDC} from '../given';
import type {Chain, Mark, Snapshot} from './chain';
import type {Ledger} from './ledger';
import {Queue} from './queue';
import {least, UNIT, type Treasury} from './treasury';

const WAD = 10n ** 18n;

/** The vault of the model, by the rules of StakedAID.sol. Amounts in AID wei. */
export class Vault {
  book = 0n;
  readonly lossOf = new Map<string, bigint>();
  readonly outstandingOf = new Map<string, bigint>();
  readonly queue: Queue;
  epoch = 0n;
  /** The marks that said so */
  readonly marks: Mark[] = [];

  constructor(
    private readonly chain: Chain,
    private readonly aid: Ledger,
    readonly shares: Ledger,
    private readonly treasury: Treasury,
  ) {
    this.queue = new Queue(chain, aid, () => this.assetsOf(WAD, this.loss));
  }

  get loss(): bigint {
    return [...this.lossOf.values()].reduce((sum, loss) => sum + loss, 0n);
  }

  /** AID that no open request is owed; below 0 when more is owed than held. */
  get idle(): bigint {
    return this.aid.of(SAID.address) - this.queue.pending;
  }

  /** What the views answer; a vault without convertToAssetsWithLoss has no unstaking NAV. */
  views(tellsLoss: boolean): Snapshot {
    return {
      totalAssets: this.book,
      totalShares: this.shares.supply,
      stakingNav: this.assetsOf(WAD, 0n),
      unstakingNav: tellsLoss ? this.assetsOf(WAD, this.loss) : null,
      accruedIncome: null,
      aid: AID.address,
    };
  }

  deposit(owner: string, assets: bigint): void {
    const shares = (assets * (this.shares.supply + 1n)) / (this.book + 1n);
    this.aid.move(owner, SAID.address, assets, 'STAKE');
    this.shares.mint(owner, shares);
    this.book += assets;
    this.say({type: 'Staked', owner, assets, shares});
  }

  /** An ERC-4626 exit at once, which sAID does not have but another vault may. */
  withdraw(owner: string, shares: bigint): void {
    const assets = this.assetsOf(shares, 0n);
    if (assets > this.aid.of(SAID.address) || this.book - assets < this.loss) return;
    this.shares.burn(owner, shares);
    this.aid.move(SAID.address, owner, assets, 'UNSTAKE');
    this.book -= assets;
    this.say({type: 'Withdrawn', owner, receiver: owner, assets, shares});
  }

  unstake(owner: string, shares: bigint): void {
    const assetsQuoted = this.assetsOf(shares, this.loss);
    if (assetsQuoted === 0n || this.queue.openRequestOf(owner) !== undefined) return;
    const request = this.queue.enter(owner, shares, assetsQuoted);
    this.shares.burn(owner, shares);
    this.book -= assetsQuoted;
    this.say(request);
  }

  deploy(assetId: string, destination: string, units: bigint): void {
    const taken = least(units, least(this.idle / UNIT, this.treasury.heldBy(USDC, MINTER)));
    if (taken <= 0n) return;
    this.aid.burn(SAID.address, taken * UNIT, 'DEPLOYMENT');
    this.treasury.pay(USDC, MINTER.address, destination, taken, 'DEPLOYMENT');
    this.treasury.reserveMoved(USDC, destination, 'DEPLOYMENT', taken);
    this.outstandingOf.set(assetId, this.outstanding(assetId) + taken * UNIT);
    this.say({type: 'CapitalDeployed', assetId, destination, amount: taken * UNIT});
  }

  giveBack(assetId: string, payer: string, units: bigint, incomeUnits: bigint): void {
    const principal = least(units, this.outstanding(assetId) / UNIT);
    this.treasury.mint(payer, SAID.address, USDC, principal + incomeUnits, SAID);
    this.outstandingOf.set(assetId, this.outstanding(assetId) - principal * UNIT);
    this.say({type: 'CapitalReturned', assetId, principal: principal * UNIT, income: incomeUnits * UNIT});
  }

  /** A mark that says so: the book moves by `delta`. */
  mark(delta: bigint): void {
    if (this.book + delta < this.loss) return;
    this.book += delta;
    this.epoch += 1n;
    this.sayNav();
  }

  /** The same without a log, as the last thing in its block; in the block of a mark that says so it is part of that. */
  markSilently(delta: bigint): void {
    if (this.book + delta < this.loss) return;
    const before = this.assetsOf(WAD, 0n);
    this.book += delta;
    this.epoch += 1n;
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
    this.outstandingOf.set(assetId, this.outstanding(assetId) - amount);
    this.lossOf.set(assetId, (this.lossOf.get(assetId) ?? 0n) - released);
    this.book -= amount;
    this.epoch += 1n;
    this.say({type: 'LossRealized', assetId, epoch: this.epoch, amount, coveredByReserve: 0n});
    this.sayNav();
  }

  outstanding(assetId: string): bigint {
    return this.outstandingOf.get(assetId) ?? 0n;
  }

  private assetsOf(shares: bigint, loss: bigint): bigint {
    return (shares * (this.book - loss + 1n)) / (this.shares.supply + 1n);
  }

  private sayNav(): void {
    const [stakingNav, unstakingNav] = [this.assetsOf(WAD, 0n), this.assetsOf(WAD, this.loss)];
    const book = {totalAssets: this.book, unrealizedLoss: this.loss, totalShares: this.shares.supply};
    this.marks.push({height: this.chain.height, stakingNav});
    this.say({type: 'NavMarked', epoch: this.epoch, ...book, stakingNav, unstakingNav});
  }

  private say(body: Parameters<Chain['emit']>[1]): void {
    this.chain.emit(SAID, body);
  }
}
