import {WAD} from '../../domain/units';
import {MINTER, SAID, USDC} from '../given';
import {Book} from './book';
import type {Chain} from './chain';
import type {Ledger} from './ledger';
import {least, UNIT, type Treasury} from './treasury';

export interface Request {
  readonly id: bigint;
  readonly owner: string;
  readonly quoted: bigint;
  paid: bigint;
}

/** The vault of the model, by the rules of StakedAID.sol. Amounts in AID wei. */
export class Vault extends Book {
  readonly requests: Request[] = [];

  constructor(
    chain: Chain,
    aid: Ledger,
    shares: Ledger,
    private readonly treasury: Treasury,
  ) {
    super(chain, aid, shares);
  }

  get pending(): bigint {
    return this.requests.reduce((sum, {quoted, paid}) => sum + quoted - paid, 0n);
  }

  openRequestOf(owner: string): Request | undefined {
    return this.requests.find((request) => request.owner === owner && request.paid < request.quoted);
  }

  deposit(owner: string, assets: bigint): void {
    const shares = (assets * (this.shares.supply + 1n)) / (this.book + 1n);
    this.aid.move(owner, SAID.address, assets);
    this.shares.mint(owner, shares);
    this.book += assets;
    this.say({type: 'Staked', owner, assets, shares});
  }

  /** An ERC-4626 exit at once, which sAID does not have but another vault may. */
  withdraw(owner: string, shares: bigint): void {
    const assets = this.assetsOf(shares, 0n);
    if (assets > this.aid.of(SAID.address) || this.book - assets < this.loss) return;
    this.shares.burn(owner, shares);
    this.aid.move(SAID.address, owner, assets);
    this.book -= assets;
    this.say({type: 'Withdrawn', owner, receiver: owner, assets, shares});
  }

  unstake(owner: string, shares: bigint): void {
    const assetsQuoted = this.assetsOf(shares, this.loss);
    if (assetsQuoted === 0n || this.openRequestOf(owner) !== undefined) return;
    const unstakingNav = this.assetsOf(WAD, this.loss);
    const id = BigInt(this.requests.length + 1);
    this.shares.burn(owner, shares);
    this.book -= assetsQuoted;
    this.requests.push({id, owner, quoted: assetsQuoted, paid: 0n});
    this.say({type: 'UnstakeRequested', requestId: id, owner, cycleId: 0n, shares, assetsQuoted, unstakingNav});
  }

  /** Pays the oldest requests from the AID held, the last one in part. */
  fill(most: number): void {
    for (const request of this.requests.filter(({quoted, paid}) => paid < quoted).slice(0, most)) {
      const assetsPaid = least(request.quoted - request.paid, this.aid.of(SAID.address));
      if (assetsPaid === 0n) return;
      request.paid += assetsPaid;
      this.aid.move(SAID.address, request.owner, assetsPaid);
      const {id: requestId, owner} = request;
      const assetsRemaining = request.quoted - request.paid;
      this.say({type: 'UnstakeFilled', requestId, owner, cycleId: 0n, assetsPaid, assetsRemaining});
    }
  }

  deploy(assetId: string, destination: string, units: bigint): void {
    const idle = (this.aid.of(SAID.address) - this.pending) / UNIT;
    const taken = least(units, least(idle, this.treasury.held(USDC)));
    if (taken <= 0n) return;
    this.aid.burn(SAID.address, taken * UNIT);
    this.treasury.pay(USDC, MINTER.address, destination, taken);
    this.outstandingOf.set(assetId, this.outstanding(assetId) + taken * UNIT);
    this.say({type: 'CapitalDeployed', assetId, destination, amount: taken * UNIT});
  }

  giveBack(assetId: string, payer: string, units: bigint, incomeUnits: bigint): void {
    const principal = least(units, this.outstanding(assetId) / UNIT);
    this.treasury.mint(payer, SAID.address, USDC, principal + incomeUnits);
    this.outstandingOf.set(assetId, this.outstanding(assetId) - principal * UNIT);
    this.say({type: 'CapitalReturned', assetId, principal: principal * UNIT, income: incomeUnits * UNIT});
  }
}
