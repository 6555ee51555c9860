import {DAY_SECONDS} from '../../domain/rates';
import {MINTER, PRICE_FEED, REDEEMER, USDC} from '../given';
import type {Chain} from './chain';

/** The terms of redemption of the model, what was handed in by day, and what the price feed said. */
export class Desk {
  feeBps: number | null = null;
  enabled = true;
  /** Null while the contract has none set; this model then lets everything through */
  limit: bigint | null = null;
  readonly redeemedOn = new Map<number, bigint>();
  prices = 0;

  constructor(private readonly chain: Chain) {}

  get today(): number {
    return Math.floor(this.chain.at / DAY_SECONDS);
  }

  /** What may still be handed in today, of `wanted`. */
  allowed(wanted: bigint): bigint {
    if (!this.enabled) return 0n;
    if (this.limit === null) return wanted;
    const left = this.limit - (this.redeemedOn.get(this.today) ?? 0n);
    return left < 0n ? 0n : left < wanted ? left : wanted;
  }

  count(aidIn: bigint): void {
    this.redeemedOn.set(this.today, (this.redeemedOn.get(this.today) ?? 0n) + aidIn);
  }

  setLimit(newLimit: bigint): void {
    this.chain.emit(REDEEMER, {type: 'RedeemLimitSet', oldLimit: this.limit ?? 0n, newLimit});
    this.limit = newLimit;
  }

  /** The minter has terms as well, which are not those of redemption. */
  configure(enabled: boolean, feeBps: number, ofMinter: boolean): void {
    const terms = {collateral: USDC.address, enabled, mintFeeBps: 0, redeemFeeBps: feeBps};
    this.chain.emit(ofMinter ? MINTER : REDEEMER, {type: 'CollateralConfigured', ...terms});
    if (ofMinter) return;
    this.enabled = enabled;
    this.feeBps = feeBps;
  }

  permit(account: string, allowed: boolean): void {
    this.chain.emit(REDEEMER, {type: 'WhitelistUpdated', account, allowed});
  }

  /** A price of up to 3 % off a dollar, as of now or of up to `age` seconds ago. */
  price(size: number, age: number): void {
    this.prices += 1;
    const priceUsd = BigInt(10_300 - (size % 600)) * 10n ** 14n;
    const roundId = BigInt(this.prices);
    this.chain.emit(PRICE_FEED, {type: 'PriceAnswered', of: 'AID', roundId, priceUsd, pricedAt: this.chain.at - age});
  }
}
