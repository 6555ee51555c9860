import {encodeBytes32String, getCreateAddress, id} from 'ethers';
import {account, ADMIN, ISSUER, KEEPER, OPERATOR, ORACLE, TREASURER, VALUER} from '../../devnet/accounts';
import {creationCode} from '../../devnet/artifacts';
import type {Tx} from '../../devnet/mining';
import type {Protocol} from '../../devnet/protocol';

/** One AID, one sAID, one dollar as WAD. */
export const WAD = 10n ** 18n;
/** AID wei per unit of a stablecoin. */
const AID_PER_UNIT = 10n ** 12n;
const UNLIMITED = 2n ** 256n - 1n;

export const ALICE = account('alice');
export const BOB = account('bob');
export const CAROL = account('carol');
export const BORROWER = account('borrower');
const CAST = [ALICE, BOB, CAROL, BORROWER];

/** A financed deal of the tests. */
export const DEAL = encodeBytes32String('DEAL-1');

/** What the people of a test do: each answers transactions for one block. Amounts in AID wei, multiples of 1e12. */
export class Cast {
  constructor(private readonly protocol: Protocol) {}

  /** USDC for everybody, and every permission that minting, staking and redeeming need. */
  arrive(): Tx[] {
    const {minter, said} = this.protocol.address;
    return CAST.flatMap((who) => [
      this.protocol.call(ISSUER, 'usdc', 'mint', who, 10n ** 13n),
      this.protocol.call(ADMIN, 'minter', 'setWhitelisted', who, true),
      this.protocol.call(who, 'usdc', 'approve', minter, UNLIMITED),
      this.protocol.call(who, 'aid', 'approve', said, UNLIMITED),
    ]);
  }

  /** Gives AID its second version, which can say something that no ABI knows. */
  upgrade(): Tx[] {
    const from = account('upgrader');
    const implementation = getCreateAddress({from, nonce: 0});
    return [
      {label: 'create AIDV2', from, to: null, data: creationCode('AIDV2', [])},
      this.protocol.call(ADMIN, 'aid', 'upgradeToAndCall', implementation, '0x'),
    ];
  }

  /** Makes AID emit the event that no ABI knows. */
  acceptTerms(who: string): Tx {
    return this.protocol.call(who, 'aid', 'acceptTerms', id('terms of 2026'));
  }

  mint(who: string, amount: bigint): Tx {
    return this.protocol.call(who, 'minter', 'mint', this.protocol.address.usdc, amount / AID_PER_UNIT, who);
  }

  transfer(from: string, to: string, amount: bigint): Tx {
    return this.protocol.call(from, 'aid', 'transfer', to, amount);
  }

  stake(who: string, amount: bigint): Tx {
    return this.protocol.call(who, 'said', 'deposit', amount, who);
  }

  unstake(who: string, shares: bigint): Tx {
    return this.protocol.call(who, 'said', 'unstake', shares);
  }

  /** Pays what is owed to those who asked for their stake back. */
  fill(): Tx {
    return this.protocol.call(KEEPER, 'said', 'processUnstakeQueue', 10);
  }

  /** A NAV mark with its event; `income` is accrued and not yet received. */
  mark(income: bigint): Tx {
    return this.protocol.call(VALUER, 'said', 'updateNav', income);
  }

  /** The same mark without a log. */
  silentMark(income: bigint): Tx {
    return this.protocol.call(VALUER, 'said', 'syncNav', income);
  }

  /** Moves stablecoin of the reserves into T-bills. */
  buyTbills(amount: bigint): Tx {
    return this.protocol.call(TREASURER, 'minter', 'buyTbills', this.protocol.address.usdc, amount / AID_PER_UNIT);
  }

  /** A statement of the T-bills' value, dollars as WAD. */
  report(valueUsd: bigint, valuationAt: number): Tx {
    return this.protocol.call(ORACLE, 'reserveFeed', 'submit', valueUsd / 10n ** 10n, valuationAt);
  }

  /** Registers a deal and draws `principal` for it from the vault. */
  openDeal(principal: bigint, now: number): Tx[] {
    const {assetToken, said, usdc} = this.protocol.address;
    const terms = [DEAL, assetToken, encodeBytes32String('SP-1'), 0, 0, principal, 1450, now, now + 86_400 * 540, ''];
    return [
      this.protocol.call(ADMIN, 'assetRegistry', 'register', terms),
      this.protocol.call(ADMIN, 'assetRegistry', 'setStatus', DEAL, 1),
      this.protocol.call(OPERATOR, 'assetToken', 'mint', said, DEAL, principal),
      this.protocol.call(OPERATOR, 'said', 'deployCapital', DEAL, usdc, principal, BORROWER),
    ];
  }

  /** Collects revenue of the deal from its borrower and distributes it. */
  payRevenue(amount: bigint, now: number): Tx[] {
    const units = amount / AID_PER_UNIT;
    const collect = [DEAL, this.protocol.address.usdc, BORROWER, 0, units, now - 86_400, now];
    return [
      this.protocol.call(OPERATOR, 'revenueDistributor', 'receiveRevenue', ...collect),
      this.protocol.call(OPERATOR, 'revenueDistributor', 'distribute', DEAL),
    ];
  }
}
