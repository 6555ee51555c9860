import {address, AID, assetIdOf, BRIDGE} from '../given';
import type {Chain} from './chain';
import type {Ledger} from './ledger';

const MIGRATION = {address: address(0xc0de20), role: 'migration', name: 'Migration', decimals: null};
const POOL_TOKEN = address(0xa1fa);
const UNIT = 10n ** 12n;

/** Who takes AID for what he does. */
export const SERVICES: readonly string[] = [address(0xa1), address(0xa2)];

/** How AID of the model moves besides the protocol: payments, the bridge, flash mints, migration. */
export class Circulation {
  private messages = 0;

  constructor(
    private readonly chain: Chain,
    private readonly aid: Ledger,
  ) {}

  pay(from: string, service: number, amount: bigint, isReferenced: boolean): void {
    const to = SERVICES[service % SERVICES.length] ?? '';
    this.aid.move(from, to, amount);
    if (isReferenced) {
      this.chain.emit(AID, {type: 'PaymentReferenced', from, to, reference: assetIdOf('invoice'), amount});
    }
  }

  /** Minted and burned again with a fee of 5 bps, which the borrower must hold. */
  flash(borrower: string, amount: bigint): void {
    const fee = (amount * 5n + 9_999n) / 10_000n;
    if (fee > this.aid.of(borrower)) return;
    this.aid.mint(borrower, amount, 'FLASH_MINT');
    this.aid.burn(borrower, amount + fee, 'FLASH_MINT');
    this.chain.emit(AID, {type: 'FlashMinted', to: borrower, amount});
  }

  bridgeOut(from: string, amount: bigint): void {
    this.aid.burn(from, amount, 'BRIDGE');
    const sent = {guid: this.message(), dstEid: 30_110, from, amountSent: amount, amountReceived: amount};
    this.chain.emit(BRIDGE, {type: 'BridgeSent', ...sent});
  }

  bridgeIn(to: string, amount: bigint): void {
    this.aid.mint(to, amount, 'BRIDGE');
    this.chain.emit(BRIDGE, {type: 'BridgeReceived', guid: this.message(), srcEid: 30_110, to, amount});
  }

  /** The pool's token has 6 decimals. */
  migrate(user: string, units: bigint): void {
    this.aid.mint(user, units * UNIT, 'MIGRATION');
    this.chain.emit(MIGRATION, {type: 'AidMigrated', user, aidAlpha: POOL_TOKEN, amount: units});
  }

  private message(): string {
    this.messages += 1;
    return assetIdOf(`message ${this.messages}`);
  }
}
