import type {CustodyCause} from '../../domain/custodyTransfer';
import {AID, FEED, MINTER, REDEEMER, SAID, USDC, type Speaker} from '../given';
import type {Chain} from './chain';
import type {Desk} from './desk';
import type {Ledger} from './ledger';

const USD = 10n ** 18n;
/** A stablecoin's unit in wei of AID, and in USD WAD. */
export const UNIT = 10n ** 12n;

const CUSTODIANS: readonly string[] = [MINTER.address, REDEEMER.address, AID.address];

/** The reserves of the model: stablecoins in custody and T-bills. */
export class Treasury {
  /** Stablecoin held in custody, by address, in its units of 1e-6 */
  readonly custody = new Map<string, bigint>();
  /** How much moved from, to or in custody for what, in USD WAD */
  readonly paidFor = new Map<CustodyCause, bigint>();
  /** The same by holder: `coin holder` */
  readonly custodyOf = new Map<string, bigint>();
  /** Bought less sold since the last valuation is what its report does not know yet */
  readonly moves: {at: number; amountUsd: bigint}[] = [];
  reports: {valueUsd: bigint; valuationAt: number}[] = [];

  constructor(
    private readonly chain: Chain,
    private readonly aid: Ledger,
    private readonly desk: Desk,
  ) {}

  held({address}: Speaker): bigint {
    return this.custody.get(address) ?? 0n;
  }

  heldBy({address}: Speaker, holder: Speaker): bigint {
    return this.custodyOf.get(`${address} ${holder.address}`) ?? 0n;
  }

  /** The T-bill leg by the definition: newest report plus the moves after its valuation; null before the first. */
  get tbills(): bigint | null {
    const report = this.reports.at(-1);
    if (report === undefined) return null;
    const later = this.moves.filter(({at}) => at > report.valuationAt);
    return later.reduce((sum, {amountUsd}) => sum + amountUsd, report.valueUsd);
  }

  pay(by: Speaker, from: string, to: string, amount: bigint, cause: CustodyCause): void {
    this.paidFor.set(cause, (this.paidFor.get(cause) ?? 0n) + amount * UNIT);
    const fromCustody = CUSTODIANS.includes(from);
    const toCustody = CUSTODIANS.includes(to);
    this.custody.set(by.address, this.held(by) + (toCustody ? amount : 0n) - (fromCustody ? amount : 0n));
    const add = (holder: string, by: string, units: bigint): void => {
      if (!CUSTODIANS.includes(holder)) return;
      const key = `${by} ${holder}`;
      this.custodyOf.set(key, (this.custodyOf.get(key) ?? 0n) + units);
    };
    add(from, by.address, -amount);
    add(to, by.address, amount);
    this.chain.emit(by, {type: 'CustodyTransferred', from, to, amount, fromCustody, toCustody});
  }

  /** A stablecoin comes in and AID is minted for it, to anyone; `by` is the contract of the protocol that asks for it. */
  mint(payer: string, recipient: string, coin: Speaker, units: bigint, by?: Speaker): void {
    const aidOut = units * UNIT;
    const cause = by === undefined ? 'DEPOSIT' : by === SAID ? 'CAPITAL_RETURN' : 'REVENUE';
    this.pay(coin, payer, MINTER.address, units, cause);
    this.aid.mint(recipient, aidOut, cause);
    const [caller, callerRole] = [by?.address ?? payer, by?.role ?? null];
    const terms = {caller, callerRole, recipient, collateral: coin.address, collateralIn: units, aidOut, fee: 0n};
    this.chain.emit(MINTER, {type: 'AidMinted', ...terms});
  }

  /** A stablecoin leaves or enters the minter for a purpose. */
  reserveMoved(coin: Speaker, destination: string, purpose: string, amount: bigint): void {
    this.chain.emit(MINTER, this.moveOf(coin, destination, purpose, amount));
  }

  private moveOf(coin: Speaker, destination: string, purpose: string, amount: bigint) {
    const {decimals, address: asset} = coin;
    return {type: 'ReserveMoved', asset, destination, purpose, amount, decimals} as const;
  }

  redeem(owner: string, aidIn: bigint): void {
    const units = least(this.desk.allowed(aidIn) / UNIT, this.heldBy(USDC, REDEEMER));
    this.desk.count(units * UNIT);
    this.aid.burn(owner, units * UNIT, 'REDEMPTION');
    this.pay(USDC, REDEEMER.address, owner, units, 'REDEMPTION');
    const terms = {
      owner,
      receiver: owner,
      collateral: USDC.address,
      aidIn: units * UNIT,
      collateralOut: units,
      fee: 0n,
    };
    this.chain.emit(REDEEMER, {type: 'AidRedeemed', ...terms});
  }

  /** What stays inside custody changes nothing. */
  fundRedeemer(coin: Speaker, units: bigint): void {
    const amount = least(units, this.heldBy(coin, MINTER));
    this.pay(coin, MINTER.address, REDEEMER.address, amount, 'REDEEMER_FLOAT');
    this.reserveMoved(coin, REDEEMER.address, 'REDEEMER_FLOAT', amount);
  }

  tradeTbills(custodian: string, buy: boolean, units: bigint): void {
    const amount = buy ? least(units, this.heldBy(USDC, MINTER)) : units;
    if (buy) this.pay(USDC, MINTER.address, custodian, amount, 'TBILL_BUY');
    else this.pay(USDC, custodian, MINTER.address, amount, 'TBILL_SELL');
    const amountUsd = (buy ? amount : -amount) * UNIT;
    this.moves.push({at: this.chain.at, amountUsd});
    const feed = {feed: FEED.address, feedName: FEED.name, feedDecimals: 8};
    const moved = this.moveOf(USDC, buy ? custodian : MINTER.address, buy ? 'TBILL_BUY' : 'TBILL_SELL', amount);
    this.chain.emit(MINTER, moved, {type: 'TbillMoved', ...feed, amountUsd});
  }

  /** A valuation as of now or of up to `age` seconds ago, never of before the previous one. */
  report(dollars: bigint, age: number): void {
    const valuationAt = Math.max(this.chain.at - age, this.reports.at(-1)?.valuationAt ?? 0);
    const valueUsd = dollars * USD;
    this.reports.push({valueUsd, valuationAt});
    this.chain.emit(FEED, {type: 'ReserveAnswered', roundId: BigInt(this.reports.length), valueUsd, valuationAt});
  }
}

export const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
