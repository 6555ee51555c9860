import {WAD} from '../../domain/units';
import {MINTER, SAID, USDC} from '../given';
import {Book} from './book';
import type {Chain} from './chain';
import type {Ledger} from './ledger';
import {Queue} from './queue';
import {least, UNIT, type Treasury} from './treasury';

/** The vault of the model, by the rules of StakedAID.sol. Amounts in AID wei. */
export class Vault extends Book {
  readonly queue: Queue;

  constructor(
    chain: Chain,
    aid: Ledger,
    shares: Ledger,
    private readonly treasury: Treasury,
  ) {
    super(chain, aid, shares);
    this.queue = new Queue(chain, aid, () => this.assetsOf(WAD, this.loss));
  }

  /** AID that no open request is owed; below 0 when more is owed than held. */
  get idle(): bigint {
    return this.aid.of(SAID.address) - this.queue.pending;
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
}
