import {AID, assetIdOf, BRIDGE, MIGRATION} from '../given';
import type {Chain} from './chain';
import type {Ledger} from './ledger';
import {UNIT} from './treasury';

/** Minted and burned for one reason, AID wei. */
interface Issued {
  minted: bigint;
  burned: bigint;
}

/** A flash mint's fee in basis points, rounded up. */
const FEE_BPS = 5n;
const FIRST_EID = 30_101;

/** How AID comes and goes besides the desks: flash mints, AID Alpha's migration, the bridge. */
export class Issuance {
  readonly flash: Issued = {minted: 0n, burned: 0n};
  readonly bridged: Issued = {minted: 0n, burned: 0n};
  readonly migrated: Issued = {minted: 0n, burned: 0n};
  private messages = 0;

  constructor(
    private readonly chain: Chain,
    private readonly aid: Ledger,
  ) {}

  /** As much as the fee can be paid for. Inside it the borrower may mint something else. */
  flashMint(who: string, wanted: bigint): void {
    const most = (this.aid.of(who) * 10_000n) / FEE_BPS;
    const amount = wanted < most ? wanted : most;
    const fee = (amount * FEE_BPS + 9_999n) / 10_000n;
    if (fee > this.aid.of(who)) return;
    this.aid.mint(who, amount, 'FLASH_MINT');
    if (amount % 2n === 0n) this.migrate(who, amount / UNIT);
    this.aid.burn(who, amount + fee, 'FLASH_MINT');
    this.chain.emit(AID, {type: 'FlashMinted', to: who, amount});
    this.flash.minted += amount;
    this.flash.burned += amount + fee;
  }

  /** Pool tokens have 6 decimals. */
  migrate(user: string, amount: bigint): void {
    this.aid.mint(user, amount * UNIT, 'MIGRATION');
    this.chain.emit(MIGRATION, {type: 'AidMigrated', user, aidAlpha: MIGRATION.address, amount});
    this.migrated.minted += amount * UNIT;
  }

  /** What is below six decimals is burned and arrives nowhere. */
  send(from: string, to: number, amountSent: bigint): void {
    this.aid.burn(from, amountSent, 'BRIDGE');
    const amountReceived = amountSent - (amountSent % UNIT);
    const message = {guid: this.nextGuid(), dstEid: FIRST_EID + to, from};
    this.chain.emit(BRIDGE, {type: 'BridgeSent', ...message, amountSent, amountReceived});
    this.bridged.burned += amountSent;
  }

  receive(to: string, from: number, amount: bigint): void {
    this.aid.mint(to, amount, 'BRIDGE');
    this.chain.emit(BRIDGE, {type: 'BridgeReceived', guid: this.nextGuid(), srcEid: FIRST_EID + from, to, amount});
    this.bridged.minted += amount;
  }

  private nextGuid(): string {
    this.messages += 1;
    return assetIdOf(`message ${this.messages}`);
  }
}
